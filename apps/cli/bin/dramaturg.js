#!/usr/bin/env node
/** The committed door of the command: it only finds the compiled program, or says how to get one. */
import { existsSync } from "node:fs"

// Whoever presses Ctrl-C before there is anything to show just wants out. A running search answers for itself.
process.on("SIGINT", () => process.exit(130))

const program = new URL("../dist/main.js", import.meta.url)

if (existsSync(program)) await open()
else giveUp("not built yet")

/** A build that stopped half-way leaves files that do not fit together; its stack trace would help nobody. */
async function open() {
  try {
    await import(program.href)
  } catch (error) {
    giveUp(`built only in part (${error.message})`)
    if (process.env.DRAMATURG_DEBUG === "1") console.error(error)
  }
}

function giveUp(why) {
  process.stderr.write(`dramaturg: ${why}. Run \`npm start\` or \`npm run build\` in the checkout first.\n`)
  process.exitCode = 4
}
