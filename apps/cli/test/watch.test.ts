/** `--watch`: again after every change, until Ctrl-C. */
import { readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { dramaturg, makeFolder, start } from "./command.js"

/** The parcel without its scenarios: the tests have their own. */
const world = readFileSync(new URL("../../../stories/parcel/parcel.drama", import.meta.url), "utf8").replace(
  /\nscenario [^]*$/,
  "",
)

/** A command that goes on, and what it has printed. */
function watched(words: readonly string[], folder: string) {
  const child = start(words, folder)
  let [out, err] = ["", ""]
  child.stdout.on("data", (piece) => (out += piece))
  child.stderr.on("data", (piece) => (err += piece))
  const ended = new Promise<number | null>((resolve) =>
    child.on("close", (code, signal) => resolve(signal === "SIGINT" ? 130 : code)),
  )
  const times = (text: string): number => err.split(text).length - 1
  return {
    /** What was printed until it waits for so many-th time. */
    async round(count: number): Promise<string> {
      const begun = Date.now()
      while (times("Ctrl-C ends it.") < count) {
        if (Date.now() - begun > 60_000) throw new Error(`not done ${count} times: ${out}${err}`)
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
      const printed = out
      out = ""
      return printed
    },
    said: () => err,
    async interrupt() {
      child.kill("SIGINT")
      return ended
    },
  }
}

it("check looks again when a world or one of its parts has changed, however it is written", async () => {
  const folder = makeFolder({ "main.drama": 'include "rest.drama";\n', "rest.drama": world })
  const command = watched(["check", "main.drama", "--watch"], folder)
  expect(await command.round(1)).toBe("main.drama: nothing wrong\n")
  writeFileSync(join(folder, "rest.drama"), `${world}\nentity Dog : animal;\n`)
  expect(await command.round(2)).toMatch(/^rest\.drama:\d+:14: error \[undeclared-type\]/)
  // As editors do it: a new file in the place of the old one.
  writeFileSync(join(folder, "rest.drama~"), world)
  renameSync(join(folder, "rest.drama~"), join(folder, "rest.drama"))
  expect(await command.round(3)).toBe("main.drama: nothing wrong\n")
  writeFileSync(join(folder, "main.drama"), 'include "rest.drama";\nentity Cat : animal;\n')
  expect(await command.round(4)).toContain("main.drama:2:14: error")
  expect(command.said()).toContain("dramaturg: watching 2 files; Ctrl-C ends it.\n")
  expect(await command.interrupt()).toBe(130)
})

it("tell goes on after a world that cannot be used, and is not made to wait for a search", async () => {
  const folder = makeFolder({ "w.drama": "entity Dog : animal;" })
  const command = watched(["tell", "w.drama", "--watch"], folder)
  expect(await command.round(1)).toBe("")
  expect(command.said()).toContain("w.drama cannot be used: 1 error")
  writeFileSync(join(folder, "w.drama"), world)
  expect(await command.round(2)).toMatch(/^w: a story in 4 acts\n/)
  expect(await command.interrupt()).toBe(130)
})

it("test runs scenarios again, and clears nothing where there is no terminal", async () => {
  const folder = makeFolder({ "w.drama": `${world}\nscenario "cake" { expect ending cake(); }\n` })
  const command = watched(["test", ".", "--watch"], folder)
  expect(await command.round(1)).toContain("1 passed, 0 failed.")
  writeFileSync(join(folder, "w.drama"), `${world}\nscenario "cake" { expect no story; }\n`)
  const second = await command.round(2)
  expect(second).toContain("0 passed, 1 failed.")
  expect(second).not.toContain("\u001b")
  expect(await command.interrupt()).toBe(130)
})

it("refuses what cannot be watched", () => {
  expect(dramaturg(["check", "-", "--watch"]).err).toBe(
    "dramaturg: --watch needs files: stdin cannot change.\n",
  )
  expect(dramaturg(["check", "x.drama", "--watch", "-o", "y"]).code).toBe(2)
})
