/** What came of scenarios, for people to read and in the Test Anything Protocol (version 13). */
import type { Hits } from "@dramaturg/engine"
import { parseLabel, type Problem, type ScenarioOutcome, type Survey } from "@dramaturg/model"
import { actIn, type Diction, dictionOf, foresight, type FulfilmentWords, ownerIn } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { plural } from "../diagnostics.js"
import { wrapped } from "./wrapped.js"

export interface Tested {
  readonly file: string
  readonly titles: readonly string[]
  /** Of the first of them; of all, if nothing cut it short. */
  readonly outcomes: readonly ScenarioOutcome[]
  readonly words: readonly (readonly FulfilmentWords[])[]
  readonly cutShortBy: string | null
  /** If it was asked for. */
  readonly reach?: Reach
}

/** What can happen at all, and in how many plays it did. */
export interface Reach {
  readonly survey: Survey
  /** Null: the time was up. */
  readonly hits: Hits | null
  readonly actions: readonly string[]
  /** Not everything within the limits was looked at. */
  readonly isStopped: boolean
  /** Whose names are used. */
  readonly problem: Problem
}

const marks = { passed: "ok", failed: "FAILED", undecided: "undecided" }

export function testText(tested: readonly Tested[], colours: Colours): string {
  const blocks = tested.map((each) => worldText(each, colours))
  return [...blocks, summary(tested), ""].join("\n")
}

function worldText({ file, titles, outcomes, words, cutShortBy, reach }: Tested, colours: Colours): string {
  const lines = [colours.bold(file)]
  if (titles.length === 0) lines.push("  There is no scenario in this world.", "")
  outcomes.forEach((each, i) => lines.push(...scenarioLines(each, words[i], colours)))
  for (const title of titles.slice(outcomes.length)) lines.push(`  not run    ${title}`)
  if (cutShortBy !== null) lines.push(`  Stopped: ${cutShortBy}.`, "")
  return [...lines, ...(reach === undefined ? [] : ["", ...reachLines(reach)])].join("\n")
}

function reachLines({ survey, hits, actions, problem }: Reach): readonly string[] {
  const diction = dictionOf(problem)
  const width = Math.max(...actions.map((each) => each.length), 10)
  const rows = actions.flatMap((name) => {
    const [first, ...rest] = wrapped(
      `${reachedText(diction, survey, name)}${hits === null ? "" : `; ${playedText(hits, name, survey)}`}`,
      width + 4,
    )
    return [`  ${name.padEnd(width)}  ${first.trimStart()}`, ...rest]
  })
  const goals = survey.endings.filter((each) => each.ending === "goal")
  const soonest =
    goals.length === 0
      ? ""
      : `, at the soonest after ${Math.min(...goals.map((each) => each.shortest.length))} acts`
  const end =
    goals.length > 0
      ? `can be reached${soonest}`
      : survey.isWhole
        ? "cannot be reached"
        : "was not reached so far"
  const lost =
    survey.lost.ways.length === 0
      ? []
      : [`  It can be lost: ${survey.lost.ways[0].shortest.map((each) => actIn(diction, each)).join("; ")}.`]
  const played =
    hits === null
      ? []
      : [
          `  Of ${hits.plays} plays at random ${hits.endings.goal} reached it, ${hits.endings.rest} came to rest without, ${hits.endings.open} went on after 50 turns.`,
        ]
  return [
    `  What can happen${survey.isWhole ? "" : " (not all of it was looked at)"}:`,
    ...rows,
    `  The author's goal ${end}.`,
    ...lost,
    ...played,
    "",
  ]
}

