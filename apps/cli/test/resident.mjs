/**
 * A thread that runs command lines one after another, each as if in a process of its own, for tests that ask
 * for answers. Modules are loaded once, and what the command would do in a further thread is done in this
 * one.
 */
import { EventEmitter } from "node:events"
import fs from "node:fs"
import { syncBuiltinESMExports } from "node:module"
import { Readable } from "node:stream"
import threads from "node:worker_threads"

const { jobs } = await import("../dist/thread/jobs/index.js")

/** What the running command line has printed so far. */
let printed = { out: "", err: "" }

/**
 * Stands in for a thread of the command: it takes the same orders and hands over copies, as a thread does.
 */
class Inline extends EventEmitter {
  #isEnded = false

  postMessage(order) {
    const { job, asked } = structuredClone(order)
    setImmediate(async () => {
      try {
        await jobs[job](asked, (part) => this.#say({ part }))
        this.#say({ done: true })
      } catch (error) {
        if (!this.#isEnded) this.emit("error", error)
      }
    })
  }

  async terminate() {
    this.#isEnded = true
    this.emit("exit", 0)
  }

  #say(message) {
    if (!this.#isEnded) this.emit("message", structuredClone(message))
  }
}

/** Puts `key` in the place of a property that may only be read. */
const replace = (object, key, value) =>
  Object.defineProperty(object, key, { value, configurable: true, writable: true })

const { writeSync } = fs
fs.writeSync = (file, text, ...rest) =>
  file === 2 ? void (printed.err += text) : writeSync(file, text, ...rest)
threads.Worker = Inline
syncBuiltinESMExports()
replace(process.stdout, "write", (text) => Boolean((printed.out += text)))
replace(process.stderr, "write", (text) => Boolean((printed.err += text)))

const { run } = await import("../dist/main.js")
const usual = { ...process.env }

threads.workerData.port.on("message", async ({ words, input, env, flag }) => {
  printed = { out: "", err: "" }
  for (const each of Object.keys(process.env)) delete process.env[each]
  Object.assign(process.env, usual, env)
  replace(process, "stdin", Readable.from(input === "" ? [] : [Buffer.from(input)]))
  let code
  try {
    code = await run(words)
  } catch (error) {
    printed.err += error.stack
  }
  threads.workerData.port.postMessage({ code, ...printed })
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
})
