/** `npm test`: everything that is checked, on a fresh checkout as anywhere. `--long` adds what takes longer than minutes. */
import { join } from "node:path"
import { build, buildStudio, install, must, root, run } from "./steps.mjs"

const given = process.argv.slice(2)
const long = given.includes("--long")
const rest = given.filter((each) => each !== "--long")

install()
build()
buildStudio()
must(run(process.execPath, [join(root, "scripts", "tidy.mjs")]), "tidy found something: see above.")
const vitest = join(root, "node_modules", "vitest", "vitest.mjs")
must(run(process.execPath, [vitest, "run", ...rest], long ? { LONG: "1" } : {}), "Some tests failed: see above.")
