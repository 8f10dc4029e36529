/**
 * Where the time goes: one run of each setting under Node's sampling profiler, and the functions it found
 * itself in most often.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { launch } from "../launch.mjs"
import { printLine, showProgress } from "../progress.mjs"
import { chosenSettings } from "../settings.mjs"

const SHOWN = 25

export async function run({ names, timeoutMs, mostMiB, engine }, snapshot) {
  const rows = []
  for (const setting of chosenSettings(names)) {
    showProgress(setting.name)
    const folder = mkdtempSync(join(tmpdir(), "dramaturg-profile-"))
    const tidy = () => rmSync(folder, { recursive: true, force: true })
    process.once("exit", tidy)
    const nodeFlags = ["--cpu-prof", `--cpu-prof-dir=${folder}`]
    const outcome = await launch({ setting, snapshot, engine, timeoutMs, mostMiB, nodeFlags })
    const profile = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")))[0]
    tidy()
    process.off("exit", tidy)
    rows.push({ name: setting.name, ...outcome, frames: profile ? framesOf(profile) : [] })
    printProfile(rows.at(-1))
  }
  return { settings: rows }
}

/**
 * Own time and time with all that was called, by function; a function is counted once however often it stands
 * on the stack.
 */
function framesOf({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((each) => [each.id, each]))
  const own = new Map()
  samples.forEach((id, i) => own.set(id, (own.get(id) ?? 0) + timeDeltas[i] / 1000))
  const sums = new Map()
  const visit = (node, above) => {
    const key = nameOf(node.callFrame)
    const entry = sums.get(key) ?? { name: key, ownMs: 0, wholeMs: 0 }
    sums.set(key, entry)
    const mine = own.get(node.id) ?? 0
    entry.ownMs += mine
    const inside = above.has(key) ? above : new Set(above).add(key)
    const whole = (node.children ?? []).reduce((sum, id) => sum + visit(byId.get(id), inside), mine)
    if (!above.has(key)) entry.wholeMs += whole
    return whole
  }
  visit(nodes[0], new Set())
  return [...sums.values()]
    .sort((a, b) => b.ownMs - a.ownMs)
    .slice(0, SHOWN)
    .map(({ name, ownMs, wholeMs }) => ({ name, ownMs: Math.round(ownMs), wholeMs: Math.round(wholeMs) }))
}

function nameOf({ functionName, url, lineNumber }) {
  const file = /@dramaturg\/(.*)$/.exec(url)?.[1].replace("/dist/", "/") ?? url.split("/").slice(-2).join("/")
  return `${functionName || "(anonymous)"}  ${file}${file ? `:${lineNumber + 1}` : ""}`
}

function printProfile({ name, status, readMs, groundMs, searchMs, frames }) {
  const times = [readMs, groundMs, searchMs]
    .map((each) => (each === undefined ? "–" : Math.round(each)))
    .join(" + ")
  printLine(
    `\n${name}: ${status}, read + ground + search ${times} ms (under the profiler)\n   own ms  with callees`,
  )
  for (const each of frames)
    printLine(`${String(each.ownMs).padStart(9)}  ${String(each.wholeMs).padStart(12)}  ${each.name}`)
}
