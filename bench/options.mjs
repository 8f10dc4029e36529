/**
 * What `npm run bench -- …` understands. A flag that makes no sense is refused with a sentence, never guessed
 * at.
 */
import { parseArgs } from "node:util"

export const usage = `npm run bench -- [NAMES…] [flags]

  NAMES               settings to measure (default: all published ones; without them, the worlds in stories/);
                      or made for the purpose: village-items-21, market-20x20x20, wishes-2000[-written-out]

What is measured
  (nothing)           every setting, each run in its own process; the middle of --runs is shown
  --shuffle N         every setting under N orders of its actions, one run each: how much is luck
  --ablation          every hard setting with one optimisation at a time switched off
  --growth            worlds of our own, larger and larger along one dimension at a time
  --large             reading and grounding worlds too large for the peer
  --warm              the same world asked again, by an engine that remembers: after an act, with a fact or a want changed
  --hope              what acting in hope costs: cases against open facts, values, people, depth of minds
  --explore           how time and memory grow with the story space that is explored
  --slices            how long one unit of stepped work takes, kind by kind
  --studio            the studio in a browser: a first visit, and typing in a large world
  --profile           where the time of the named settings goes

How
  --runs N            runs per setting (5, with --warm and --studio too; 4 with --slices, 3 with --large and --hope, else 1)
  --timeout SECONDS   for each run (120; 30 with --ablation, --growth and --explore)
  --most-mib MIB      a run that takes more memory than this is ended (1024 with --growth, else no limit)
  --method METHOD     as in dramaturg tell --method
  --heuristic NAME    as in dramaturg tell --heuristic
  --seed N            the order in which actions are tried
  --without A,B       optimisations that are switched off
  --json              print the figures as JSON and keep no file
  --label WORD        how the file under bench/results/ is named
  --write-readme      afterwards, renew the tables in bench/README.md
  --only-readme       measure nothing, renew the tables from what was measured last`

const flags = {
  shuffle: { type: "string" },
  ablation: { type: "boolean" },
  growth: { type: "boolean" },
  large: { type: "boolean" },
  warm: { type: "boolean" },
  hope: { type: "boolean" },
  explore: { type: "boolean" },
  slices: { type: "boolean" },
  studio: { type: "boolean" },
  profile: { type: "boolean" },
  runs: { type: "string" },
  timeout: { type: "string" },
  "most-mib": { type: "string" },
  method: { type: "string" },
  heuristic: { type: "string" },
  seed: { type: "string" },
  without: { type: "string" },
  json: { type: "boolean" },
  label: { type: "string" },
  "write-readme": { type: "boolean" },
  "only-readme": { type: "boolean" },
  help: { type: "boolean", short: "h" },
}

export function readOptions(words) {
  const { values, positionals } = parseArgs({ args: words, options: flags, allowPositionals: true })
  const kind = kindOf(values)
  const isLong = kind === "ablation" || kind === "growth" || kind === "explore"
  return {
    kind,
    names: positionals,
    runs:
      number("--runs", values.runs) ??
      { settings: 5, warm: 5, studio: 5, slices: 4, large: 3, hope: 3 }[kind] ??
      1,
    timeoutMs: 1000 * (number("--timeout", values.timeout) ?? (isLong ? 30 : 120)),
    mostMiB: number("--most-mib", values["most-mib"]) ?? (kind === "growth" ? 1024 : undefined),
    seeds: number("--shuffle", values.shuffle) ?? 0,
    engine: engineOptions(values),
    label: values.label,
    json: values.json === true,
    writesReadme: values["write-readme"] === true || values["only-readme"] === true,
    help: values.help === true,
  }
}

function kindOf(values) {
  const asked = [
    "shuffle",
    "ablation",
    "growth",
    "large",
    "warm",
    "hope",
    "explore",
    "slices",
    "studio",
    "profile",
    "only-readme",
  ].filter((each) => values[each] !== undefined)
  if (asked.length > 1)
    throw new Error(`One thing at a time: ${asked.map((each) => `--${each}`).join(" or ")}.`)
  return asked[0] ?? "settings"
}

/**
 * The part that `startSearch` takes; what was not said is left out, so that the engine's own default holds.
 */
function engineOptions({ method, heuristic, seed, without }) {
  const given = {
    method,
    heuristic,
    seed: number("--seed", seed),
    without: without?.split(",").map((each) => each.trim()),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

function number(flag, text) {
  if (text === undefined) return undefined
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text)
  throw new Error(`${flag} takes a number above 0, not "${text}".`)
}

/** A word for a file's name that tells one configuration from another. */
export function labelOf({ label, kind, names, engine }) {
  if (label !== undefined) return label
  const parts = [kind === "settings" ? [] : [kind], names, engine.method ?? [], engine.heuristic ?? []].flat()
  if (engine.seed !== undefined) parts.push(`seed-${engine.seed}`)
  for (const name of engine.without ?? []) parts.push(`without-${name}`)
  return parts.length === 0 ? "default" : parts.slice(0, 6).join("-")
}
