import { type Node } from "./code.js";
import type { Instantiation } from "./instantiate.js";
import { type Reached } from "./reach.js";
import type { StatedBelief } from "./start.js";
import type { Task } from "./task.js";
export declare function compact(context: Instantiation, start: StatedBelief, reached: Reached, utilities: readonly Node[]): Task;
//# sourceMappingURL=compact.d.ts.map