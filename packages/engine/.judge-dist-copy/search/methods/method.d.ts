/** What every search method is: an order of work on one round, and what it promises about the story it finds. */
import type { AuthorSearch } from "../author.js";
import type { SearchContext } from "../context.js";
export interface Method {
    readonly name: string;
    readonly promises: {
        readonly shortest: boolean;
    };
    start(context: SearchContext, goal: number): AuthorSearch;
}
//# sourceMappingURL=method.d.ts.map