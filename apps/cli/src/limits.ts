/**
 * The limits that flags ask for. They win over the world's own; what neither says, the engine widens or the
 * judge reads off.
 */
import type { Limits } from "@dramaturg/model"
import { readLimit } from "./options.js"

export interface LimitFlags {
  readonly authorLimit?: string
  readonly characterLimit?: string
  readonly beliefLimit?: string
}

/** The flags alone; what was not said stays undefined. */
export function limitsGiven(flags: LimitFlags): Limits {
  const read = (flag: string, value: string | undefined) =>
    value === undefined ? undefined : readLimit(flag, value)
  return {
    author: read("--author-limit", flags.authorLimit),
    character: read("--character-limit", flags.characterLimit),
    belief: read("--belief-limit", flags.beliefLimit),
  }
}

/** "author 5, character 5, belief none" */
export function printLimits(limits: Limits): string {
  return (["author", "character", "belief"] as const)
    .map((name) => `${name} ${limits[name] ?? "none"}`)
    .join(", ")
}
