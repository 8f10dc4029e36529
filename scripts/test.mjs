/**
 * `npm test`: everything that is checked, on a fresh checkout as anywhere. `--long` adds what takes longer
 * than minutes.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { skippedIn } from "./skipped.mjs"
import { build, buildStudio, install, must, root, run } from "./steps.mjs"

const given = process.argv.slice(2)
const long = given.includes("--long")
const rest = given.filter((each) => each !== "--long")

install()
build()
buildStudio()
must(
  run(process.execPath, [join(root, "node_modules", "@biomejs", "biome", "bin", "biome"), "format"]),
  "Some files are not formatted: npm run format does it.",
)
must(run(process.execPath, [join(root, "scripts", "tidy.mjs")]), "tidy found something: see above.")
const vitest = join(root, "node_modules", "vitest", "vitest.mjs")
const folder = mkdtempSync(join(tmpdir(), "dramaturg-tests-"))
const report = join(folder, "report.json")
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
const code = run(process.execPath, [vitest, "run", ...reporters, ...rest], long ? { LONG: "1" } : {})
const skipped = existsSync(report) ? skippedIn(report) : undefined
rmSync(folder, { recursive: true })
if (skipped) console.error(`\n${skipped}`)
if (!long)
  console.error("\nnpm run test:long runs the long tests too, and takes more samples where tests draw them.")
must(code, "Some tests failed: see above.")
