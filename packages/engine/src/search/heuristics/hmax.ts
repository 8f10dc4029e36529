/** The relaxed bound (h^max over layers of possible values): the first layer in which the hope may come true. */
import { RelaxedGraph } from "./relaxed-graph.js"
import type { Heuristic } from "./heuristic.js"

export const hmax: Heuristic = {
  name: "hmax",
  about: "the usual: at least so many more acts are needed, were nothing ever undone (h^max)",
  promises: { admissible: true, safe: true },
  prepare: (space, bounds) => {
    const graph = new RelaxedGraph(space, bounds)
    return (vector, target) => graph.distance(vector, target)
  },
}
