import type { Heuristic } from "./heuristic.js";
export declare const hmax: Heuristic;
//# sourceMappingURL=hmax.d.ts.map