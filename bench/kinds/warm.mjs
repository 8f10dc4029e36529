/**
 * The same world asked again: what an engine that was asked before saves, against a process that starts from
 * nothing.
 */
import { launch } from "../launch.mjs"
import { geometricMean, median, rounded } from "../measure.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { allSettings, chosenSettings, textOf } from "../settings.mjs"
import { count, short, terminalHead, terminalRow } from "../table.mjs"
import { changedText, worlds } from "./warm-changes.mjs"

/** How many times quicker than cold a warm answer is asked to be. */
const ASKED = 10

/** How many acts the scout may try before it has found one that leaves a story. */
const SCOUTED = 20

export async function run({ names, runs, timeoutMs, mostMiB, engine }, snapshot) {
  const how = { snapshot, engine, timeoutMs, mostMiB, child: "run-warm" }
  const rows = []
  printLine(terminalHead(columns))
  for (const setting of settingsOf(names)) {
    const written = changesOf(setting)
    showProgress(`${setting.name}  looking for acts`)
    const scouted = await launch({ setting, ...how, more: { step: "scout" }, searches: SCOUTED })
    if (scouted.act === undefined)
      throw new Error(
        `${setting.name}: there is no story to begin with (${scouted.error ?? scouted.limit ?? scouted.status}).`,
      )
    if (scouted.otherAct === undefined)
      printLine(`${setting.name}: no act but ${scouted.act} leaves a story, so none is asked about.`)
    for (const question of [{ asks: "first", what: "" }, ...actsOf(scouted), ...written]) {
      rows.push(await answers(setting, question, runs, how))
      printLine(terminalRow(columns, rows.at(-1)))
    }
  }
  checkAnswers(rows)
  const verdict = verdictOf(rows)
  printLine(`\n${verdict.join("\n")}`)
  return { asked: ASKED, questions: rows, verdict }
}

/**
 * Those that were named; if none was, those of which it is written down what to change and that are there.
 */
function settingsOf(names) {
  return names.length > 0 ? chosenSettings(names) : allSettings().filter((each) => each.name in worlds)
}

/** The questions with something changed, their texts made, before anything is measured. */
export function changesOf(setting) {
  const text = textOf(setting)
  return (worlds[setting.name] ?? []).map((each) =>
    each.from === undefined ? each : { ...each, text: changedText(text, each, setting.name) },
  )
}

function actsOf({ act, otherAct }) {
  const after = (label, asks) =>
    label === undefined ? [] : [{ asks, what: label, options: { past: [label] } }]
  return [...after(act, "act"), ...after(otherAct, "other act")]
}

/** One question: cold, warm and fresh processes by turns, so that a busy moment hits all of them. */
async function answers(setting, { asks, what, ...question }, runs, how) {
  const all = { cold: [], warm: [], fresh: [] }
  const steps = asks === "first" ? ["cold"] : Object.keys(all)
  for (let run = 1; run <= runs; run++) {
    for (const step of steps) {
      showProgress(`${setting.name}  ${asks} ${what}  run ${run} of ${runs}, ${step}`)
      all[step].push(await launch({ setting, ...how, more: { step, question }, searches: 2 }))
    }
  }
  return rowOf(setting.name, { asks, what }, all)
}

export function rowOf(world, question, { cold, warm, fresh }) {
  const outcomes = { cold: middleOf(cold), warm: middleOf(warm), fresh: middleOf(fresh) }
  return {
    world,
    ...question,
    runs: cold.length,
    ...outcomes,
    ratio: ratioOf(outcomes.cold, outcomes.warm),
    remembered: ratioOf(outcomes.fresh, outcomes.warm),
    differs: differenceOf([...cold, ...warm, ...fresh]),
    // A fresh engine does what a cold one does.
    isSteady: [[...cold, ...fresh], warm].every((same) =>
      same.every((each) => each.visited === same[0].visited),
    ),
  }
}

function middleOf(runs) {
  if (runs.length === 0) return null
  const { status, limit, error, length, shortest, visited } = runs.at(-1)
  const middle = (key) => rounded(median(runs.map((each) => each[key]).filter((each) => each !== undefined)))
  const times = Object.fromEntries(["ms", "beginMs", "searchMs", "readMs"].map((key) => [key, middle(key)]))
  return {
    status,
    limit,
    error,
    length,
    shortest,
    visited,
    ...times,
    msOfEach: runs.map((each) => rounded(each.ms)),
  }
}

