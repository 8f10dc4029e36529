/**
 * What hoping costs: how many cases are supposed, and how long the search takes, as a house grows along one
 * dimension at a time, the others at their smallest. Counts are exact; times are compared with the smallest
 * house of the same dimension, measured in the same run.
 */
import { growthOf } from "../growth/fit.mjs"
import { measure } from "../measure.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { count, short, terminalHead, terminalRow } from "../table.mjs"
import { dimensions, house, smallest } from "./house.mjs"

export async function run({ names, runs, timeoutMs, mostMiB, engine }, snapshot) {
  const chosen = names.length > 0 ? names : Object.keys(dimensions)
  for (const name of chosen)
    if (!(name in dimensions))
      throw new Error(`There is no dimension ${name}: ${Object.keys(dimensions).join(", ")}.`)
  printLine(terminalHead(columns))
  const grown = []
  for (const dimension of chosen)
    grown.push(await growAlong(dimension, { snapshot, engine, runs, timeoutMs, mostMiB }))
  const houses = grown.flat()
  const verdict = grown.map(sentenceOf)
  printLine(`\n${verdict.join("\n")}`)
  return { smallest, houses, verdict }
}

async function growAlong(dimension, how) {
  const rows = []
  const { sizes, with: besides } = dimensions[dimension]
  for (const size of sizes) {
    showProgress(`${dimension} ${size}`)
    const text = house({ ...besides, [dimension]: size })
    const outcome = await measure({ name: `house-${dimension}-${size}`, text }, how)
    const { plan, searchMsOfEach, ...figures } = outcome
    const row = {
      dimension,
      sizeIs: size,
      boxes: dimension === "boxes" ? size : (besides?.boxes ?? smallest.boxes),
      ...figures,
      ratio: ratioOf(outcome, rows[0]),
    }
    rows.push(row)
    printLine(terminalRow(columns, row))
    if (!row.solved) break
  }
  return rows
}

/** How many times as long the search takes as in the smallest house. */
function ratioOf({ searchCpuMs, solved }, first) {
  if (first === undefined) return 1
  return solved ? Number((searchCpuMs / first.searchCpuMs).toFixed(2)) : null
}

export const columns = [
  { title: "grown", width: 8, isLeft: true, cell: (row) => row.dimension },
  { title: "size", width: 4, cell: (row) => row.sizeIs },
  { title: "open facts", width: 10, cell: (row) => row.boxes },
  { title: "acts", width: 4, cell: (row) => row.length ?? "–" },
  { title: "cases", width: 9, cell: (row) => count(row.cases) },
  { title: "visited", width: 9, cell: (row) => count(row.visited) },
  { title: "states", width: 9, cell: (row) => count(row.states) },
  { title: "time, of the smallest", width: 21, cell: (row) => short(row.ratio) },
  {
    title: "",
    width: 1,
    isLeft: true,
    cell: (row) => (row.solved ? "" : (row.limit ?? row.error ?? row.status)),
  },
]

/** How the cases grow along one dimension. */
function sentenceOf(rows) {
  const [{ dimension }] = rows
  const solved = rows.filter((each) => each.solved)
  const growth = growthOf(solved.filter((each) => each.cases > 0).map((each) => [each.sizeIs, each.cases]))
  const last = solved.at(-1)
  const ends =
    last === undefined
      ? "none was solved"
      : `size ${last.sizeIs} takes ${count(last.cases)} cases and ${short(last.ratio)} times the time of size ${solved[0].sizeIs}`
  const shape =
    growth === undefined
      ? "too few sizes to tell how cases grow"
      : growth.shape === "power"
        ? `cases grow as its power ${growth.power}`
        : `cases grow by a factor of ${growth.factor} for each one more`
  return `${dimension} (${dimensions[dimension].means}): ${shape}; ${ends}.`
}
