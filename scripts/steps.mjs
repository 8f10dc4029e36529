/**
 * The steps that the other scripts are made of: install what is missing, build, run. Plain Node, nothing
 * installed needed.
 */
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Older Nodes fail far from here and in strange ways, so the first thing said is what to do. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Dramaturg needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(2)
}

/**
 * Runs a program with its output on our stderr, so that stdout stays free for results. Returns the exit code.
 */
export function run(program, args, environment = {}) {
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: ["inherit", 2, 2],
    env: { ...process.env, ...environment },
    shell: process.platform === "win32" && program === "npm",
  })
  if (result.error) {
    console.error(`Could not run ${program}: ${result.error.message}`)
    return 4
  }
  return result.status ?? 130
}

/** Ends the whole script when a step went wrong. */
export function must(code, sentence) {
  if (code === 0) return
  console.error(sentence)
  process.exit(code)
}

/** Compares what the lock file asks for with what npm says it has installed. */
export function isInstalled() {
  const wanted = packagesOf(join(root, "package-lock.json"))
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true
    const found = present[path]
    if (!found) return entry.optional === true || entry.peer === true
    return (
      found.version === entry.version && found.integrity === entry.integrity && existsSync(join(root, path))
    )
  })
}

function packagesOf(file) {
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, "utf8")).packages
}

export function install() {
  requireNode()
  if (isInstalled()) return
  console.error("Installing what is missing (npm ci) …")
  must(run("npm", ["ci", "--no-audit", "--no-fund"]), "npm ci failed: see above. It needs the network once.")
}

/** Compiles everything (or only `rooms`, with what they need), and puts the command together. */
export function build(rooms = []) {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc")
  must(run(process.execPath, [compiler, "-b", ...rooms]), "The build failed: see above.")
  const line = join(root, "apps", "cli")
  if (
    latestIn(join(line, "bundle")) >
    Math.max(
      ...[line, join(root, "apps", "lsp"), ...packages()].map((each) => latestIn(join(each, "dist"))),
      latestIn(join(root, "docs", "messages")),
      ...galleryWorlds().map(latestIn),
    )
  )
    return
  must(
    run(process.execPath, [join(root, "scripts", "bundle.mjs")]),
    "The command could not be put together: see above.",
  )
}

/** The worlds that travel with the command. */
function galleryWorlds() {
  const stories = join(root, "stories")
  return readdirSync(stories)
    .map((each) => join(stories, each, `${each}.drama`))
    .filter((each) => existsSync(each))
}

function packages() {
  return ["model", "language", "engine", "telling", "exports", "analysis"].map((each) =>
    join(root, "packages", each),
  )
}

/**
 * The elements for other pages, in apps/embed/dist; made again only if something they are made of has
 * changed.
 */
export function buildEmbed() {
  const room = join(root, "apps", "embed")
  const made = Math.min(...["embed.js", "embed-worker.js"].map((each) => latestIn(join(room, "dist", each))))
  const sources = [join(room, "src"), join(room, "build.mjs"), join(root, "apps", "web", "dist")]
  if ([...sources, ...packages().map((each) => join(each, "dist"))].every((each) => latestIn(each) <= made))
    return
  must(
    run(process.execPath, [join(room, "build.mjs")]),
    "The elements for other pages could not be built: see above.",
  )
}

/**
 * The studio's static files, in apps/studio/dist; made again only if something they are made of has changed.
 */
export function buildStudio() {
  buildEmbed()
  const room = join(root, "apps", "studio")
  const made = latestIn(join(room, "dist"))
  const sources = [
    join(room, "src"),
    join(room, "build-steps"),
    join(room, "public"),
    join(room, "index.html"),
    join(room, "vite.config.ts"),
    join(root, "stories"),
    join(root, "apps", "web", "dist"),
    join(root, "apps", "embed", "dist", "embed.js"),
    join(root, "apps", "embed", "dist", "embed-worker.js"),
  ]
  if (
    made > 0 &&
    [...sources, ...packages().map((each) => join(each, "dist"))].every((each) => latestIn(each) <= made)
  )
    return
  console.error("Building the studio …")
  const vite = join(root, "node_modules", "vite", "bin", "vite.js")
  must(
    run(process.execPath, [vite, "build", "--logLevel", "warn", join("apps", "studio")]),
    "The studio could not be built: see above.",
  )
}

/** When something in a folder was last changed; 0 if there is nothing. */
export function latestIn(path) {
  if (!existsSync(path)) return 0
  const about = statSync(path)
  if (!about.isDirectory()) return about.mtimeMs
  return Math.max(0, ...readdirSync(path).map((each) => latestIn(join(path, each))))
}
