/** What the engine found out, in words. One folder to a tongue; there is English so far. */
export { repairSentences, reviewSentences } from "./english/review.js"
export { whySentences } from "./english/why.js"
export { whyNotSentences, endingSentences } from "./english/why-not.js"
export { whatIfSentences } from "./english/what-if.js"
export { scenarioSentences, type FulfilmentWords } from "./english/scenario.js"
