/** `Problem` to stories, and the judge. Ask `groundingNotes` first, then `startSearch` and `step`, or `verify` what you have. */
export { groundingNotes } from "./notes.js";
export { startSearch, } from "./search/search.js";
export { methods } from "./search/methods/index.js";
export { heuristics } from "./heuristics/index.js";
export { verify, limitsOf } from "./verify.js";
export { readCertificate, printCertificate } from "./certificate.js";
//# sourceMappingURL=index.js.map