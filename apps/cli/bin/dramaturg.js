#!/usr/bin/env node
/** The committed door of the command: it only finds the compiled program, or says how to get one. */
import { existsSync } from "node:fs"

const program = new URL("../dist/main.js", import.meta.url)
if (existsSync(program)) {
  await import(program.href)
} else {
  process.stderr.write("dramaturg: not built yet. Run `npm start` or `npm run build` in the checkout first.\n")
  process.exitCode = 4
}
