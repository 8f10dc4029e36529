/** Explanation-first search: an act enters the frontier only once all who consent to it have a reason. */
import type { Method } from "./method.js"

export const explanationFirst: Method = {
  name: "explanation-first",
  about: "a shortest story: an act waits for its turn only once everybody who takes part has a reason",
  members: (bounds) => [{ bounds, weight: 0, eager: true, nodeBudget: Infinity }],
}
