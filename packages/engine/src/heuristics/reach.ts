/** Relaxed reachability: 0 where the hope may come true some day, Infinity where it never can. */
import { RelaxedLayers } from "./layers.js"
import type { Heuristic } from "./heuristic.js"

export const reachable: Heuristic = {
  name: "reach",
  promises: { admissible: true, safe: true },
  prepare: ({ space }) => {
    const layers = new RelaxedLayers(space)
    return (state, hope) => (layers.distance(space.vectorOf(state), hope) === Infinity ? Infinity : 0)
  },
}
