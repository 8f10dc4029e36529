/** All methods by name. A new one: its file, and one line here. */
import { bestFirst } from "./best-first.js";
import { explanationFirst } from "./explanation-first.js";
export const methods = { "best-first": bestFirst, "explanation-first": explanationFirst };
//# sourceMappingURL=index.js.map