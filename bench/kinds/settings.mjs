/** Every setting, several runs each, beside the peer's best figure. */
import { geometricMean, measure } from "../measure.mjs"
import { peerFigures } from "../peer.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { chosenSettings, hasPublished } from "../settings.mjs"
import { count, short, terminalHead, terminalRow } from "../table.mjs"

/** Below this the peer's time is mostly the start of its machine, and a ratio says nothing. */
export const HARD_MS = 1000

/** From here on no setting may be slower than the peer. */
const NOTICEABLE_MS = 300

export async function run({ names, runs, timeoutMs, mostMiB, engine }, snapshot) {
  const settings = chosenSettings(names)
  if (!hasPublished())
    console.error(
      "No published settings beside the checkout (../shared/benchmarks): only the worlds in stories/ are measured.",
    )
  const peers = peerFigures()
  const rows = []
  printLine(terminalHead(columns))
  for (const setting of settings) {
    const show = (what) => showProgress(`${rows.length + 1} of ${settings.length}  ${setting.name}  ${what}`)
    const onRun = (run, all) => show(`run ${run} of ${all}`)
    const onProgress = ({ visited, states, bound }) =>
      show(`${count(visited)} visited, ${count(states)} states, no story below ${bound} acts`)
    const row = withPeer(
      await measure(setting, { snapshot, engine, runs, timeoutMs, mostMiB, onRun, onProgress }),
      peers.get(setting.name),
    )
    rows.push(row)
    printLine(terminalRow(columns, row) + remarkOn(row))
  }
  const totals = totalsOf(rows)
  printLine(`\n${sentencesOf(totals).join("\n")}`)
  return { totals, settings: rows }
}

/** The ratio is search against search: neither side's reading and grounding is in it. */
export function withPeer(row, peer) {
  if (peer === undefined) return { ...row, peer: null, ratio: null }
  return {
    ...row,
    peer,
    ratio: row.solved ? Number((peer.ms / Math.max(row.searchMs, 0.1)).toPrecision(4)) : null,
  }
}

export function totalsOf(rows) {
  const solved = rows.filter((each) => each.solved)
  const hard = rows.filter((each) => each.peer !== null && each.peer.ms > HARD_MS)
  const largest = (key) =>
    rows.reduce((best, each) => ((each[key] ?? 0) > (best?.[key] ?? 0) ? each : best), undefined)
  const isBehind = (row) => row.peer?.source === "here" && row.peer.ms > NOTICEABLE_MS && !(row.ratio >= 1)
  return {
    settings: rows.length,
    solved: solved.length,
    notSolved: rows.filter((each) => !each.solved).map((each) => each.name),
    searchMs: Math.round(sum(solved, "searchMs")),
    searchCpuMs: solved.every((each) => each.searchCpuMs !== undefined)
      ? Math.round(sum(solved, "searchCpuMs"))
      : null,
    prepareMs: Math.round(sum(solved, "readMs") + sum(solved, "groundMs")),
    slowest: nameAnd(largest("searchMs"), "searchMs"),
    largest: nameAnd(largest("peakMiB"), "peakMiB"),
    bytesPerState: perState(rows, "stateBytes"),
    bytesPerStateInAll: perState(rows, "bytes"),
    hard: hard.length,
    hardSolved: hard.filter((each) => each.solved).length,
    geometricMean:
      geometricMean(hard.filter((each) => each.ratio !== null).map((each) => each.ratio)) ?? null,
    slowerThanPeer: rows.filter(isBehind).map((each) => each.name),
    longerThanPeer: solved
      .filter((each) => each.peer && each.length > each.peer.length)
      .map((each) => each.name),
    unsteady: rows.filter((each) => each.isSteady === false).map((each) => each.name),
  }
}

const sum = (rows, key) => rows.reduce((total, each) => total + (each[key] ?? 0), 0)

/** Over all settings; tables that grow by doubling make a single one look cheaper or dearer than it is. */
const perState = (rows, key) =>
  rows.every((each) => each[key] !== undefined) ? sum(rows, key) / sum(rows, "states") : null

const nameAnd = (row, key) => (row === undefined ? null : { name: row.name, [key]: row[key] })

export function sentencesOf(totals) {
  const working = totals.searchCpuMs === null ? "" : ` (${count(totals.searchCpuMs)} ms of processor time)`
  const list = (names) => (names.length === 0 ? "none" : names.join(", "))
  return [
    `${totals.solved} of ${totals.settings} solved, in ${count(totals.searchMs)} ms of searching${working}; reading and grounding ${count(totals.prepareMs)} ms more.`,
    ...(totals.notSolved.length > 0 ? [`Not solved: ${list(totals.notSolved)}.`] : []),
    ...(totals.slowest
      ? [
          `Slowest: ${totals.slowest.name}, ${count(totals.slowest.searchMs)} ms. Largest: ${totals.largest.name}, ${count(totals.largest.peakMiB)} MiB.`,
        ]
      : []),
    ...(totals.bytesPerState
      ? [
          `A state costs ${count(totals.bytesPerState)} bytes; with all that is remembered about it and is still to be visited, ${count(totals.bytesPerStateInAll)}.`,
        ]
      : []),
    ...(totals.hard > 0
      ? [
          `Where the peer needs over a second (${totals.hard} settings, ${totals.hardSolved} solved here): ${short(totals.geometricMean)} times as quick, geometric mean.`,
          `Slower than the peer on this class of machine, where it needs over ${NOTICEABLE_MS} ms: ${list(totals.slowerThanPeer)}.`,
          `Longer story than the peer's quickest: ${list(totals.longerThanPeer)}.`,
        ]
      : []),
    ...(totals.unsteady.length > 0
      ? [`Counts that differ from run to run, which must not be: ${list(totals.unsteady)}.`]
      : []),
  ]
}

export function remarkOn(row) {
  if (row.error) return `  ${row.error}`
  if (!row.solved) return `  ${row.status}${row.limit ? `: ${row.limit}` : ""}`
  return row.undecided ? "  the judge is undecided" : ""
}

const shortReason = ({ status, limit }) => limit?.split(" ")[0] ?? status

const peerWord = (peer) => (peer ? `${count(peer.ms)}${peer.source === "published" ? "*" : ""}` : "–")

export const columns = [
  { title: "setting", width: 17, isLeft: true, cell: (row) => row.name },
  { title: "solved", width: 6, cell: (row) => (row.solved ? "yes" : shortReason(row)) },
  { title: "acts", width: 4, cell: (row) => `${row.length ?? "–"}${row.shortest === false ? "+" : ""}` },
  { title: "visited", width: 9, cell: (row) => count(row.visited) },
  { title: "generated", width: 10, cell: (row) => count(row.generated) },
  { title: "states", width: 9, cell: (row) => count(row.states) },
  {
    title: "read+ground ms",
    width: 14,
    cell: (row) => count(row.readMs === undefined ? undefined : row.readMs + row.groundMs),
  },
  { title: "search ms", width: 9, cell: (row) => short(row.searchMs) },
  { title: "MiB", width: 5, cell: (row) => count(row.peakMiB) },
  { title: "peer ms", width: 10, cell: (row) => peerWord(row.peer) },
  { title: "times as quick", width: 14, cell: (row) => short(row.ratio) },
]
