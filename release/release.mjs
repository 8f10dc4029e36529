/**
 * `npm run release`: makes the next release in a copy of the last commit, and shows what it would publish.
 * Nothing is published, and nothing in this checkout changes.
 *
 * Steps: clone, install, raise the versions by the changesets, build and pack, lint the tarballs, let npm
 * rehearse publishing them.
 */
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { must, requireNode, root } from "../scripts/steps.mjs"
import { npm } from "./pack.mjs"

requireNode()
const folder = mkdtempSync(join(tmpdir(), "dramaturg-release-"))
const [copy, tarballs] = [join(folder, "copy"), join(folder, "tarballs")]
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

const changed = said("git", ["status", "--porcelain"], root)
if (changed) console.error("What is not committed is left out of this rehearsal.")
said("git", ["clone", "--quiet", root, copy], root)
step("Installing", npm(["ci", "--no-audit", "--no-fund", "--silent"], copy))
const open = readdirSync(join(copy, ".changeset")).filter(
  (each) => /\.md$/.test(each) && each !== "README.md",
)
if (open.length === 0) console.log("No changeset is open: versions stay as they are.")
else {
  step("Raising versions", npm(["exec", "--", "changeset", "version"], copy))
  step(
    "Writing them into the lock file",
    npm(["install", "--package-lock-only", "--no-audit", "--no-fund"], copy),
  )
}
const { packAll } = await import(join(copy, "release", "pack.mjs"))
mkdirSync(tarballs)
for (const [name, tarball] of packAll(tarballs)) {
  const { status, stderr } = npm(["publish", "--dry-run", "--tag", "rehearsal", tarball], folder)
  must(status ?? 1, `npm would not publish ${name}:\n${stderr}`)
  console.log(
    `${name.padEnd(22)} ${basename(tarball).padEnd(34)} ${Math.ceil(statSync(tarball).size / 1000)} kB`,
  )
}
const { version } = JSON.parse(readFileSync(join(copy, "apps", "cli", "package.json"), "utf8"))
console.log(`Version ${version} could be published from here. Nothing was.`)

function step(what, { status, stderr, stdout }) {
  console.error(`${what} …`)
  must(status ?? 1, `${what} failed:\n${stderr}${stdout}`)
}

function said(program, words, where) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: where, encoding: "utf8" })
  must(status ?? 1, `${program} ${words.join(" ")} failed:\n${stderr}`)
  return stdout
}