/** Whether a character can do it at all: three different kinds of no. */
function reachedText(diction: Diction, survey: Survey, name: string): string {
  const first = survey.acts.find((each) => parseLabel(each.act).name === name)
  if (first !== undefined) return `first as act ${first.shortest.length}`
  const { why, states } = survey.reasons.find((each) => each.name === name) ?? {
    why: "impossible",
    states: 0,
  }
  const so = survey.isWhole ? "" : " so far"
  if (why === "never") return "can never happen: nothing in this world makes what it needs come about"
  if (why === "impossible")
    return `${survey.isWhole ? "is never possible" : "was not possible"} in any of the ${plural(survey.states, "state")} that ${whose(diction, survey)} lead to${so}`
  return `nobody has a reason to${so}, thinking ${foresight(survey.limits)}; it is possible in ${states} of ${plural(survey.states, "state")}`
}

function whose(diction: Diction, { as }: Survey): string {
  return as === null ? "explained acts" : `${ownerIn(diction, as)} choices`
}

/** Players need no reason for what they choose. */
function playedText({ acts, possible, plays }: Hits, name: string, { reasons }: Survey): string {
  const [done, open] = [acts[name] ?? 0, possible[name] ?? 0]
  if (done > 0)
    return `${reasons.some((each) => each.name === name) ? "a player did it " : ""}in ${done} of ${plays} plays`
  return open > 0
    ? `possible in ${open} of ${plays} plays, and never chosen`
    : `not possible in any of ${plays} plays`
}

function scenarioLines(
  { title, outcome, fulfilments, origin }: ScenarioOutcome,
  words: readonly FulfilmentWords[],
  colours: Colours,
): readonly string[] {
  const head = `  ${marks[outcome].padEnd(10)} ${title}`
  if (outcome === "passed") return [head]
  const open = words.filter((_, i) => fulfilments[i].isMet !== true)
  return [
    colours.bold(`${head} (line ${origin.line})`),
    ...open.flatMap(({ expected, because }) => [
      `    expected ${expected}`,
      ...because.flatMap((each) => wrapped(each, 6)),
    ]),
    "",
  ]
}

function summary(tested: readonly Tested[]): string {
  const outcomes = tested.flatMap((each) => each.outcomes)
  const count = (outcome: ScenarioOutcome["outcome"]): number =>
    outcomes.filter((each) => each.outcome === outcome).length
  const notRun = tested.reduce((sum, each) => sum + each.titles.length - each.outcomes.length, 0)
  const parts = [
    `${count("passed")} passed`,
    `${count("failed")} failed`,
    ...(count("undecided") > 0 ? [`${count("undecided")} undecided`] : []),
    ...(notRun > 0 ? [`${notRun} not run`] : []),
  ]
  return `${parts.join(", ")}.`
}

export function tapOf(tested: readonly Tested[]): string {
  const total = tested.reduce((sum, each) => sum + each.titles.length, 0)
  const lines = ["TAP version 13", `1..${total}`]
  let number = 0
  for (const { file, titles, outcomes, words } of tested) {
    titles.forEach((title, i) =>
      lines.push(...tapLines(++number, `${file}: ${title}`, outcomes[i], words[i])),
    )
  }
  return `${lines.join("\n")}\n`
}

/** `#` would begin a directive. */
function tapLines(
  number: number,
  name: string,
  outcome: ScenarioOutcome | undefined,
  words: readonly FulfilmentWords[] | undefined,
): readonly string[] {
  const plain = name.replace(/#/g, "\\#")
  if (outcome === undefined) return [`not ok ${number} - ${plain} # not run`]
  if (outcome.outcome === "passed") return [`ok ${number} - ${plain}`]
  const open = words!.filter((_, i) => outcome.fulfilments[i].isMet !== true)
  const details = open.flatMap(({ expected, because }) => [
    `  - expected: ${JSON.stringify(expected)}`,
    "    because:",
    ...because.map((each) => `      - ${JSON.stringify(each)}`),
  ])
  return [
    `not ok ${number} - ${plain}${outcome.outcome === "undecided" ? " (undecided)" : ""}`,
    "  ---",
    "  expectations:",
    ...details.map((each) => `  ${each}`),
    "  ...",
  ]
}
