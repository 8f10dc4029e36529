/**
 * Best-first search: nodes are ordered by cost plus estimate, and an act is explained only when its node is
 * visited.
 */
import type { Method } from "./method.js"

export const bestFirst: Method = {
  name: "best-first",
  about: "a shortest story: cost and estimate decide, and an act is explained only when its turn comes",
  members: (bounds) => [{ bounds, weight: 0, eager: false, nodeBudget: Infinity }],
}
