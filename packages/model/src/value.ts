/** What a fluent can hold. */

/**
 * A value: `true`/`false`, a finite 64-bit float (never NaN or infinite, never -0), an entity by its name,
 * `null` for the unknown value `?`, or, in a mind within a mind, `asItIs`. Two values are equal when they are
 * the same value; unknown equals unknown.
 */
export type Value = boolean | number | string | null

/** The unknown value, written `?` in worlds, `null` in JSON and "unknown" in sentences. */
export const unknown = null

/**
 * What a mind within a mind may hold of an open property (D40): that the other has it right, whatever it is.
 * Written ★ in docs/semantics.md. No formula can name it, and since it contains spaces, no entity has this
 * name. It equals itself and nothing else.
 */
export const asItIs = "as it is"

/**
 * The text of a value as a world writes it: `True`, `False`, `?`, a number, or an entity's name. `asItIs`,
 * which no world writes, is its own text.
 */
export function printValue(value: Value): string {
  if (value === null) return "?"
  if (value === true) return "True"
  if (value === false) return "False"
  return typeof value === "number" ? printNumber(value) : value
}

/**
 * The value of which this is the text. A text that is no other value is taken for an entity's name; never
 * throws.
 */
export function parseValue(text: string): Value {
  if (text === "?") return null
  if (text === "True" || text === "False") return text === "True"
  const number = text === "" ? NaN : Number(text)
  return Number.isFinite(number) && printNumber(number) === text ? number : text
}

/**
 * Digits and at most one point, no exponent, since worlds read nothing else. `parseValue` returns the same
 * number.
 */
function printNumber(value: number): string {
  const text = String(value)
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign, whole, fraction = "", exponent] = match
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`
  return sign + digits.padEnd(point, "0")
}
