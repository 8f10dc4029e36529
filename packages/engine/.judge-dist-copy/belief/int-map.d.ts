/** Growable tables of integers: what the state space is made of. Open addressing, linear probing, no objects per entry. */
/** Maps a pair of integers (first one >= 0) to an integer. */
export declare class PairMap {
    #private;
    size: number;
    constructor(capacity?: number);
    get bytes(): number;
    /** The entry for the pair, or `missing`. */
    find(a: number, b: number, missing: number): number;
    set(a: number, b: number, entry: number): void;
}
/** A set of rows of `width` integers, each known by its index in order of arrival. */
export declare class RowSet {
    #private;
    readonly width: number;
    rows: Int32Array;
    count: number;
    constructor(width: number, capacity?: number);
    get bytes(): number;
    /** The index of `row`, which is copied if it is new. */
    intern(row: Int32Array): number;
}
//# sourceMappingURL=int-map.d.ts.map