/** The start of a world (D8): statements imposed one after another, and what nobody has said. */
import { type Problem, type Value } from "@dramaturg/model";
import { type Setting } from "./formula.js";
import { type World, type Worlds } from "./world.js";
/** What has been said, for each chain of believers (by index, written with commas), of each fluent. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, Value>>;
export declare function initialTables(problem: Problem): Tables;
/** What is said of a fluent in a mind, or else in the mind without its innermost believer, and so on down to the default. */
export declare function valueIn(tables: Tables, problem: Problem, chain: readonly number[], key: string, property: number): Value;
/** The world that the tables describe, before any trigger. */
export declare function worldFrom(setting: Setting, tables: Tables, worlds: Worlds, depth: number): World;
//# sourceMappingURL=start.d.ts.map