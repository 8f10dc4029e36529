import type { Heuristic } from "./heuristic.js";
export declare const reachable: Heuristic;
//# sourceMappingURL=reach.d.ts.map