/** Everything the judge knows of one problem, at one depth of minds: its ground events, its utilities, its start, and a memory. */
import type { Problem } from "@dramaturg/model";
import { type Action, type GroundEvent } from "./event.js";
import { type Setting } from "./formula.js";
import { type Reader } from "./read.js";
import { type Tables } from "./start.js";
import { type World, type Worlds } from "./world.js";
export interface Stage {
    readonly setting: Setting;
    readonly tables: Tables;
    readonly actions: readonly Action[];
    readonly actionsByLabel: ReadonlyMap<string, readonly Action[]>;
    readonly triggers: readonly GroundEvent[];
    /** By character; the author's last. */
    readonly utilities: readonly Reader[];
    readonly memory: Memory;
}
/** What has been worked out once. It is all true whatever the plan in question, so it only saves time. */
export interface Memory {
    readonly worlds: Worlds;
    readonly settled: Map<World, World>;
    readonly acted: Map<Action, Map<World, World>>;
    /** Null where the closure never ends. */
    readonly after: Map<Action, Map<World, World | null>>;
    readonly possible: Map<World, readonly Action[]>;
}
export declare function newMemory(): Memory;
export declare function setStage(problem: Problem): Stage;
/** D21: NaN stands for unknown, which is neither higher nor lower than anything and equals nothing. `who` null: the author. */
export declare function utility(stage: Stage, world: World, who: number | null): number;
//# sourceMappingURL=stage.d.ts.map