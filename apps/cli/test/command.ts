/**
 * Runs command lines: words in, text and exit code out. `dramaturg` runs them in a thread that stays, for
 * what most tests ask for is an answer; `launched` starts the real launcher, for what is about the process:
 * its streams, signals, threads and limits.
 */
import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads"

export const launcher = fileURLToPath(new URL("../bin/dramaturg.js", import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Surroundings {
  readonly folder?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Flags that are about the process and its threads: no answer without one. */
const ofProcesses = ["--timeout", "--memory", "--threads"]

/** `folder` is where it runs; `input` what stands on stdin. */
export function dramaturg(words: readonly string[], surroundings: Surroundings = {}): Ran {
  if (words.some((each) => ofProcesses.includes(each))) return launched(words, surroundings)
  const { folder = makeFolder({}), input = "", env = {} } = surroundings
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const before = process.cwd()
  process.chdir(folder)
  try {
    const port = resident()
    port.postMessage({ words, input, env, flag })
    // This thread hears nothing while it waits, not even that the other one could not be started.
    if (Atomics.wait(flag, 0, 0, 170_000) === "timed-out") {
      delete shared.dramaturgResident
      throw new Error(`No answer to ${words.join(" ")}: is the command line built, and does it start?`)
    }
    return receiveMessageOnPort(port)!.message as Ran
  } finally {
    process.chdir(before)
  }
}

const shared = globalThis as { dramaturgResident?: MessagePort }

/** The way to the thread that runs command lines, which is started with the first of them. */
function resident(): MessagePort {
  if (shared.dramaturgResident) return shared.dramaturgResident
  const { port1, port2 } = new MessageChannel()
  const options = { workerData: { port: port2 }, transferList: [port2], resourceLimits: { stackSizeMb: 16 } }
  new Worker(new URL("./resident.mjs", import.meta.url), options).unref()
  port1.unref()
  return (shared.dramaturgResident = port1)
}

/** The same by the launcher, in a process of its own. */
export function launched(
  words: readonly string[],
  { folder = makeFolder({}), input = "", env = {} }: Surroundings = {},
): Ran {
  const result = spawnSync(process.execPath, [launcher, ...words], {
    cwd: folder,
    input,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

export function start(words: readonly string[], folder: string) {
  return spawn(process.execPath, [launcher, ...words], { cwd: folder })
}

/**
 * Runs the launcher, lets it work for so many milliseconds and presses Ctrl-C. `took` is how long it then
 * needed to end.
 */
export async function interrupted(
  words: readonly string[],
  folder: string,
  after: number,
): Promise<Ran & { readonly took: number }> {
  const child = start(words, folder)
  let [out, err] = ["", ""]
  child.stdout.on("data", (piece) => (out += piece))
  child.stderr.on("data", (piece) => (err += piece))
  // Before Node has read the first line of ours, the signal ends it by itself: of that, too, a shell says
  // 130.
  const ended = new Promise<number | null>((resolve) =>
    child.on("close", (code, signal) => resolve(signal === "SIGINT" ? 130 : code)),
  )
  await new Promise((resolve) => setTimeout(resolve, after))
  const asked = Date.now()
  child.kill("SIGINT")
  return { code: await ended, out, err, took: Date.now() - asked }
}

/**
 * How much more than it promised, in milliseconds, something took; 0 if it was in time. It may take longer by
 * some times what a command takes here and now that does nothing, which is asked only where it matters.
 */
export function lateness(took: number, promised: number): number {
  if (took < promised) return 0
  const began = Date.now()
  launched(["--version"])
  const grace = 4 * (Date.now() - began)
  return Math.max(0, took - promised - grace)
}

/**
 * As `interrupted`, but later and later until it had time enough for what is to be seen: how long that takes
 * depends on who else works here.
 */
export async function interruptedAfter(
  words: readonly string[],
  folder: string,
  after: number,
  isEnough: (out: string) => boolean,
): Promise<Ran & { readonly took: number }> {
  const ran = await interrupted(words, folder, after)
  return isEnough(ran.out) || after > 20_000 ? ran : interruptedAfter(words, folder, after * 2, isEnough)
}

/** A new folder with these files in it. */
export function makeFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "dramaturg-"))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** Replaces what is measured, which may differ from run to run. */
export function unmeasured(json: string): string {
  return json.replace(/"(visited|generated|states|milliseconds|memoryMiB)": \d+/g, '"$1": 0')
}
