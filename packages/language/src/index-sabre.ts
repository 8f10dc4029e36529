/** The second door, for Sabre's language alone: behind it nothing loads the reader of `.drama`. */
export { compileSabre, dialectOf } from "./compile-sabre.js"
