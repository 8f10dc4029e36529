/**
 * `npm run tidy`: checks the rules of this repository, with nothing but Node.
 *
 * It fails on: an import against the arrows of ARCHITECTURE.md, a package that touches the outside, a cycle
 * of value imports between files, a cycle of imports (of types alike) between the folders of a package, a
 * checker that imports from elsewhere or grows, a command that prints or writes past its two files for that,
 * a name that a package exports and no file uses, a message without its page or fixture (or the reverse), an
 * identifier in GLOSSARY.md that does not exist, a library module that is not what its texts make, a published
 * package whose manifest differs from the others. It prints sizes, which are a compass and not a fence.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { basename, dirname, join, relative, resolve } from "node:path"
import { libraryCode, libraryModule } from "./library.mjs"
import { complaintsAboutManifests } from "../release/manifests.mjs"
import { root } from "./steps.mjs"

const complaints = []
const complain = (place, sentence) => complaints.push(`${relative(root, place)}: ${sentence}`)

/** Which rooms a room may import from. What is not listed may import nothing of ours. */
const arrows = {
  model: [],
  language: ["model"],
  engine: ["model"],
  telling: ["model"],
  exports: ["model"],
  analysis: ["model", "language", "engine", "telling", "exports"],
  lsp: ["model", "language"],
  cli: ["model", "language", "engine", "telling", "exports", "analysis", "lsp"],
  web: ["model", "language", "engine", "telling", "analysis"],
  embed: ["model", "engine", "telling", "analysis", "web"],
  studio: ["model", "language", "engine", "telling", "exports", "analysis", "web"],
}

/** Packages of others that a pure package may use: none. Apps may use what their package.json names. */
const guests = {}

const rooms = [...roomsIn("packages", true), ...roomsIn("apps", false)]
const sources = rooms.flatMap((room) =>
  sourcesIn(join(room.path, "src")).map((path) => readSource(path, room)),
)

checkArrows()
checkPurity()
checkPrinting()
checkCycles()
checkFolderCycles()
checkChecker()
checkWidth()
checkDoors()
checkMessages()
checkGlossary()
checkLibrary()
for (const { folder, sentence } of complaintsAboutManifests()) complain(folder, sentence)
printSizes()

for (const each of complaints) console.error(each)
console.error(
  complaints.length === 0 ? "tidy: nothing to complain about" : `tidy: ${complaints.length} complaints`,
)
process.exitCode = complaints.length === 0 ? 0 : 1

// What there is

function roomsIn(folder, pure) {
  return entriesIn(folder)
    .filter((name) => existsSync(join(root, folder, name, "package.json")))
    .map((name) => ({ name, pure, path: join(root, folder, name) }))
}

function entriesIn(folder) {
  const path = join(root, folder)
  return existsSync(path) ? readdirSync(path).sort() : []
}

function sourcesIn(folder, ending = /\.tsx?$/) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === "dist") return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sourcesIn(path, ending) : ending.test(entry.name) ? [path] : []
  })
}

function readSource(path, room) {
  const text = readFileSync(path, "utf8")
  const code = withoutComments(text)
  return {
    path,
    room,
    text,
    code,
    bare: withoutStrings(code),
    imports: importsOf(code),
    generated: path.includes("/generated/"),
  }
}

// Reading TypeScript, roughly: enough to tell code from comments and strings

/** Blanks comments, keeping strings; regular expressions are recognised by what stands before them. */
function withoutComments(text) {
  return scan(text, { comments: false, strings: true })
}

function withoutStrings(text) {
  return scan(text, { comments: true, strings: false })
}

function scan(text, keep) {
  const pattern =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g
  return text.replace(pattern, (piece, offset) => {
    if (piece.startsWith("//") || piece.startsWith("/*"))
      return keep.comments ? piece : piece.replace(/[^\n]/g, " ")
    if (piece.startsWith("/") && !startsRegularExpression(text, offset)) return piece
    if (keep.strings) return piece
    // What stands inside `${…}` is code and stays.
    return piece.startsWith("`")
      ? [...piece.matchAll(/\$\{([^}]*)\}/g)].map((each) => each[1]).join(" ")
      : '""'
  })
}

