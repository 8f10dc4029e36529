/** All heuristics by name. A new one: its file, and one line here. */
import type { Heuristic } from "./heuristic.js";
export declare const heuristics: {
    readonly none: Heuristic;
    readonly reach: Heuristic;
    readonly hmax: Heuristic;
};
export type HeuristicName = keyof typeof heuristics;
//# sourceMappingURL=index.d.ts.map