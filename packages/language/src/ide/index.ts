/** The third door: what an editor asks about a text. All of it is told from tokens; nothing behind this door parses. */
export { type Role, type Roled, rolesOf } from "./roles.js"
export { type Declaration, declarationsIn } from "./declarations.js"
export { type Place, referencesTo, definitionOf, renamed, bearerOf, toldOf } from "./references.js"
export { type Hover, hoverAt } from "./hover.js"
export { type Completion, completionsAt } from "./completion.js"
export { type Fold, foldsIn } from "./folding.js"
