/** Best-first: cost plus estimate decides, and an act is explained only when its turn comes. */
import { AuthorSearch } from "../author.js";
export const bestFirst = {
    name: "best-first",
    promises: { shortest: true },
    start: (context, goal) => new AuthorSearch(context, goal, false),
};
//# sourceMappingURL=best-first.js.map