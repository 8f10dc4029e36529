/**
 * How time and memory grow with the story space that is explored: twice as many states each time, until all
 * is seen or the time is up.
 */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { growthOf } from "../growth/fit.mjs"
import { plotOf } from "../growth/plot.mjs"
import { launch } from "../launch.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { chosenSettings } from "../settings.mjs"
import { count, short, terminalHead, terminalRow } from "../table.mjs"

const FIRST = 250
const LAST = 64_000

export async function run({ names, timeoutMs, mostMiB }, snapshot) {
  // Of the settings of one problem, which differ in their goals alone, one is enough.
  const settings = [...new Map(chosenSettings(names).map((each) => [each.path, each])).values()]
  const worlds = []
  printLine(terminalHead(sizeColumns))
  for (const setting of settings) worlds.push(await grow(setting, { snapshot, timeoutMs, mostMiB }))
  const figures = { worlds, verdict: verdictOf(worlds) }
  printLine(`\n${figures.verdict.join("\n")}`)
  if (names.length === 0) drawExplorePlots(figures)
  return figures
}

async function grow(setting, how) {
  const sizes = []
  const world = setting.path
    .split("/")
    .at(-1)
    .replace(/\.\w+$/, "")
  for (let states = FIRST; states <= LAST; states *= 2) {
    showProgress(`${world}, ${count(states)} states`)
    const row = {
      world,
      ...(await launch({
        setting: { ...setting, goal: undefined },
        engine: {},
        ...how,
        child: "run-explore",
        more: { states },
      })),
    }
    sizes.push(row)
    printLine(terminalRow(sizeColumns, row))
    if (row.status === "complete" || row.limit !== "visits") break
  }
  const along = (key) => growthOf(pointsOf(sizes, key))
  return {
    world,
    isWhole: sizes.at(-1).status === "complete",
    ms: along("ms"),
    keptMiB: along("keptMiB"),
    sizes,
  }
}

const pointsOf = (sizes, key) =>
  sizes.filter((each) => each.visited > 0 && each[key] > 0).map((each) => [each.visited, each[key]])

const sizeColumns = [
  { title: "world", width: 14, isLeft: true, cell: (row) => row.world },
  { title: "looked at", width: 9, cell: (row) => count(row.visited) },
  { title: "states", width: 9, cell: (row) => count(row.states) },
  { title: "acts", width: 9, cell: (row) => count(row.edges) },
  { title: "depth", width: 5, cell: (row) => row.depth },
  { title: "ms", width: 8, cell: (row) => short(row.ms) },
  { title: "kept MiB", width: 8, cell: (row) => short(row.keptMiB) },
  { title: "peak MiB", width: 8, cell: (row) => count(Math.round(row.peakMiB)) },
  {
    title: "",
    width: 9,
    isLeft: true,
    cell: (row) =>
      row.status === "complete" ? "all" : row.limit === "visits" ? "" : (row.limit ?? row.error),
  },
]

/** The last size of each world. */
export const columns = [
  { title: "world", cell: (row) => row.world, isLeft: true },
  {
    title: "states looked at",
    cell: (row) => `${count(row.sizes.at(-1).visited)}${row.isWhole ? " (all)" : ""}`,
  },
  { title: "ms", cell: (row) => short(row.sizes.at(-1).ms) },
  { title: "kept MiB", cell: (row) => short(row.sizes.at(-1).keptMiB) },
  { title: "peak MiB", cell: (row) => count(Math.round(row.sizes.at(-1).peakMiB)) },
  {
    title: "bytes a state",
    cell: (row) => count(Math.round((row.sizes.at(-1).keptMiB * 2 ** 20) / row.sizes.at(-1).visited)),
  },
  { title: "time grows as power", cell: (row) => row.ms?.power ?? "–" },
  { title: "memory as power", cell: (row) => row.keptMiB?.power ?? "–" },
]

function verdictOf(worlds) {
  const known = worlds.filter((each) => each.ms !== undefined)
  if (known.length === 0) return ["Too few sizes to tell how anything grows."]
  const most = (key) => known.reduce((a, b) => (b[key].power > a[key].power ? b : a))
  const [time, memory] = [most("ms"), most("keptMiB")]
  return [
    `Of ${worlds.length} worlds ${worlds.filter((each) => each.isWhole).length} were explored to their end.`,
    `Time grows at most as the power ${time.ms.power} of the states looked at (${time.world}), memory at most as the power ${memory.keptMiB.power} (${memory.world}); 1 is as the space does.`,
  ]
}

/** Time and memory against states, beside this file. */
export function drawExplorePlots({ worlds }) {
  // More lines than can be told apart would say nothing.
  const shown = worlds
    .filter((each) => each.sizes.length > 3)
    .sort((a, b) => b.sizes.at(-1).visited - a.sizes.at(-1).visited || b.sizes.at(-1).ms - a.sizes.at(-1).ms)
    .slice(0, 5)
  const draw = (key, title, yTitle) => {
    const series = shown.map(({ world, sizes }) => ({ name: world, points: pointsOf(sizes, key) }))
    writeFileSync(
      fileURLToPath(new URL(`${key}.svg`, import.meta.url)),
      plotOf({ title, xTitle: "states looked at", yTitle, series }),
    )
  }
  draw("ms", "Time to explore", "milliseconds, grounding included")
  draw("keptMiB", "Memory kept", "MiB")
}
