/** The second door, for Sabre's language alone: behind it nothing loads Langium, which takes longer than reading most worlds. */
export { compileSabre, dialectOf } from "./compile-sabre.js"
