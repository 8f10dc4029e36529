/** The door: text to problem, and back. */
export { type CompileOptions, type Compiled, compileStory, dialectOf } from "./compile.js"
export { type LowerResult, lower } from "./lower.js"
export { readSabre } from "./sabre/read.js"
export { type Written, writeSabre } from "./sabre/write.js"
export { writeNumber } from "./numbers.js"
export { type MessageCode, type MessageEntry, messages } from "./messages.js"
export type { Dialect, Draft } from "./draft.js"
