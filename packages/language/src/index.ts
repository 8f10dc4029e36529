/**
 * The public API: texts become problems, and back.
 *
 * The stages in order: `syntax/` cuts a text into tokens and parses each definition; `read/` turns the parse
 * trees into the syntax tree of a world, with the messages of `errors/` on what could not be read; `lower/`
 * turns the syntax tree into a problem, checking names, types and meaning. `sabre/` reads Sabre's language
 * into the same kind of tree. `print/` and `sabre/write.ts` go the other way. Beside them, `outline/` reads
 * plots and certificates about a problem, `belief-stories/` makes worlds of template sentences, `library/`
 * holds the parts under `@lib`, and `ide/` (an entry of its own) answers an editor's questions from the
 * tokens of a text alone.
 */
export { type Compiled, type CompileOptions, compileStory, dialectOf } from "./compile.js"
export type { Dialect, SyntaxTree } from "./syntax-tree.js"
export { readDrama } from "./read/read.js"
export type { Sources } from "./read/include.js"
export { readSabre } from "./sabre/read.js"
export { nearest } from "./errors/nearest.js"
export { type LowerResult, lower } from "./lower/lower.js"
export { type Formatted, formatStory } from "./print/format.js"
export { writeDrama } from "./print/write.js"
export { type Written, writeSabre } from "./sabre/write.js"
export { type OutlineReading, readOutline } from "./outline/outline.js"
export { printCertificate, readCertificate } from "./outline/certificate.js"
export type { CertificateReading } from "./outline/certificate/reading.js"
export {
  type BeliefStoriesReading,
  type BeliefStory,
  readBeliefStories,
  type StoryQuestion,
  type StorySentence,
  type UnreadLine,
} from "./belief-stories/read.js"
export { type BeliefWorld, beliefWorldOf } from "./belief-stories/world.js"
export {
  type Filling,
  filled,
  type QuestionKind,
  questionTemplates,
  type SentenceKind,
  sentenceTemplates,
} from "./belief-stories/templates.js"
