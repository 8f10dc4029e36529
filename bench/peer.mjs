/**
 * The peer's best figure for each setting: measured on this class of machine if it was, else as published.
 */
import { join } from "node:path"
import { readCsv } from "./csv.mjs"
import { hasPublished, published } from "./settings.mjs"

/**
 * By name of setting: `{ ms, planner, source, length }`; nothing for a setting that the peer never solved.
 */
export function peerFigures() {
  if (!hasPublished()) return new Map()
  const best = new Map()
  for (const row of readCsv(join(published, "peer-published.csv"))) {
    if (Number(row.runs_solved_of_10) > 0) keepQuicker(best, row.name, publishedFigure(row))
  }
  const here = new Map()
  for (const row of readCsv(join(published, "peer-here.csv"))) {
    if (row.solved === "True") keepQuicker(here, row.name, hereFigure(row))
  }
  return new Map([...best, ...here])
}

function publishedFigure(row) {
  return {
    ms: Number(row.mean_ms),
    planner: row.planner,
    source: "published",
    length: Number(row.mean_plan_length),
  }
}

function hereFigure(row) {
  return { ms: Number(row.search_ms), planner: row.planner, source: "here", length: Number(row.plan_length) }
}

function keepQuicker(figures, name, figure) {
  const known = figures.get(name)
  if (known === undefined || figure.ms < known.ms) figures.set(name, figure)
}
