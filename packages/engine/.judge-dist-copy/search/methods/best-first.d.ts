import type { Method } from "./method.js";
export declare const bestFirst: Method;
//# sourceMappingURL=best-first.d.ts.map