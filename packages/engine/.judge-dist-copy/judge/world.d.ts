/**
 * Worlds as the judge keeps them (D1, D20).
 *
 * A world is a value for every fluent and one believed world for every character. Believed worlds go on without end, so a
 * world is kept to a `depth`: its minds are one less deep, and a world of depth 0 has none. A fluent may hold `beyond`,
 * which is no value but the confession that the answer lies deeper than this world reaches.
 *
 * Equal worlds of equal depth are one object, so `===` compares them and `id` stands for them in every memory.
 */
import type { Value } from "@dramaturg/model";
export declare const beyond: unique symbol;
export type Cell = Value | typeof beyond;
export interface World {
    readonly id: number;
    readonly depth: number;
    readonly values: readonly Cell[];
    /** By character; empty at depth 0. */
    readonly minds: readonly World[];
}
/** Thrown when something that decides reads beyond: the work must start again with deeper worlds. */
export declare class Deeper extends Error {
}
/** The worlds made so far. */
export interface Worlds {
    readonly known: Map<string, World>;
    readonly codes: Map<Cell, number>;
}
export declare function newWorlds(): Worlds;
/** The one world with these values and minds; minds of a deeper world are all one less deep. */
export declare function worldOf(worlds: Worlds, values: readonly Cell[], minds: readonly World[]): World;
/** What two worlds of one depth agree on; everything else is beyond. */
export declare function blend(worlds: Worlds, one: World, other: World): World;
/** The mind at the end of a chain of believers; undefined beyond the tree. */
export declare function mindAlong(world: World, chain: readonly number[]): World | undefined;
export declare function valueAlong(world: World, chain: readonly number[], fluent: number): Cell;
//# sourceMappingURL=world.d.ts.map