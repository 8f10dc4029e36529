/** Takes a repair over into the outline. Lines that are no acts keep their places. */
import type { Repair } from "@dramaturg/model"
import { command, isWriter } from "./command.js"

export const applyRepair = command<Repair>({
  name: "apply-repair",
  when: (state) => isWriter(state) && state.outline.review?.kind === "reviewed",
  perform: ({ change }, repair) =>
    change((state) => {
      const { review } = state.outline
      if (review?.kind !== "reviewed") return state
      const outline = repaired(
        state.project.outline.split("\n"),
        review.lines.map((each) => each.line),
        repair,
      ).join("\n")
      return {
        ...state,
        project: { ...state.project, outline },
        outline: { ...state.outline, repairs: null },
        notice: "The repair stands in the plot.",
        gone: { kind: "plot", project: state.project.id, text: state.project.outline },
      }
    }),
})

/** `places`: on which line each act stands, from 1. */
export function repaired(
  lines: readonly string[],
  places: readonly number[],
  repair: Repair,
): readonly string[] {
  const { kind, act, before, acts, insertions = [] } = repair
  // From the last one backwards, so that the lines of the others keep their numbers.
  if (kind === "fill")
    return insertions.reduceRight(
      (text, each) =>
        repaired(text, places, { ...repair, kind: "insert", act: each.before, acts: each.acts }),
      lines,
    )
  const bullet = /^(\s*[-*+]\s+)/.exec(lines[(places[0] ?? 1) - 1] ?? "")?.[1] ?? ""
  const gone = kind === "insert" ? undefined : places[act - 1] - 1
  const put = kind === "drop" ? [] : kind === "move" ? [lines[gone!]] : acts.map((each) => bullet + each)
  const place = kind === "insert" ? act : kind === "move" ? before! : undefined
  const target =
    place === undefined ? -1 : place > places.length ? (places.at(-1) ?? lines.length) : places[place - 1] - 1
  const mended: string[] = []
  lines.forEach((line, i) => {
    if (i === target) mended.push(...put)
    if (i !== gone) mended.push(line)
  })
  return target >= lines.length ? [...mended, ...put] : mended
}
