/** Several runs of one setting, and what to say of them together: the middle one. */
import { launch } from "./launch.mjs"

/** Runs of the same search differ in time and memory only. What ended without a story is not tried again. */
export async function measure(setting, { runs, onRun, ...how }) {
  const all = []
  for (let run = 1; run <= runs; run++) {
    onRun?.(run, runs)
    all.push(await launch({ setting, ...how }))
    if (!all.at(-1).solved && !setting.onlyPrepares) break
  }
  return summary(setting, all)
}

function summary(setting, runs) {
  const last = runs.at(-1)
  const middle = (key) => median(runs.map((each) => each[key]).filter((each) => each !== undefined))
  const { readMs, groundMs, searchMs, searchCpuMs, peakMiB, ...counts } = last
  return {
    name: setting.name,
    ...counts,
    solved: runs.every((each) => each.solved),
    runs: runs.length,
    readMs: rounded(middle("readMs")),
    groundMs: rounded(middle("groundMs")),
    searchMs: rounded(middle("searchMs")),
    searchCpuMs: rounded(middle("searchCpuMs")),
    peakMiB: rounded(middle("peakMiB")),
    searchMsOfEach: runs.map((each) => rounded(each.searchMs)),
    isSteady: runs.every(
      (each) =>
        each.visited === last.visited && each.generated === last.generated && each.states === last.states,
    ),
  }
}

export function median(values) {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

export const rounded = (value, digits = 1) =>
  value === undefined ? undefined : Number(value.toFixed(digits))

export function geometricMean(values) {
  return values.length === 0
    ? undefined
    : Math.exp(values.reduce((sum, each) => sum + Math.log(each), 0) / values.length)
}
