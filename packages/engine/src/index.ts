/**
 * `Problem` to stories, and the checker. Ask `groundingNotes` first, then `startSearch` and `step`, or
 * `verify` what you have.
 */
export { groundingNotes, startGrounding } from "./search/notes.js"
export { startSearch } from "./search/search.js"
export type { Search, SearchOptions, Status, StoppedBy, Progress, Story } from "./search/contract.js"
export { WarmEngine } from "./search/warm.js"
export { generator } from "./search/order.js"
export { startEnumeration, type EnumeratedStory, type Enumeration } from "./search/enumerate.js"
export { optimisations, type Optimisation } from "./search/optimisations.js"
export { methods, type MethodName } from "./search/methods/index.js"
export { heuristics, type HeuristicName } from "./search/heuristics/index.js"
export type { Heuristic, TargetUtility } from "./search/heuristics/heuristic.js"
export type { StateSpace } from "./belief/space.js"
export type { Measure } from "./compare/measures.js"
export { mergedLimits, type StatedLimits } from "./search/limits.js"
export { Checker, startVerification, verify, limitsOf, type VerifyOptions } from "./verify.js"
export {
  chronicle,
  chroniclerOf,
  startChronicle,
  type ChronicleOptions,
} from "./replay/chronicle.js"
export { startReview, type ReviewOptions } from "./review/review.js"
export { startProspects, type ProspectOptions } from "./review/prospects.js"
export { countedAsWritten, itemCalled, itemOfAct } from "./review/counted.js"
export { startAdvice, type AdviceOptions } from "./review/advice.js"
export { startEndingQuery, type EndingOptions } from "./review/ending.js"
export { startRepair, type RepairOptions } from "./review/repair.js"
export { startWhatIf, type WhatIfOptions } from "./review/what-if.js"
export { startPlotWhatIf } from "./review/what-if-plot.js"
export { startScenario, type ScenarioOptions } from "./scenario/scenario.js"
export { Game, startGame, type PlayOptions, type Position } from "./play/game.js"
export { startRandomPlays, type Hits, type RandomPlaysOptions } from "./play/random.js"
export { flawOf, PlaySession, type Measures, type Parting, type PlayNode } from "./play/session.js"
export { playable } from "./play/playable.js"
export { exploreFrom, startExploration, type Exploration, type ExploreOptions } from "./explore/explore.js"
export { surveyOf } from "./explore/survey.js"
export {
  bestStories,
  distinctStories,
  startComparison,
  type CompareOptions,
  type ComparedStory,
  type Stories,
} from "./compare/compare.js"
