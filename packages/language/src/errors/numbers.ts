/**
 * Reports numbers that a world writes with more digits than can be stored, or with a sign that means
 * nothing.
 */
import { type Fix, type Span, printValue } from "@dramaturg/model"

/** The number as it is stored, if that differs from what was written; undefined if it is the same. */
export function keptOtherwise(written: string): string | undefined {
  const kept = printValue(Number(written) + 0)
  return plain(written) === kept ? undefined : kept
}

/** The same number without digits that add nothing: 0.5 for `.50`, 7 for `007`, -2 for `-2.`. */
function plain(written: string): string {
  const [, sign, whole, fraction = ""] = /^(-?)0*(\d*)\.?(\d*)$/.exec(written) ?? [written, "", written]
  const rest = fraction.replace(/0+$/, "")
  return `${sign}${whole === "" ? "0" : whole}${rest === "" ? "" : `.${rest}`}`
}

export interface Loss {
  readonly message: string
  readonly extra: { readonly hint: string; readonly fixes: readonly Fix[] }
}

/** The message about a number that cannot be stored as it is written; `span`: of the number alone. */
export function lossOf(written: string, span: Span): Loss | undefined {
  const kept = keptOtherwise(written)
  if (kept === undefined) return undefined
  const short = written.length > 40 ? `${written.slice(0, 40)}…` : written
  const message =
    kept === "0" && !/[1-9]/.test(written)
      ? `Zero has no sign: \`${short}\` is kept as ${kept}.`
      : `\`${short}\` has more digits than a number can keep: it is kept as ${kept}.`
  const hint = "About 15 digits are kept. Write the number that is meant, or count in larger units."
  return { message, extra: { hint, fixes: [{ title: `Write ${kept}`, edits: [{ span, text: kept }] }] } }
}
