/**
 * The API for editors: what an editor asks about a text. Everything is computed from tokens; no module here
 * parses.
 */
export { type Role, type Roled, rolesOf } from "./roles.js"
export { type Declaration, declarationsIn } from "./declarations.js"
export { type Place, referencesTo, definitionOf, renamed, bearerOf, toldOf } from "./references.js"
export { type Hover, hoverAt } from "./hover.js"
export { type Completion, completionsAt } from "./completion.js"
export { type Fold, foldsIn } from "./folding.js"
