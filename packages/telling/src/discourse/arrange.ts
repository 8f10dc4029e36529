/** Puts scenes in the order in which they are told. */
import type { Manner } from "@dramaturg/model"
import type { Discourse, Scene } from "./discourse.js"

export function arrange({ scenes }: Discourse, { order }: Manner): Discourse {
  const [opening, ...rest] = scenes
  if (order === "as it happened" || rest.length < 2) return { scenes }
  const at = order === "from the end" ? rest.length - 1 : Math.floor(rest.length / 2)
  const turn = (to: "beginning" | "rest"): Scene => [{ kind: "turn", to }]
  const before = [rest[at], joined(turn("beginning"), opening), ...rest.slice(0, at)]
  const after = rest.slice(at + 1)
  return {
    scenes: after.length === 0 ? before : [...before, joined(turn("rest"), after[0]), ...after.slice(1)],
  }
}

function joined(...scenes: readonly Scene[]): Scene {
  return scenes.flat()
}
