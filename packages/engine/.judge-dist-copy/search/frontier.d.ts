/** The ordered set of what has been generated and not yet visited: lowest cost plus estimate first, then deeper, then older. */
export interface Ranked {
    readonly total: number;
    readonly cost: number;
    readonly order: number;
}
export declare class Frontier<T extends Ranked> {
    #private;
    get size(): number;
    push(item: T): void;
    pop(): T | undefined;
}
//# sourceMappingURL=frontier.d.ts.map