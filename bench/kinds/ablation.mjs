/**
 * What each optimisation contributes: the hard settings with one at a time switched off, beside everything
 * switched on.
 */
import { measure } from "../measure.mjs"
import { peerFigures } from "../peer.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { chosenSettings } from "../settings.mjs"
import { count, terminalHead, terminalRow } from "../table.mjs"
import { doorOf } from "../snapshot.mjs"
import { HARD_MS } from "./settings.mjs"

export async function run({ names, runs, timeoutMs, mostMiB, engine }, snapshot) {
  const settings = names.length > 0 ? chosenSettings(names) : hardSettings()
  const variants = await variantsOf(snapshot)
  const columns = columnsOf(variants)
  const rows = []
  printLine(variants.map(({ title, says }) => `${title}: ${says}`).join("\n"))
  printLine(`\nMilliseconds / states.\n${terminalHead(columns)}`)
  for (const setting of settings) {
    const outcomes = {}
    for (const { title, options } of variants) {
      showProgress(`${setting.name}  ${title}`)
      outcomes[title] = essence(
        await measure(setting, { snapshot, engine: { ...engine, ...options }, runs, timeoutMs, mostMiB }),
      )
    }
    rows.push({ name: setting.name, outcomes })
    printLine(terminalRow(columns, rows.at(-1)))
  }
  return { variants, settings: rows }
}

/**
 * Where optimisations show: settings that take the peer long, or for ever. Without the published ones, those
 * of this repository.
 */
function hardSettings() {
  const peers = peerFigures()
  return chosenSettings([]).filter(
    (each) => !each.isPublished || (peers.get(each.name)?.ms ?? Infinity) > HARD_MS,
  )
}

/**
 * Everything on; each optimisation off; and the two that are chosen rather than switched: the estimate and
 * the portfolio.
 */
async function variantsOf(snapshot) {
  const { optimisations } = await doorOf(snapshot, "engine")
  return [
    { title: "all on", says: "the default configuration", options: {} },
    ...Object.entries(optimisations).map(([name, says]) => ({
      title: `− ${name}`,
      says: `without: ${says}`,
      options: { without: [name] },
    })),
    { title: "− estimate", says: "without any heuristic", options: { heuristic: "none" } },
    { title: "− widening", says: "best-first at the full limits only", options: { method: "best-first" } },
  ]
}

function essence({ solved, status, limit, error, length, visited, generated, states, searchMs, peakMiB }) {
  return { solved, status, limit, error, length, visited, generated, states, searchMs, peakMiB }
}

export function columnsOf(variants) {
  return [
    { title: "setting", width: 17, isLeft: true, cell: (row) => row.name },
    ...variants.map(({ title }) => ({ title, width: 18, cell: (row) => cellOf(row.outcomes[title]) })),
  ]
}

function cellOf(outcome) {
  if (outcome === undefined) return "–"
  if (!outcome.solved)
    return `${outcome.limit === "time" ? "time out" : (outcome.limit ?? outcome.status)}${outcome.states ? ` / ${count(outcome.states)}` : ""}`
  return `${count(outcome.searchMs)} / ${count(outcome.states)}`
}
