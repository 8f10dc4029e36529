/** What came of scenarios, for people to read and in the Test Anything Protocol (version 13). */
import type { ScenarioOutcome } from "@dramaturg/model"
import type { FulfilmentWords } from "@dramaturg/telling"
import type { Colours } from "../colours.js"
import { wrapped } from "./wrapped.js"

export interface Tested {
  readonly file: string
  readonly titles: readonly string[]
  /** Of the first of them; of all, if nothing cut it short. */
  readonly outcomes: readonly ScenarioOutcome[]
  readonly words: readonly (readonly FulfilmentWords[])[]
  readonly cutShortBy: string | null
}

const marks = { passed: "ok", failed: "FAILED", undecided: "undecided" }

export function testText(tested: readonly Tested[], colours: Colours): string {
  const blocks = tested.map((each) => worldText(each, colours))
  return [...blocks, summary(tested), ""].join("\n")
}

function worldText({ file, titles, outcomes, words, cutShortBy }: Tested, colours: Colours): string {
  const lines = [colours.bold(file)]
  if (titles.length === 0) lines.push("  There is no scenario in this world.", "")
  outcomes.forEach((each, i) => lines.push(...scenarioLines(each, words[i], colours)))
  for (const title of titles.slice(outcomes.length)) lines.push(`  not run    ${title}`)
  if (cutShortBy !== null) lines.push(`  Stopped: ${cutShortBy}.`, "")
  return lines.join("\n")
}

function scenarioLines({ title, outcome, fulfilments, origin }: ScenarioOutcome, words: readonly FulfilmentWords[], colours: Colours): readonly string[] {
  const head = `  ${marks[outcome].padEnd(10)} ${title}`
  if (outcome === "passed") return [head]
  const open = words.filter((_, i) => fulfilments[i].isMet !== true)
  return [
    colours.bold(`${head} (line ${origin.line})`),
    ...open.flatMap(({ expected, because }) => [`    expected ${expected}`, ...because.flatMap((each) => wrapped(each, 6))]), "",
  ]
}

function summary(tested: readonly Tested[]): string {
  const outcomes = tested.flatMap((each) => each.outcomes)
  const count = (outcome: ScenarioOutcome["outcome"]): number => outcomes.filter((each) => each.outcome === outcome).length
  const notRun = tested.reduce((sum, each) => sum + each.titles.length - each.outcomes.length, 0)
  const parts = [`${count("passed")} passed`, `${count("failed")} failed`, ...(count("undecided") > 0 ? [`${count("undecided")} undecided`] : []), ...(notRun > 0 ? [`${notRun} not run`] : [])]
  return `${parts.join(", ")}.`
}

export function tapOf(tested: readonly Tested[]): string {
  const total = tested.reduce((sum, each) => sum + each.titles.length, 0)
  const lines = ["TAP version 13", `1..${total}`]
  let number = 0
  for (const { file, titles, outcomes, words } of tested) {
    titles.forEach((title, i) => lines.push(...tapLines(++number, `${file}: ${title}`, outcomes[i], words[i])))
  }
  return `${lines.join("\n")}\n`
}

/** `#` would begin a directive. */
function tapLines(number: number, name: string, outcome: ScenarioOutcome | undefined, words: readonly FulfilmentWords[] | undefined): readonly string[] {
  const plain = name.replace(/#/g, "\\#")
  if (outcome === undefined) return [`not ok ${number} - ${plain} # not run`]
  if (outcome.outcome === "passed") return [`ok ${number} - ${plain}`]
  const open = words!.filter((_, i) => outcome.fulfilments[i].isMet !== true)
  const details = open.flatMap(({ expected, because }) => [`  - expected: ${JSON.stringify(expected)}`, "    because:", ...because.map((each) => `      - ${JSON.stringify(each)}`)])
  return [`not ok ${number} - ${plain}${outcome.outcome === "undecided" ? " (undecided)" : ""}`, "  ---", "  expectations:", ...details.map((each) => `  ${each}`), "  ..."]
}