function startsRegularExpression(text, offset) {
  const before = text.slice(Math.max(0, offset - 20), offset).trimEnd()
  return before === "" || /[=(,:[!&|?{};+\n]$|=>$|return$/.test(before)
}

function importsOf(code) {
  const found = []
  const statement =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?([\w*$\s{},]*?)\s*from\s*"([^"]+)"|(?:^|\n)\s*import\s*"([^"]+)"|import\(\s*"([^"]+)"\s*\)/g
  for (const [, , type, names, from, alone, dynamic] of code.matchAll(statement)) {
    const words = names ?? ""
    const onlyTypes =
      Boolean(type) || (/^\s*\{[\s\S]*\}\s*$/.test(words) && namesIn(words).every((each) => each.type))
    found.push({ from: from ?? alone ?? dynamic, type: onlyTypes, names: namesIn(words) })
  }
  return found
}

/** The names in `{ a, type B, c as d }`, as they are called where they come from. */
function namesIn(words) {
  const inside = /\{([\s\S]*)\}/.exec(words)?.[1] ?? ""
  return inside
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const type = /^type\s+/.test(each)
      const [name, as] = each.replace(/^type\s+/, "").split(/\s+as\s+/)
      return { name, as: as ?? name, type }
    })
}

// The rules

function checkArrows() {
  for (const { path, room, imports } of sources) {
    const about = JSON.parse(readFileSync(join(room.path, "package.json"), "utf8"))
    // What an app names differently for Node and for browsers counts as its own.
    // Apps are bundled: what is in the bundle, its users need not install.
    const bundled = room.pure ? {} : about.devDependencies
    const dependencies = [about.dependencies, bundled, about.imports].flatMap((each) =>
      Object.keys(each ?? {}),
    )
    for (const { from } of imports) {
      if (from.startsWith(".")) {
        if (relative(join(room.path, "src"), resolve(dirname(path), from)).startsWith(".."))
          complain(path, `imports ${from}, outside its own src`)
      } else if (from.startsWith("@dramaturg/")) {
        const target = from.slice("@dramaturg/".length).split("/")[0]
        if (!(arrows[room.name] ?? []).includes(target)) complain(path, `imports ${from}: no such arrow`)
        if (!dependencies.includes(`@dramaturg/${target}`))
          complain(path, `imports ${from}, which its package.json does not name`)
      } else if (room.pure) {
        const guest = from
          .split("/")
          .slice(0, from.startsWith("@") ? 2 : 1)
          .join("/")
        if (!(guests[room.name] ?? []).includes(guest))
          complain(path, `imports ${from}: packages depend on nothing of others`)
      } else if (!from.startsWith("node:")) {
        const guest = from
          .split("/")
          .slice(0, from.startsWith("@") ? 2 : 1)
          .join("/")
        if (!dependencies.includes(guest))
          complain(path, `imports ${from}, which its package.json does not name`)
      }
    }
  }
}

function checkPurity() {
  const outside =
    /(?<![\w$.])(?:process|console|require|eval|fetch|performance|setTimeout|setInterval|setImmediate|globalThis|window|document)(?![\w$]|\s*:)|(?<![\w$.])Date(?![\w$])|Math\.random|new\s+Function(?![\w$])|Intl\.|\.toLocale|localeCompare/g
  for (const { path, room, bare, generated } of sources) {
    if (!room.pure || generated) continue
    for (const [word] of bare.matchAll(outside)) {
      complain(
        path,
        `uses ${word.trim()}: packages touch nothing outside and give the same answer on every machine`,
      )
    }
  }
}

/**
 * What the command prints goes through printing.ts alone, and what it writes through files/; each knows what
 * the other files need not know.
 */
