/** Relaxed reachability: 0 where the hope may come true some day, Infinity where it never can. */
import { RelaxedLayers } from "./layers.js"
import type { Heuristic } from "./heuristic.js"

export const reachable: Heuristic = {
  name: "reach",
  about: "only tells what can never be reached, were nothing ever undone",
  promises: { admissible: true, safe: true },
  prepare: (space, bounds) => {
    const layers = new RelaxedLayers(space, bounds)
    return (vector, hope) => (layers.distance(vector, hope) === Infinity ? Infinity : 0)
  },
}
