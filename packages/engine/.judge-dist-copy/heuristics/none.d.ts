/** The blind heuristic: every state is as promising as any other. */
import type { Heuristic } from "./heuristic.js";
export declare const none: Heuristic;
//# sourceMappingURL=none.d.ts.map