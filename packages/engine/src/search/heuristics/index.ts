/** All heuristics by name. A new one needs its file, and one line here. */
import type { Heuristic } from "./heuristic.js"
import { hmax } from "./hmax.js"
import { none } from "./none.js"
import { reachable } from "./reach.js"

export const heuristics = { none, reach: reachable, hmax } as const satisfies Record<string, Heuristic>

export type HeuristicName = keyof typeof heuristics
