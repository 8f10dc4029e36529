/** Worlds for the engine's tests: from text, or from the material that lies beside a developer's checkout. */
import { existsSync, readFileSync } from "node:fs"
import { compileStory } from "@dramaturg/language"
import type { Problem } from "@dramaturg/model"

const shared = new URL("../../../../shared/", import.meta.url)

/**
 * Whether the published benchmarks and the conformance worlds are there; a stranger's clone has only
 * `stories/`.
 */
export const hasShared = existsSync(shared)

export function readShared(path: string): string {
  return readFileSync(new URL(path, shared), "utf8")
}

/** A world in Sabre's words; throws with the diagnostics if there is an error in it. */
export function world(text: string, file = "world.txt"): Problem {
  const { problem, diagnostics } = compileStory(text, { file })
  if (problem === undefined)
    throw new Error(diagnostics.map((each) => `${each.span.line}: ${each.message}`).join("\n"))
  return problem
}

export function sharedWorld(path: string): Problem {
  return world(readShared(path), path)
}

/** A world in our own language. */
export function drama(text: string): Problem {
  return world(text, "world.drama")
}
