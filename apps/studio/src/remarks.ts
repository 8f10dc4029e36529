/**
 * Which remarks are shown: all but those that only say that something is not written yet. An empty page is no
 * mistake, and a word under the cursor may still become the right one.
 */
import type { Diagnostic } from "@dramaturg/model"
import { nextStep } from "./next-step.js"
import { isBlank, type StudioState, textOf } from "./state.js"

type Seen = Pick<StudioState, "diagnostics" | "besides" | "typing" | "project" | "story">

export function remarksOf(state: Seen): readonly Diagnostic[] {
  const { diagnostics, typing, project } = state
  if (isBlank(project)) return []
  const hasStep = nextStep(state) !== null
  return diagnostics.filter(
    (each) =>
      !(each.code === "empty-world" || (hasStep && each.code === "no-author-utility")) &&
      !(typing && isUnderWay(each, typing, textOf(project, typing.file))),
  )
}

export function remarksBeside(state: Seen): readonly Diagnostic[] {
  const { besides, typing, project } = state
  return besides.filter((each) => !(typing && isUnderWay(each, typing, textOf(project, typing.file))))
}

/**
 * It touches the cursor, or nothing but space lies between; or it says that the text is not at its end yet.
 */
function isUnderWay(
  { span, code }: Diagnostic,
  { file, at }: NonNullable<StudioState["typing"]>,
  text: string,
): boolean {
  if (span.file !== file) return false
  if (code === "unclosed-bracket" || code === "unclosed-comment") return true
  const end = span.offset + Math.max(1, span.length)
  if (span.offset <= at && at <= end) return true
  const between = at < span.offset ? text.slice(at, span.offset) : text.slice(end, at)
  return between.length < 200 && between.trim() === ""
}
