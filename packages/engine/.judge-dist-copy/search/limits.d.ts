/** The bounds within which stories are looked for (D25), and how they grow when nobody set them. */
/** Numbers of actions or levels; Infinity: no bound. */
export interface Bounds {
    readonly author: number;
    readonly character: number;
    readonly belief: number;
}
/** As options and worlds state them: null is "none", undefined is "not said". */
export interface StatedLimits {
    readonly author?: number | null;
    readonly character?: number | null;
    readonly belief?: number | null;
}
/** The bounds of a round. What was stated holds in every round; the rest grows. One round only if all was stated. */
export declare function boundsOf(stated: StatedLimits, round: number): Bounds;
export declare function isFixed(stated: StatedLimits): boolean;
/** In the form in which solutions are judged: null for no bound. */
export declare function printable(bounds: Bounds): {
    author: number | null;
    character: number | null;
    belief: number | null;
};
//# sourceMappingURL=limits.d.ts.map