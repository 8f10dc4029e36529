/** Which parts of a precondition can be asked as soon as the first so many parameters are filled in. */
import type { EventTemplate, Expression } from "@dramaturg/model";
/** At index i: the top-level conjuncts whose last parameter is the i-th (0: those without parameters). */
export declare function conjunctsByVariables(template: EventTemplate): readonly (readonly Expression[])[];
//# sourceMappingURL=conjuncts.d.ts.map