/** `Problem` to stories, and the judge. Ask `groundingNotes` first, then `startSearch` and `step`, or `verify` what you have. */
export { groundingNotes } from "./notes.js"
export {
  startSearch, type Search, type SearchOptions, type Status, type StoppedBy, type Progress, type Story,
} from "./search/search.js"
export { WarmEngine } from "./search/warm.js"
export { startEnumeration, type EnumeratedStory, type Enumeration } from "./search/enumerate.js"
export { ideas, type Idea } from "./search/ideas.js"
export { methods, type MethodName } from "./search/methods/index.js"
export { heuristics, type HeuristicName } from "./heuristics/index.js"
export type { StatedLimits } from "./search/limits.js"
export { verify, limitsOf, type VerifyOptions } from "./verify.js"
export { readCertificate, printCertificate, type CertificateReading } from "./certificate.js"
