import type { Method } from "./method.js";
export declare const methods: {
    readonly "best-first": Method;
    readonly "explanation-first": Method;
};
export type MethodName = keyof typeof methods;
//# sourceMappingURL=index.d.ts.map