/**
 * The tables in bench/README.md, between marks, and its plots, from what was measured last. They are never
 * written by hand.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { columnsOf } from "./kinds/ablation.mjs"
import { columns as exploreColumns, drawExplorePlots } from "./explore/explore.mjs"
import { columns as settingColumns, sentencesOf, totalsOf } from "./kinds/settings.mjs"
import { columns as shuffleColumns } from "./kinds/shuffle.mjs"
import { fileColumns } from "./kinds/studio.mjs"
import { columns as warmColumns } from "./kinds/warm.mjs"
import { columns as sliceColumns } from "./slices/slices.mjs"
import { columns as largeColumns } from "./large/large.mjs"
import { columns as hopeColumns } from "./hope/hope.mjs"
import { conclusionOf, drawPlots, sentenceOf } from "./growth/growth.mjs"
import { latestResults } from "./results.mjs"
import { markdownTable } from "./table.mjs"

const readme = fileURLToPath(new URL("README.md", import.meta.url))

const sections = {
  settings: ({ settings }) =>
    `${markdownTable(settingColumns, settings)}\n\n${listOf(sentencesOf(totalsOf(settings)))}`,
  shuffle: ({ settings }) => markdownTable(shuffleColumns, settings),
  ablation: ({ variants, settings }) =>
    `${markdownTable(columnsOf(variants), settings)}\n\n${listOf(variants.map(({ title, says }) => `**${title}**: ${says}`))}`,
  growth: (figures) => `${listOf(figures.dimensions.map(sentenceOf))}\n\n**${conclusionOf(figures)}**`,
  large: ({ worlds, verdict }) => `${markdownTable(largeColumns, worlds)}\n\n${listOf(verdict)}`,
  hope: ({ houses, verdict }) => `${markdownTable(hopeColumns, houses)}\n\n${listOf(verdict)}`,
  explore: ({ worlds, verdict }) => `${markdownTable(exploreColumns, worlds)}\n\n${listOf(verdict)}`,
  slices: ({ calls, verdict }) => `${markdownTable(sliceColumns, calls)}\n\n${listOf(verdict)}`,
  studio: ({ verdict, firstVisit: { files } }) =>
    `${listOf(verdict)}\n\n${markdownTable(fileColumns, files)}`,
  warm: ({ questions, verdict }) => `${markdownTable(warmColumns, questions)}\n\n${listOf(verdict)}`,
}

export function writeReadme() {
  const text = Object.keys(sections).reduce(renewed, readFileSync(readme, "utf8"))
  writeFileSync(readme, text)
  const growth = latestResults("growth")
  if (growth !== undefined) drawPlots(growth)
  const explored = latestResults("explore")
  if (explored !== undefined) drawExplorePlots(explored)
  console.error("Renewed the tables and plots of bench/README.md.")
}

/** The text with one section's table replaced by the latest; a kind that was never measured says so. */
function renewed(text, kind) {
  const [start, end] = [
    `<!-- ${kind}: written by npm run bench -- --write-readme -->`,
    `<!-- end of ${kind} -->`,
  ]
  const from = text.indexOf(start)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0)
    throw new Error(`bench/README.md has lost the marks around its ${kind} table: ${start} … ${end}`)
  return `${text.slice(0, from + start.length)}\n\n${bodyOf(kind)}\n\n${text.slice(to)}`
}

function bodyOf(kind) {
  const figures = latestResults(kind)
  return figures === undefined
    ? "Not measured yet."
    : `${sections[kind](figures)}\n\n${whereAndWhen(figures)}`
}

function whereAndWhen({ circumstances: around, options }) {
  const machine = `${around.processor}, ${around.processors} processors, load ${around.load} at the start`
  return `<sub>${around.date.slice(0, 16).replace("T", " ")} UTC, Node ${around.node}, ${machine}; commit ${around.commit}, build ${around.build}; runs ${options.runs}, ${options.timeoutMs / 1000} s each at most.</sub>`
}

const listOf = (lines) => lines.map((each) => `- ${each}`).join("\n")
