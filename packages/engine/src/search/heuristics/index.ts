/** All heuristics by name. A new one needs its file, and one line here. */
import type { Heuristic } from "./heuristic.js"
import { hmax } from "./hmax.js"
import { none } from "./none.js"
import { reachable } from "./reach.js"

/** The heuristics that come with the package, by the names under which users ask for them. */
export const heuristics = { none, reach: reachable, hmax } as const satisfies Record<string, Heuristic>

/** The name of a heuristic that comes with the package. */
export type HeuristicName = keyof typeof heuristics

/**
 * The heuristic of this name, or the caller's own. Throws a RangeError of one that does not promise to be
 * admissible and safe.
 */
export function heuristicOf(chosen: HeuristicName | Heuristic = "hmax"): Heuristic {
  if (typeof chosen === "string") return heuristics[chosen]
  const { admissible, safe } = chosen.promises
  if (!admissible || !safe)
    throw new RangeError(
      `The heuristic ${chosen.name} does not promise to be ${admissible ? "safe" : "admissible"}, on which every proof of a search rests.`,
    )
  return chosen
}
