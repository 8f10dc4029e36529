/** Explanation-first: nothing waits in the frontier before everybody who takes part has a reason. */
import { AuthorSearch } from "../author.js"
import type { Method } from "./method.js"

export const explanationFirst: Method = {
  name: "explanation-first",
  promises: { shortest: true },
  start: (context, goal) => new AuthorSearch(context, goal, true),
}
