/** Every language in which stories can be told: its folder, and a line here. */
import { english } from "./english/tongue.js"
import type { Tongue } from "./tongue.js"

/** The tongues that come with the package, by name. */
export const tongues = {
  english,
} satisfies Readonly<Record<string, Tongue>>

/** The language of a telling, unless its caller hands in another. */
export const usualTongue: Tongue = tongues.english