const ratioOf = (one, other) =>
  one?.ms === undefined || other?.ms === undefined
    ? null
    : Number((one.ms / Math.max(other.ms, 0.1)).toPrecision(3))

/** Null if every process came to the same end; and that must be one which a clock has no part in. */
function differenceOf(runs) {
  const ends = [...new Set(runs.map(({ status, error }) => (error ? `${status} (${error})` : status)))]
  return ends.length === 1 && (ends[0] === "solved" || ends[0] === "exhausted") ? null : ends.join(" and ")
}

/** A warm answer that is not the cold one is no answer, however quick. */
export function checkAnswers(rows) {
  const different = rows.filter((each) => each.differs !== null)
  if (different.length === 0) return
  const list = different.map((row) => `  ${titleOf(row)}: ${row.differs}`)
  throw new Error(`COLD AND WARM DO NOT AGREE, or came to no end. Nothing is kept.\n${list.join("\n")}`)
}

const titleOf = ({ world, asks, what }) => [world, asks, what].filter(Boolean).join(", ")

/** Whether the last story still stood, so that nothing had to be searched. */
const stands = (row) => row.warm.visited === 0

const isChanged = ({ asks }) => ["fact", "want", "author"].includes(asks)

function verdictOf(all) {
  const rows = all.filter((each) => each.ratio !== null)
  const groups = [
    ["After the story's first act", (row) => row.asks === "act"],
    ["After another act", (row) => row.asks === "other act"],
    ["Something changed, the last story stands", (row) => isChanged(row) && stands(row)],
    ["Something changed, the last story falls", (row) => isChanged(row) && !stands(row)],
  ]
  const reached = rows.filter((each) => each.ratio >= ASKED)
  return [
    ...groups
      .map(([title, isOf]) => [title, rows.filter(isOf)])
      .filter(([, of]) => of.length > 0)
      .map(([title, of]) => `${title}: ${meansOf(of)}.`),
    `${ASKED} times quicker than cold was asked: reached by ${reached.length} of ${rows.length} questions.`,
    ...all
      .filter((each) => !each.isSteady)
      .map((row) => `Visits that differ from run to run, which must not be: ${titleOf(row)}.`),
  ]
}

function meansOf(rows) {
  const [cold, fresh] = ["ratio", "remembered"].map((key) =>
    short(geometricMean(rows.map((each) => each[key]))),
  )
  return `${cold} times quicker than cold, ${fresh} times quicker than a fresh engine in a warm process (geometric means of ${rows.length})`
}

const acts = (outcome) =>
  outcome === null ? "–" : `${outcome.length ?? "none"}${outcome.shortest === false ? "+" : ""}`

export const columns = [
  { title: "world", width: 17, isLeft: true, cell: (row) => row.world },
  { title: "asked about", width: 54, isLeft: true, cell: askedAbout },
  { title: "acts cold", width: 9, cell: (row) => acts(row.cold) },
  { title: "warm", width: 4, cell: (row) => acts(row.warm) },
  { title: "visited cold", width: 12, cell: (row) => count(row.cold.visited) },
  { title: "warm", width: 6, cell: (row) => count(row.warm?.visited) },
  { title: "read ms", width: 7, cell: (row) => short(row.cold.readMs) },
  { title: "cold ms", width: 7, cell: (row) => short(row.cold.ms) },
  { title: "fresh ms", width: 8, cell: (row) => short(row.fresh?.ms) },
  { title: "warm ms", width: 7, cell: (row) => short(row.warm?.ms) },
  { title: "begin", width: 5, cell: (row) => short(row.warm?.beginMs) },
  { title: "cold/warm", width: 9, cell: (row) => short(row.ratio) },
  { title: "fresh/warm", width: 10, cell: (row) => short(row.remembered) },
]

function askedAbout({ asks, what }) {
  const words = {
    first: "the world as it is written",
    act: `after ${what}`,
    "other act": `after, instead, ${what}`,
  }
  return words[asks] ?? `${asks}: ${what}`
}
