/**
 * How time and states grow as the village grows along one dimension at a time, the others at their smallest.
 */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { generatedSetting } from "../generated.mjs"
import { measure } from "../measure.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { count, short, terminalHead, terminalRow } from "../table.mjs"
import { growthOf } from "./fit.mjs"
import { plotOf } from "./plot.mjs"
import { dimensions, smallest } from "./village.mjs"

const STEP = 1.4
const LARGEST = 300

export async function run({ names, runs, timeoutMs, mostMiB, engine }, snapshot) {
  const chosen = names.length > 0 ? names : Object.keys(dimensions)
  for (const name of chosen)
    if (!(name in dimensions))
      throw new Error(`There is no dimension ${name}: ${Object.keys(dimensions).join(", ")}.`)
  const how = { snapshot, engine, runs, timeoutMs, mostMiB }
  const grown = []
  printLine(terminalHead(sizeColumns))
  for (const dimension of chosen) grown.push(await growAlong(dimension, how))
  const figures = { smallest, dimensions: grown, steepest: steepestOf(grown) }
  printLine(`\n${grown.map(sentenceOf).join("\n")}\n${conclusionOf(figures)}`)
  if (names.length === 0) drawPlots(figures)
  return figures
}

/** Larger and larger, until a run needs too much time or memory. */
async function growAlong(dimension, how) {
  const sizes = []
  const first = Math.max(1, smallest[dimension])
  for (let size = first; size <= LARGEST; size = Math.max(size + 1, Math.round(size * STEP))) {
    showProgress(`${dimension} ${size}`)
    const setting = generatedSetting(`village-${dimension}-${size}`)
    const onProgress = ({ visited, states }) =>
      showProgress(`${dimension} ${size}  ${count(visited)} visited, ${count(states)} states`)
    const { plan, searchMsOfEach, ...outcome } = await measure(setting, { ...how, onProgress })
    const row = { dimension, sizeIs: size, ms: totalMs(outcome), ...outcome }
    sizes.push(row)
    printLine(terminalRow(sizeColumns, row))
    if (!row.solved || row.ms > how.timeoutMs) break
  }
  const along = (key) => growthOf(pointsOf(sizes, key))
  return {
    dimension,
    means: dimensions[dimension],
    ms: along("ms"),
    states: along("states"),
    visited: along("visited"),
    sizes,
  }
}

const pointsOf = (sizes, key) =>
  sizes.filter((each) => each.solved && each[key] > 0).map((each) => [each.sizeIs, each[key]])

const totalMs = ({ readMs, groundMs, searchMs }) =>
  searchMs === undefined ? undefined : readMs + groundMs + searchMs

const sizeColumns = [
  { title: "dimension", width: 10, isLeft: true, cell: (row) => row.dimension },
  { title: "size", width: 4, cell: (row) => row.sizeIs },
  { title: "actions", width: 8, cell: (row) => count(row.size?.actions) },
  { title: "acts", width: 4, cell: (row) => row.length ?? "–" },
  { title: "visited", width: 9, cell: (row) => count(row.visited) },
  { title: "states", width: 10, cell: (row) => count(row.states) },
  { title: "ms", width: 8, cell: (row) => short(row.ms) },
  { title: "MiB", width: 5, cell: (row) => count(row.peakMiB) },
  {
    title: "",
    width: 1,
    isLeft: true,
    cell: (row) => (row.solved ? "" : (row.limit ?? row.error ?? row.status)),
  },
]

/** The dimension along which time grows most steeply where we had to stop. */
export function steepestOf(grown) {
  const known = grown.filter((each) => each.ms !== undefined)
  return (
    known.reduce((a, b) => (b.ms.steepness > (a?.ms.steepness ?? -Infinity) ? b : a), undefined)?.dimension ??
    null
  )
}

export function sentenceOf({ dimension, means, ms, sizes }) {
  const reached = sizes.filter((each) => each.solved).at(-1)
  if (ms === undefined || reached === undefined) return `${dimension} (${means}): too few sizes to tell.`
  const shape =
    ms.shape === "power" ? `as its power ${ms.power}` : `by a factor of ${ms.factor} for each one more`
  const end = sizes.at(-1).solved
    ? `${reached.sizeIs} is as far as we went`
    : `${reached.sizeIs} is the last size solved`
  return `${dimension} (${means}): time grows ${shape}; at the end twice as many take ${(2 ** ms.steepness).toFixed(1)} times as long; ${end}, in ${count(reached.ms)} ms.`
}

export function conclusionOf({ steepest }) {
  return steepest === null
    ? "Nothing can be said of which dimension grows fastest."
    : `What grows fastest is the time over the ${steepest}.`
}

/** States and time against size, beside this file. */
export function drawPlots({ dimensions: grown }) {
  const xTitle = "size of one dimension, the others at their smallest"
  const draw = (key, title, yTitle) => {
    const series = grown.map(({ dimension, sizes }) => ({ name: dimension, points: pointsOf(sizes, key) }))
    writeFileSync(
      fileURLToPath(new URL(`${key}.svg`, import.meta.url)),
      plotOf({ title, xTitle, yTitle, series }),
    )
  }
  draw("ms", "Time to a story", "milliseconds, grounding included")
  draw("states", "States kept", "states, those in minds included")
}
