/** The third door: what an editor asks about a text. All of it is told from tokens; nothing behind this door loads Langium. */
export { type Role, type Roled, rolesOf } from "./roles.js"
