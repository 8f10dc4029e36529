#!/usr/bin/env node
/** The committed door of the command: it only finds the compiled program, or says how to get one. */
import { existsSync } from "node:fs"

// One listener from the first moment to the last: a Ctrl-C can never fall between two of them. What it calls is replaced.
let interrupt = () => process.exit(130)
process.on("SIGINT", () => interrupt())

const program = new URL("../bundle/main.js", import.meta.url)

if (existsSync(program)) await open()
else giveUp("not built yet")

/** A build that stopped half-way leaves files that do not fit together; its stack trace would help nobody. */
async function open() {
  try {
    const main = await import(program.href)
    interrupt = main.interrupt
    main.endQuietlyWhenNobodyReads()
    process.exitCode = await main.run(process.argv.slice(2))
  } catch (error) {
    giveUp(`built only in part (${error.message})`)
    if (process.env.DRAMATURG_DEBUG === "1") console.error(error)
  }
}

function giveUp(why) {
  process.stderr.write(`dramaturg: ${why}. Run \`npm start\` or \`npm run build\` in the checkout first.\n`)
  process.exitCode = 4
}
