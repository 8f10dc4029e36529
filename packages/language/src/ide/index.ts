/**
 * The API for editors: what an editor asks about a text. Everything is computed from tokens; no module here
 * parses.
 */
export { type Role, type Roled, placeholdersOf, rolesOf } from "./roles.js"
export { type Declaration, declarationsIn } from "./declarations.js"
export {
  type Place,
  type Texts,
  nameAt,
  referencesTo,
  definitionOf,
  renamed,
  bearerOf,
  toldOf,
} from "./references.js"
export { type Hover, hoverAt } from "./hover.js"
export { type Completion, completionsAt } from "./completion.js"
export { type Fold, foldsIn } from "./folding.js"
export { type Included, includesIn } from "./includes.js"
export { type ScenarioPlace, scenariosIn } from "./scenarios.js"
export { type Parameter } from "./parameters.js"
export { type Signature, type Signatures, signaturesAt } from "./signature.js"
export { type Snippet, snippetOfCall, snippetOfWord, snippets } from "./snippets.js"
export { eventAt } from "./event-at.js"
export { isOfLibrary, libraryText } from "../library/library.js"
export { type GrammarRule, textMateGrammar } from "./textmate.js"
