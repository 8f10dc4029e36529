/** Relaxed reachability: 0 where the target may be met some day, Infinity where it never can be. */
import { RelaxedGraph } from "./relaxed-graph.js"
import type { Heuristic } from "./heuristic.js"

export const reachable: Heuristic = {
  name: "reach",
  about: "only tells what can never be reached, were nothing ever undone",
  promises: { admissible: true, safe: true },
  prepare: (space, bounds) => {
    const graph = new RelaxedGraph(space, bounds)
    return (vector, target) => (graph.distance(vector, target) === Infinity ? Infinity : 0)
  },
}
