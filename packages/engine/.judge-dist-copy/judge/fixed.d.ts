/**
 * Which properties never change in any mind: booleans that no event writes and about which nobody is said to believe
 * otherwise. A surprise cannot change them either, since it repairs a boolean to the truth, which is what everybody has.
 * Filling them in early drops most instances of an event (D19).
 */
import type { Problem } from "@dramaturg/model";
export declare function fixedProperties(problem: Problem): ReadonlySet<number>;
//# sourceMappingURL=fixed.d.ts.map