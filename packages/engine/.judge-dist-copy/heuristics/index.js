import { hmax } from "./hmax.js";
import { none } from "./none.js";
import { reachable } from "./reach.js";
export const heuristics = { none, reach: reachable, hmax };
//# sourceMappingURL=index.js.map