/** Every setting under several orders of its actions: how much of a time is luck. One run for each order. */
import { launch } from "../launch.mjs"
import { median, rounded } from "../measure.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { chosenSettings } from "../settings.mjs"
import { count, short, terminalHead, terminalRow } from "../table.mjs"

export async function run({ names, seeds, timeoutMs, mostMiB, engine }, snapshot) {
  const rows = []
  printLine(terminalHead(columns))
  for (const setting of chosenSettings(names)) {
    const outcomes = []
    for (let seed = 1; seed <= seeds; seed++) {
      showProgress(`${setting.name}  order ${seed} of ${seeds}`)
      outcomes.push({
        seed,
        ...(await launch({ setting, snapshot, engine: { ...engine, seed }, timeoutMs, mostMiB })),
      })
    }
    rows.push(spreadOf(setting.name, outcomes))
    printLine(terminalRow(columns, rows.at(-1)))
  }
  return { settings: rows }
}

function spreadOf(name, outcomes) {
  const solved = outcomes.filter((each) => each.solved)
  const times = solved.map((each) => each.searchMs)
  const lengths = solved.map((each) => each.length)
  return {
    name,
    orders: outcomes.length,
    solved: solved.length,
    failed: outcomes
      .filter((each) => !each.solved)
      .map(({ seed, status, limit, error }) => ({ seed, status, limit, error })),
    ms: { least: rounded(least(times)), median: rounded(median(times)), most: rounded(most(times)) },
    length: { least: least(lengths), most: most(lengths) },
    mostMiB: rounded(most(outcomes.map((each) => each.peakMiB ?? 0))),
    mostStates: most(outcomes.map((each) => each.states ?? 0)),
    msOfEach: outcomes.map((each) => rounded(each.searchMs)),
  }
}

const least = (values) => (values.length === 0 ? undefined : Math.min(...values))
const most = (values) => (values.length === 0 ? undefined : Math.max(...values))

const span = ({ least, most }) =>
  least === undefined ? "–" : least === most ? String(least) : `${least}–${most}`

const failures = (row) =>
  row.failed.map((each) => `order ${each.seed} ${each.limit ?? each.status}`).join(", ")

export const columns = [
  { title: "setting", width: 17, isLeft: true, cell: (row) => row.name },
  { title: "solved", width: 8, cell: (row) => `${row.solved} of ${row.orders}` },
  { title: "acts", width: 5, cell: (row) => span(row.length) },
  { title: "least ms", width: 8, cell: (row) => short(row.ms.least) },
  { title: "median ms", width: 9, cell: (row) => short(row.ms.median) },
  { title: "most ms", width: 8, cell: (row) => short(row.ms.most) },
  {
    title: "most/least",
    width: 10,
    cell: (row) => short(row.ms.least ? row.ms.most / row.ms.least : undefined),
  },
  { title: "most MiB", width: 8, cell: (row) => count(row.mostMiB) },
  { title: "not solved", width: 10, isLeft: true, cell: failures },
]
