/** Explanation-first: nothing waits in the frontier before everybody who takes part has a reason. */
import type { Method } from "./method.js"

export const explanationFirst: Method = {
  name: "explanation-first",
  lanes: (bounds) => [{ bounds, weight: 0, eager: true, patience: Infinity }],
}