function checkPrinting() {
  const ways =
    /console\.\w+|process\.(?:stdout|stderr)\.write|(?<![\w.])(?:writeFileSync|writeFile|appendFileSync|createWriteStream|writeSync)(?=\()/g
  for (const { path, room, bare } of sources) {
    if (room.name !== "cli" || /src[/\\](?:printing\.ts|files[/\\])/.test(path)) continue
    for (const [way] of bare.matchAll(ways))
      complain(path, `uses ${way}: print through printing.ts, write through files/`)
  }
}

function checkCycles() {
  const known = new Map(sources.map((each) => [each.path, each]))
  const done = new Set()
  const visit = (source, trail) => {
    if (trail.includes(source.path)) {
      const circle = [...trail.slice(trail.indexOf(source.path)), source.path].map((each) => basename(each))
      return complain(source.path, `imports in a circle: ${circle.join(" → ")}`)
    }
    if (done.has(source.path)) return
    for (const { from, type } of source.imports) {
      if (type || !from.startsWith(".")) continue
      const path = resolve(dirname(source.path), from)
      const target = known.get(path.replace(/\.js$/, ".ts")) ?? known.get(path.replace(/\.js$/, ".tsx"))
      if (target) visit(target, [...trail, source.path])
    }
    done.add(source.path)
  }
  for (const source of sources) if (!source.generated) visit(source, [])
}

/**
 * No folder of a package imports, by any detour, from a folder or file beside it that imports from it. In
 * every folder, what stands directly in it is compared: an import counts for the two siblings on whose sides
 * its ends lie. Types count like values, but for imports from file to file, which `checkCycles` looks at.
 */
function checkFolderCycles() {
  for (const room of rooms.filter((each) => each.pure)) {
    for (const [folder, arrows] of siblingArrows(
      join(room.path, "src"),
      sources.filter((each) => each.room === room),
    )) {
      const circle = circleIn(arrows)
      if (circle === undefined) continue
      const ways = circle
        .map((each, i) => arrows.get(each)?.get(circle[(i + 1) % circle.length]))
        .filter(Boolean)
      complain(
        join(room.path, "src", folder),
        `folders import in a circle: ${[...circle, circle[0]].join(" → ")} (${ways.join("; ")})`,
      )
    }
  }
}

/**
 * The definitions and the checker can be read without the rest, in an afternoon: what they import from, and
 * how long they are together.
 */
function checkChecker() {
  const home = join(root, "packages", "engine", "src")
  const mayImport = { semantics: ["semantics", "kleene.js"], check: ["check", "semantics"] }
  const own = sources.filter(({ path }) => relative(home, path).split(/[/\\]/)[0] in mayImport)
  for (const { path, imports } of own) {
    const [folder] = relative(home, path).split(/[/\\]/)
    for (const { from } of imports.filter((each) => each.from.startsWith("."))) {
      const [target] = relative(home, resolve(dirname(path), from)).split(/[/\\]/)
      if (!mayImport[folder].includes(target))
        complain(path, `imports ${from}: ${folder}/ imports from ${mayImport[folder].join(", ")} only`)
    }
  }
  const lines = own.reduce((sum, { code }) => sum + linesOfCode(code), 0)
  if (lines >= 2600)
    complain(home, `semantics/ and check/ have ${lines} lines of code; they shall have fewer than 2600`)
}

/** Comments, blank lines and imports are not counted. */
function linesOfCode(code) {
  const body = code.replace(/(?:^|\n)import\b[^"]*"[^"\n]*"/g, "\n")
  return body.split("\n").filter((each) => each.trim() !== "").length
}

/** Comments that stand on lines of their own keep within the formatter's width. */
function checkWidth() {
  for (const { path, text, generated } of sources) {
    if (generated) continue
    text.split("\n").forEach((line, i) => {
      if (line.length > 110 && /^\s*(?:\/\/|\*|\/\*)/.test(line) && /\s/.test(line.slice(20, 110).trim()))
        complain(path, `line ${i + 1} is a comment of ${line.length} columns; 110 is the width`)
    })
  }
}

/**
 * By folder (relative to `home`): for everything directly in it, what it imports from outside itself, and one
 * import that shows it.
 */
function siblingArrows(home, files) {
  const found = new Map()
  for (const { path, imports } of files) {
    for (const { from, type } of imports.filter((each) => each.from.startsWith("."))) {
      const to = resolve(dirname(path), from).replace(/\.js$/, ".ts")
      const [one, other] = [path, to].map((each) => relative(home, each).split(/[/\\]/))
      const shared = one.findIndex((each, i) => each !== other[i])
      const areFiles = one.length === shared + 1 && other.length === shared + 1
      if (shared < 0 || (areFiles && type)) continue
      const folder = one.slice(0, shared).join("/")
      const arrows = found.get(folder) ?? new Map()
      found.set(folder, arrows)
      if (!arrows.has(one[shared])) arrows.set(one[shared], new Map())
      if (!arrows.get(one[shared]).has(other[shared]))
        arrows.get(one[shared]).set(other[shared], `${one.join("/")} imports ${other.join("/")}`)
    }
  }
  return found
}

/** Some names that lead round in a circle, in order; undefined if there are none. */
function circleIn(arrows) {
  const done = new Set()
  const visit = (name, trail) => {
    if (trail.includes(name)) return trail.slice(trail.indexOf(name))
    if (done.has(name)) return undefined
    done.add(name)
    for (const next of arrows.get(name)?.keys() ?? []) {
      const circle = visit(next, [...trail, name])
      if (circle !== undefined) return circle
    }
    return undefined
  }
  for (const name of arrows.keys()) {
    const circle = visit(name, [])
    if (circle !== undefined) return circle
  }
  return undefined
}

/**
 * A name that a package exports is used when a file of another package, a test, or the signature of a used
 * name mentions it.
 */
function checkDoors() {
  const readers = [
    ...sourcesIn(join(root, "packages")),
    ...sourcesIn(join(root, "apps")),
    ...sourcesIn(join(root, "stories")),
    ...sourcesIn(join(root, "bench")),
  ].map((path) => ({ path, code: withoutComments(readFileSync(path, "utf8")) }))
  for (const room of rooms.filter((each) => each.pure)) {
    const entry = join(room.path, "src", "index.ts")
    if (!existsSync(entry)) continue
    const text = withoutComments(readFileSync(entry, "utf8"))
    if (/export\s*\*/.test(text)) complain(entry, "exports by wildcard: name what the package offers")
    const home = join(room.path, "src")
    const outside = readers
      .filter((each) => !each.path.startsWith(home))
      .map((each) => each.code)
      .join("\n")
    const inside = sourcesIn(home)
      .filter((each) => each !== entry)
      .map((each) => withoutComments(readFileSync(each, "utf8")))
    for (const { as, type } of offered(text)) {
      const word = new RegExp(`(?<![\\w$])${as.replace("$", "\\$")}(?![\\w$])`, "g")
      if (word.test(outside)) continue
      // Types that a used type is made of are part of it, though no file may ever write their names.
      if (type && inside.join("\n").match(word)?.length > 1) continue
      complain(entry, `offers ${as}, which nobody uses`)
    }
  }
}

function offered(entry) {
  const lists = [...entry.matchAll(/export\s+(type\s+)?(\{[\s\S]*?\})/g)]
  const named = lists.flatMap(([, type, names]) =>
    namesIn(names).map((each) => ({ ...each, type: each.type || Boolean(type) })),
  )
  const declared = [
    ...entry.matchAll(/export\s+(?:async\s+)?(function|const|class|interface|type)\s+([\w$]+)/g),
  ]
  return [
    ...named,
    ...declared.map(([, kind, name]) => ({ as: name, type: kind === "interface" || kind === "type" })),
  ]
}

/** Every code has a page and a fixture folder, and the reverse. */
function checkMessages() {
  const codes = messageCodes()
  const pages = entriesIn("docs/messages")
    .filter((each) => each.endsWith(".md") && each !== "README.md")
    .map((each) => each.slice(0, -3))
  const fixtures = entriesIn("stories/_mistakes").filter((each) =>
    statSync(join(root, "stories/_mistakes", each)).isDirectory(),
  )
  compare(codes, pages, "docs/messages", "page")
  compare(codes, fixtures, "stories/_mistakes", "fixture")
}

function compare(codes, found, folder, what) {
  for (const code of codes)
    if (!found.includes(code)) complain(join(root, folder), `no ${what} for the message ${code}`)
  for (const each of found)
    if (!codes.includes(each))
      complain(join(root, folder, each), `a ${what} for a message that does not exist`)
}

/** The register of the language, and the codes that the engine writes beside its own remarks. */
function messageCodes() {
  const register = join(root, "packages", "language", "src", "errors", "messages.ts")
  const code = existsSync(register) ? withoutComments(readFileSync(register, "utf8")) : ""
  const lists = [...code.matchAll(/const (?:errors|warnings) = \[([^\]]*)\]/g)].map((each) => each[1]).join()
  const registered = [...lists.matchAll(/"([a-z0-9-]+)"/g)].map((each) => each[1])
  const engine = sources.filter((each) => each.room.name === "engine")
  const written = engine.flatMap((each) =>
    [...each.code.matchAll(/\bcode:\s*"([a-z0-9-]+)"/g)].map((found) => found[1]),
  )
  return [...new Set([...registered, ...written])]
}

/** The second column of GLOSSARY.md's tables holds identifiers in backticks. */
function checkGlossary() {
  const file = join(root, "GLOSSARY.md")
  if (!existsSync(file)) return complain(file, "is missing")
  const all = sources.map((each) => each.code).join("\n")
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const cells = line.split("|").map((each) => each.trim())
    if (cells.length < 4 || cells[1] === "Term" || /^-+$/.test(cells[1])) continue
    for (const [, identifier] of cells[2].matchAll(/`([^`]+)`/g)) {
      const name = identifier.replace(/\(.*\)$/, "")
      const last = name.split(".").at(-1)
      if (!new RegExp(`(?<![\\w$])${last}(?![\\w$])`).test(all))
        complain(file, `names ${identifier}, which does not exist`)
    }
  }
}

/** The library's texts and the module that carries them say the same. */
function checkLibrary() {
  if (!existsSync(libraryModule) || readFileSync(libraryModule, "utf8") !== libraryCode())
    complain(libraryModule, "is not what the library's texts make: run npm run library")
}

// The compass

function printSizes() {
  for (const room of rooms) {
    const own = sources.filter((each) => each.room === room && !each.generated)
    if (own.length === 0) continue
    const lengths = own.map((each) => each.text.split("\n").length - 1).sort((a, b) => a - b)
    const total = lengths.reduce((sum, each) => sum + each, 0)
    const comments = own.reduce((sum, each) => sum + commentLines(each), 0)
    const share = Math.round((100 * comments) / Math.max(1, total))
    console.error(
      `${room.name.padEnd(10)} ${String(own.length).padStart(3)} files, ${String(total).padStart(6)} lines, median ${lengths[lengths.length >> 1]}, longest ${lengths.at(-1)}, comments ${share} %`,
    )
    for (const each of own) {
      const lines = each.text.split("\n").length - 1
      if (lines > 400) console.error(`  worth a second look: ${relative(root, each.path)}, ${lines} lines`)
      if (!/^(#!.*\n)?\s*\/[/*]/.test(each.text))
        console.error(`  does not open with a sentence: ${relative(root, each.path)}`)
    }
  }
}

function commentLines({ text, code }) {
  const bare = code.split("\n")
  return text.split("\n").filter((line, i) => line.trim() !== "" && (bare[i] ?? "").trim() === "").length
}
