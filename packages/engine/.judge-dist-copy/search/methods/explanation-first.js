/** Explanation-first: nothing waits in the frontier before everybody who takes part has a reason. */
import { AuthorSearch } from "../author.js";
export const explanationFirst = {
    name: "explanation-first",
    promises: { shortest: true },
    start: (context, goal) => new AuthorSearch(context, goal, true),
};
//# sourceMappingURL=explanation-first.js.map