/**
 * What the judge says of a story: every breach; or where it was not sure, act by act what holds and what is
 * open.
 */
import type { Breach, JudgedAct, Limits, Verdict } from "@dramaturg/model"
import type { Colours } from "../colours.js"
import { grouped } from "../thread/progress-line.js"
import { wrapped } from "./wrapped.js"

export interface Judged {
  readonly verdict: Verdict
  readonly plan: readonly string[]
  /** Within which limits it was judged. */
  readonly bounds: Required<Limits> | undefined
}

export function verdictText({ verdict, plan, bounds }: Judged, colours: Colours, sentence: string): string {
  const { breaches, acts } = verdict
  const lines =
    acts === undefined
      ? breaches.map((each) => breachLine(each, plan, colours))
      : standing({ acts, breaches, plan, bounds }, colours)
  return [`${verdict.verdict}: ${sentence}\n`, ...lines.map((each) => `${each}\n`)].join("")
}

function breachLine(
  { act, character, message, definition }: Breach,
  plan: readonly string[],
  colours: Colours,
): string {
  const where = act === 0 ? "the story as a whole" : `act ${act}, ${plan[act - 1] ?? "beyond the end"}`
  const person = character === null ? "" : `, ${character}`
  return `  ${colours.bold(where)}${person}: ${message} ${colours.dim(`[${definition}]`)}`
}

interface Standing {
  readonly acts: readonly JudgedAct[]
  readonly breaches: readonly Breach[]
  readonly plan: readonly string[]
  readonly bounds: Judged["bounds"]
}

function standing({ acts, breaches, plan, bounds }: Standing, colours: Colours): readonly string[] {
  const width = String(plan.length).length
  const names = acts.map(({ act }) =>
    act === 0
      ? `${" ".repeat(width + 2)}the story as a whole`
      : `${String(act).padStart(width)}. ${plan[act - 1]}`,
  )
  const longest = Math.min(48, Math.max(...names.map((each) => each.length)))
  const lines = acts.flatMap((each, i) => {
    const name = names[i].padEnd(longest)
    if (each.standing === "holds") return [`${name}  ${colours.dim("holds")}`]
    const questions = breaches
      .filter(({ act }) => act === each.act)
      .map(({ message, definition }) => `${message} [${definition}]`)
    return [
      `${name}  ${colours.bold("open")}${tried(each)}`,
      ...questions.flatMap((message) => wrapped(message, width + 4)),
    ]
  })
  return [...lines, ...(bounds === undefined ? [] : [within(bounds)])]
}

function tried({ looks }: JudgedAct): string {
  return looks === 0 ? "" : ` after ${grouped(looks)} ${looks === 1 ? "look" : "looks"}`
}

function within({ author, character, belief }: Required<Limits>): string {
  const words = (limit: number | null): string => (limit === null ? "none" : String(limit))
  return `What holds was settled within these limits: author ${words(author)}, character ${words(character)}, belief ${words(belief)}.`
}
