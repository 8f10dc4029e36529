/** What a fluent can hold. */

/**
 * A value: `true`/`false`, a 64-bit float (never NaN, never -0), an entity by its name, or `null` for the unknown value `?`.
 * Two values are equal when they are the same value; unknown equals unknown.
 */
export type Value = boolean | number | string | null

/** The unknown value, written `?` in worlds, `null` in JSON and "unknown" in sentences. */
export const unknown = null

/** The text of a value as a world writes it: `True`, `False`, `?`, a number, or an entity's name. */
export function printValue(value: Value): string {
  if (value === null) return "?"
  if (value === true) return "True"
  if (value === false) return "False"
  return String(value)
}
