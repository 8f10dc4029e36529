/** Every question that users can ask about a world: one file each, and one shape (see question.ts). */
export { type Progress, Question } from "./question.js"
export {
  askGrounded,
  grounded,
  isSound,
  mistakeIn,
  openWorld,
  type CompiledWorld,
  type SoundWorld,
  type World,
  type WorldReader,
} from "./world.js"
export type { PlotText, Unread } from "./plot.js"
export { askCheck, type CheckResult } from "./check.js"
export { askWhy } from "./why.js"
export { askWhyNot } from "./why-not.js"
export { askEnding, type EndingResult } from "./ending.js"
export { askPlotWhatIf, askWhatIf, type Changes } from "./what-if.js"
export { askReview } from "./review.js"
export { askRepair } from "./repair.js"
export { askVerify, type Judged, type Reviewed } from "./verify.js"
export { askKnowledge } from "./knowledge.js"
export {
  type Belief,
  eventfulFluents,
  type FactAt,
  factsAt,
  type Misjudged,
  misjudgedAt,
  takenToKnow,
} from "./moment.js"
export { type InnerLife, innerLivesOf } from "./inner-life.js"
export {
  type AnsweredStory,
  askBeliefStories,
  type BeliefAnswer,
  type BeliefCount,
  type BeliefStoriesResult,
} from "./belief-stories.js"
export { askMakeBeliefStories, type MadeStories, type MakeQuestion } from "./make-belief-stories.js"
export { askScenario, type ScenarioResult } from "./scenario.js"
export { askAdvice } from "./advice.js"
export { askCompare } from "./compare.js"
export { askExplore, type ExploreProgress, type ExploreQuestion } from "./explore.js"
export { askReach } from "./reach.js"
export { askExport, type ExportText } from "./export.js"
export { askSearch, type Snapshot } from "./search.js"
export { askSolve, mayTell } from "./solve.js"
export { askTelling } from "./telling.js"
export { depthToTell, withFears } from "./hopes.js"
export { askList, type ListProgress, type ListResult, type Listing } from "./list.js"
export {
  askOutlook,
  askPlay,
  askTurn,
  type PlayOutlook,
  type PlayQuestion,
  playReasons,
  playStanding,
  type PlayStanding,
  playText,
} from "./play.js"
export { differenceOf, mostDifferent } from "./different.js"
export {
  actsIn,
  type Fact,
  factOf,
  historyOf,
  type History,
  isEventful,
  type Mind,
  type Row,
} from "./history.js"
