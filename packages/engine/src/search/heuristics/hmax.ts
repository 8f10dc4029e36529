/** The bound h^max over the layers of the relaxed graph: the first layer in which the target may be met. */
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
