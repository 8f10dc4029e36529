/** All methods by name. A new one needs its file, and one line here. */
import { bestFirst } from "./best-first.js"
import { explanationFirst } from "./explanation-first.js"
import { widening } from "./widening.js"
import type { Method } from "./method.js"

/** The search methods, by the names under which users ask for them. */
export const methods = {
  widening,
  "best-first": bestFirst,
  "explanation-first": explanationFirst,
} as const satisfies Record<string, Method>

/** The name of a search method. */
export type MethodName = keyof typeof methods
