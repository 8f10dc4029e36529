/**
 * Stories told, and what else the engine found out, in words. One folder to a tongue; there is English so
 * far.
 */
export { nearSentences, repairSentences, reviewSentences, type ReviewSentences } from "./english/review.js"
export { whySentences } from "./english/why.js"
export { whyNotSentences, endingSentences, openingWords } from "./english/why-not.js"
export {
  actIn,
  believing,
  chainIn,
  type Diction,
  dictionOf,
  doing,
  headIn,
  nameIn,
  ownerIn,
  valueIn,
  verbOf,
} from "./english/diction.js"
export { caseIn } from "./english/answer-parts.js"
export { otherwiseSentences } from "./english/otherwise.js"
export { breachWords } from "./english/fearing.js"
export { adviceSentences } from "./english/advice.js"
export { foresight, unmetSentences } from "./english/survey.js"
export { whatIfSentences } from "./english/what-if.js"
export { plotWhatIfSentences } from "./english/what-if-plot.js"
export { scenarioSentences, type FulfilmentWords } from "./english/scenario.js"
export { startTelling, tell, usualManner } from "./tell.js"
export type { PlayedEvent, SlicedWords, Tongue, Words } from "./tongue.js"
export { tongues } from "./tongues.js"
export type { Beat, Discourse } from "./discourse/discourse.js"
export type { Speakable } from "./discourse/select.js"
export { checkTelling, type FalseClaim } from "./check.js"
export { actReaderOf, type ActReader } from "./english/read-act.js"
export { lossIn } from "./english/loss.js"
export { polish, type Polished, type Rephrase } from "./polish.js"
export { branchingOf, type Chronicler, titleOf } from "./branching.js"
export {
  choiceWords,
  endingWords,
  steeringWords,
  turnReasons,
  turnRemarks,
  waitWords,
} from "./english/play.js"
export { playManner, tellOpening, tellSince } from "./play.js"
export { factWords, nameWords, questionWords, wantWords } from "./english/fact-words.js"
export { meantWords } from "./english/meant-words.js"
export { cardsAt } from "./cards.js"
export { placeProperty, placesOf } from "./places.js"
