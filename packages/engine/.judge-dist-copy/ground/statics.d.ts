/**
 * Properties that are the same in every mind for ever, judged from the templates alone, so that grounding can use them
 * before there are any instances: nothing writes them, nobody is said to believe otherwise, and no surprise can make them
 * unknown (a number compared with something that moves could: D13).
 */
import type { Problem } from "@dramaturg/model";
export declare function staticProperties(problem: Problem): ReadonlySet<number>;
//# sourceMappingURL=statics.d.ts.map