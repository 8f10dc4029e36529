/** Reads ground formulas in worlds (D3 to D7), by Kleene's strong tables where a world does not reach deep enough (D20). */
import { type Formula } from "./formula.js";
import { type Cell, type World } from "./world.js";
/** A formula made ready to be read often. */
export type Reader = (world: World) => Cell;
export declare function reader(formula: Formula): Reader;
/** A condition that decides something: it must not lie beyond. */
export declare function holds(condition: Reader, world: World): boolean;
//# sourceMappingURL=read.d.ts.map