/**
 * Which versions need not be kept for ever: of the last hour all stay, of the last day one an hour, before
 * that one a day.
 */
import type { Version } from "./project-store.js"

const hour = 3_600_000
const day = 24 * hour

export function thinned(versions: readonly Version[], now: number): readonly number[] {
  const seen = new Set<string>()
  return versions.flatMap(({ id, at, label }) => {
    const age = now - at
    if (age < hour || label !== null) return []
    const drawer = age < day ? `h${Math.floor(at / hour)}` : `d${Math.floor(at / day)}`
    if (!seen.has(drawer)) {
      seen.add(drawer)
      return []
    }
    return [id]
  })
}
