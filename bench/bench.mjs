/**
 * `npm run bench`: measures the build, prints what it finds as it finds it, keeps it as JSON. See
 * bench/README.md.
 */
import { labelOf, readOptions, usage } from "./options.mjs"
import { endRuns } from "./launch.mjs"
import { circumstances } from "./machine.mjs"
import { clearProgress, printAside } from "./progress.mjs"
import { writeReadme } from "./readme.mjs"
import { keepResults } from "./results.mjs"
import { hasPublished } from "./settings.mjs"
import { doorOf, takeSnapshot } from "./snapshot.mjs"

const kinds = {
  settings: () => import("./kinds/settings.mjs"),
  shuffle: () => import("./kinds/shuffle.mjs"),
  ablation: () => import("./kinds/ablation.mjs"),
  growth: () => import("./growth/growth.mjs"),
  large: () => import("./large/large.mjs"),
  warm: () => import("./kinds/warm.mjs"),
  hope: () => import("./hope/hope.mjs"),
  explore: () => import("./explore/explore.mjs"),
  slices: () => import("./slices/slices.mjs"),
  studio: () => import("./kinds/studio.mjs"),
  profile: () => import("./kinds/profile.mjs"),
}

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
]) {
  process.on(signal, () => {
    clearProgress()
    endRuns()
    process.exit(code)
  })
}

try {
  await bench(readOptions(process.argv.slice(2)))
} catch (error) {
  clearProgress()
  endRuns()
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function bench(options) {
  if (options.help) return console.log(usage)
  if (options.kind !== "only-readme") await measureAndKeep(options)
  if (options.writesReadme) writeReadme()
}

async function measureAndKeep(options) {
  if (options.json) printAside()
  const { run } = await kinds[options.kind]()
  const snapshot = takeSnapshot()
  checkEngineOptions(options.engine, await doorOf(snapshot, "engine"))
  const around = circumstances(snapshot)
  if (around.load > around.processors)
    console.error(
      `The machine is busy (load ${around.load} on ${around.processors}): times will be too long.`,
    )
  const figures = await run(options, snapshot)
  const all = { kind: options.kind, circumstances: around, options: plain(options), ...figures }
  if (options.json) console.log(JSON.stringify(all, undefined, 2))
  else if (options.kind !== "profile") keepResults(all, labelOf(options), isWhole(options))
}

/** The engine takes such words on trust; a slip would measure something else than was asked for. */
function checkEngineOptions({ method, heuristic, without = [] }, { methods, heuristics, optimisations }) {
  const check = (flag, word, known) => {
    if (word !== undefined && !(word in known))
      throw new Error(`${flag} takes ${Object.keys(known).join(", ")}, not "${word}".`)
  }
  check("--method", method, methods)
  check("--heuristic", heuristic, heuristics)
  for (const name of without) check("--without", name, optimisations)
}

/** What the README may show: all there is to measure, in the default configuration. */
function isWhole({ kind, names, label, engine }) {
  const hasAll =
    hasPublished() || kind === "growth" || kind === "large" || kind === "studio" || kind === "slices"
  return hasAll && names.length === 0 && label === undefined && Object.keys(engine).length === 0
}

function plain({ names, runs, timeoutMs, mostMiB, seeds, engine }) {
  return { names, runs, timeoutMs, mostMiB, seeds, engine }
}
