import type { Method } from "./method.js";
export declare const explanationFirst: Method;
//# sourceMappingURL=explanation-first.d.ts.map