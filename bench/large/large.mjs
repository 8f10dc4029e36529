/**
 * Worlds too large for the peer: how long reading and grounding take, how much memory, and whether long sums
 * stay linear.
 */
import { growthOf } from "../growth/fit.mjs"
import { generatedSetting } from "../generated.mjs"
import { measure } from "../measure.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { count, short, terminalHead, terminalRow } from "../table.mjs"

/** The size at which the peer's compiler gives up, and what is asked of ours there. */
const asked = { actions: 15_000, triggers: 6_000, ms: 3000, mib: 400 }

const sums = [250, 500, 1000, 2000, 4000]

const groups = {
  markets: ["market-10x10x40", "market-14x14x60", "market-20x20x20", "market-28x20x20"],
  sums: sums.map((size) => `wishes-${size}`),
  rows: [125, 250, 500, 1000].map((size) => `wishes-${size}-written-out`),
}

export async function run({ runs, timeoutMs, mostMiB, engine }, snapshot) {
  const rows = []
  printLine(terminalHead(columns))
  for (const [group, members] of Object.entries(groups)) {
    for (const setting of members.map(generatedSetting)) {
      showProgress(setting.name)
      const { plan, ...outcome } = await measure(setting, { snapshot, engine, runs, timeoutMs, mostMiB })
      rows.push({
        group,
        ...outcome,
        textKiB: Math.round(setting.text.length / 1024),
        sizeIs: Number(/\d+/.exec(setting.name)[0]),
      })
      printLine(terminalRow(columns, rows.at(-1)))
    }
  }
  const verdict = verdictOf(rows)
  printLine(`\n${verdict.join("\n")}`)
  return { asked, worlds: rows, verdict }
}

function verdictOf(all) {
  const [sums, rows] = ["sums", "rows"].map((group) => all.filter((each) => each.group === group))
  const large = all.find(
    (each) => each.size?.actions >= asked.actions && each.size?.triggers >= asked.triggers,
  )
  const power = (group, key) =>
    growthOf(group.filter((each) => each[key] > 0).map((each) => [each.sizeIs, each[key]]))?.power ?? "?"
  const total = large && large.readMs + large.groundMs
  return [
    large
      ? `${large.name}: ${count(large.size.actions)} actions and ${count(large.size.triggers)} triggers read and ground in ${count(total)} ms and ${count(large.peakMiB)} MiB (asked: under ${asked.ms} ms, ${asked.mib} MiB): ${total < asked.ms && large.peakMiB < asked.mib ? "reached" : "not reached"}.`
      : "No market came to the size that was asked for.",
    `Long sums as \`sum\`: reading and grounding grow as the power ${power(sums.map(prepared), "prepareMs")} of their length, the search as its power ${power(sums, "searchMs")}.`,
    `Long sums written out: ${power(rows.map(prepared), "prepareMs")} and ${power(rows, "searchMs")}. (Linear is 1; the search weighs as many acts as there are conditionals, and 2 would be in order.)`,
  ]
}

const prepared = (row) => ({ ...row, prepareMs: row.readMs + row.groundMs })

export const columns = [
  { title: "world", width: 24, isLeft: true, cell: (row) => row.name },
  { title: "KiB", width: 5, cell: (row) => count(row.textKiB) },
  { title: "fluents", width: 8, cell: (row) => count(row.size?.fluents) },
  { title: "actions", width: 8, cell: (row) => count(row.size?.actions) },
  { title: "triggers", width: 8, cell: (row) => count(row.size?.triggers) },
  { title: "read ms", width: 8, cell: (row) => short(row.readMs) },
  { title: "ground ms", width: 9, cell: (row) => short(row.groundMs) },
  { title: "search ms", width: 9, cell: (row) => (row.solved ? short(row.searchMs) : "–") },
  { title: "MiB", width: 5, cell: (row) => count(row.peakMiB) },
  { title: "", width: 1, isLeft: true, cell: (row) => row.error ?? "" },
]
