/**
 * Gathers what the site is made of in `made/`, from the documents where they stand: nothing is copied by
 * hand. `docs/` keeps its paths, so that its links stay true; beside it come the site's own pages, the
 * table of words, a list of all messages, and the API from the docstrings. `made/public/` holds the
 * elements, the studio and the worlds.
 */
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join, posix } from "node:path"
import { fileURLToPath } from "node:url"
import { linkToStudio } from "./studio-link.mjs"

export const here = dirname(fileURLToPath(import.meta.url))
export const root = dirname(here)
export const made = join(here, "made")

const { repository: source } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const repository = source.url.replace(/^git\+/, "").replace(/\.git$/, "")

/** Of `docs/`, what is for those who work on Dramaturg itself, and not for its users. */
const inside = /^(decisions|dependencies\.md)/

export async function prepare() {
  rmSync(made, { recursive: true, force: true })
  mkdirSync(join(made, "public"), { recursive: true })
  takeDocuments()
  takePages()
  writeFileSync(join(made, "words.md"), await wordsPage())
  writeFileSync(join(made, "messages", "index.md"), messagesPage())
  takeApi()
  takePublic()
}

function takeDocuments() {
  const docs = join(root, "docs")
  for (const path of filesIn(docs).filter((each) => each.endsWith(".md") && !inside.test(each)))
    write(path, linked(readFileSync(join(docs, path), "utf8"), path))
}

/**
 * Links out of `docs/` lead to files that lie beside the pages, and where the site has none, to the
 * repository.
 */
function linked(text, path) {
  return text.replace(/\]\(((?:\.\.\/)+[^)#\s]+)(#[^)\s]*)?\)/g, (link, to, fragment = "") => {
    const target = posix.join("docs", posix.dirname(path), to)
    if (target.startsWith("docs/")) return link
    const schema = /^apps\/cli\/(schemas\/.+)$/.exec(target)
    if (schema) return `](/${schema[1]})`
    return isStory(target) ? `](/${target})` : `](${repository}/blob/main/${target}${fragment})`
  })
}

const isStory = (path) => /^stories\/[^_].*\.(drama|ink|twee)$/.test(path)

function takePages() {
  const pages = join(here, "pages")
  for (const path of filesIn(pages)) write(path, withStudioLinks(readFileSync(join(pages, path), "utf8")))
}

/** Every live world of a page can be opened in the studio, too. */
function withStudioLinks(text) {
  return text.replace(
    /^```drama (live|play)(.*)\n([\s\S]*?)^```$/gm,
    (block, kind, rest, world) =>
      `${block}\n\n<p class="to-studio"><a href="/studio/index.html${linkToStudio(world)}" target="_self">Open this world in the studio</a></p>`,
  )
}

async function wordsPage() {
  const { words } = await import("../packages/language/dist/syntax/words.js")
  const places = {
    world: "Definitions of a world",
    action: "In an action",
    trigger: "In a trigger",
    every: "In an addition to all actions",
    property: "In a property",
    entity: "In the block of a person or thing",
    story: "In a plot",
    scenario: "In a scenario",
    limits: "Limits",
    formula: "In conditions, values and effects",
    rest: "After another word",
  }
  const sections = Object.entries(places).map(([place, title]) => {
    const rows = words
      .filter((each) => each.places[0] === place)
      .map(({ word, form, help, places: all }) => {
        const also = all.slice(1).map((each) => places[each].toLowerCase())
        return `| \`${word}\` | ${code(form)} | ${help.replaceAll("|", "\\|")}${also.length > 0 ? ` (Also: ${also.join("; ")}.)` : ""} |`
      })
    return rows.length === 0
      ? ""
      : `## ${title}\n\n| Word | Form | What it is for |\n| --- | --- | --- |\n${rows.join("\n")}\n`
  })
  return `# The words of the language

All ${words.length} words of \`.drama\`, from the table that the reader, the messages and the editors use. [Writing a world](language.md) teaches them.

${sections.filter(Boolean).join("\n")}`
}

/** Code in a cell of a table: a bar would end the cell. */
function code(text) {
  return text.includes("|")
    ? `<code v-pre>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("|", "&#124;")}</code>`
    : `\`${text}\``
}

function messagesPage() {
  const folder = join(root, "docs", "messages")
  const rows = readdirSync(folder)
    .filter((each) => each.endsWith(".md"))
    .sort()
    .map((each) => {
      const [, title = "", rest = ""] =
        /\*\*(.*?)\*\*\s*(.*)/.exec(readFileSync(join(folder, each), "utf8")) ?? []
      const kind = /^(An?) (\w+)/.exec(rest)?.[2] ?? ""
      return `| [\`${basename(each, ".md")}\`](${each}) | ${title} | ${kind} |`
    })
  return `# Messages\n\nEvery message that Dramaturg gives about a world has a page: what is wrong, and how it looks when it is right. There are ${rows.length}.\n\n| Code | What is wrong | Kind |\n| --- | --- | --- |\n${rows.join("\n")}\n`
}

/** The packages whose docstrings are read: name and the file of their public names, from the root. */
function entries() {
  const pure = readdirSync(join(root, "packages"))
    .map((each) => [each, `packages/${each}/src/index.ts`])
    .filter(([, path]) => existsSync(join(root, path)))
  return [["dramaturg", "apps/cli/src/library/index.ts"], ...pure, ["embed", "apps/embed/src/embed.ts"]]
}

/**
 * Reads the docstrings of all packages and leaves pages in `folder`. An exported thing without a docstring is
 * an error. Returns what the reader says, empty if all is well.
 */
export function writeApi(folder) {
  rmSync(folder, { recursive: true, force: true })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules", "typedoc", "bin", "typedoc"),
      ...["--options", "typedoc.json", "--out", folder],
      ...entries().flatMap(([, path]) => ["--entryPoints", join(root, path)]),
    ],
    { cwd: here, encoding: "utf8" },
  )
  return status === 0 ? "" : `${stdout}${stderr}` || `It ended with ${status}.`
}

/** One page a package, `api/NAME.md`; the tool that reads the docstrings names its pages by their folders. */
function takeApi() {
  const raw = join(here, "cache", "api")
  const said = writeApi(raw)
  if (said !== "") throw new Error(`The API reference could not be made:\n${said}`)
  const pages = new Map(
    entries().map(([name, path]) => [path.replace(/(\/index)?\.ts$/, ".md"), `${name}.md`]),
  )
  for (const [from, to] of pages) {
    const text = readFileSync(join(raw, from), "utf8").replace(
      /\]\(([^)#\s]+\.md)(#[^)\s]*)?\)/g,
      (link, path, fragment = "") => {
        const target = pages.get(posix.join(posix.dirname(from), path))
        return target ? `](${target}${fragment})` : link
      },
    )
    write(join("api", to), text.replace(/^# .*$/m, `# ${packageOf(to.slice(0, -3))}`))
  }
  write("api/index.md", apiPage())
}

/** The name under which a package is published. */
export const packageOf = (name) => (name === "dramaturg" ? name : `@dramaturg/${name}`)

function apiPage() {
  const rows = entries().map(([name, path]) => {
    const head = /^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(join(root, path), "utf8"))?.[1] ?? ""
    const words = head
      .replace(/^\s*\* ?/gm, "")
      .trim()
      .split(/\n\s*\n/)[0]
      .replaceAll("\n", " ")
    return `| [\`${packageOf(name)}\`](${name}.md) | ${words.replaceAll("<", "&lt;").replaceAll("|", "\\|")} |`
  })
  return `# API\n\nEverything that the packages export, from the docstrings. [Dramaturg as a library](../library.md) shows how the parts are used together.\n\n| Package | What it holds |\n| --- | --- |\n${rows.join("\n")}\n`
}

function takePublic() {
  const place = (path) => join(made, "public", path)
  for (const [from, to] of [
    ["apps/embed/dist/embed.js", "embed/embed.js"],
    ["apps/embed/dist/embed-worker.js", "embed/embed-worker.js"],
    ["apps/studio/public/icon.svg", "icon.svg"],
    ["apps/cli/schemas", "schemas"],
    ["apps/studio/dist", "studio"],
  ]) {
    if (!existsSync(join(root, from)))
      throw new Error(`${from} is not there: run npm run build before the site is built.`)
    cpSync(join(root, from), place(to), { recursive: true })
  }
  for (const path of filesIn(join(root, "stories")).map((each) => `stories/${each}`))
    if (isStory(path)) cpSync(join(root, path), place(path))
}

function write(path, text) {
  const target = join(made, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}

/** Relative to the folder, with forward slashes. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) =>
      join(each.parentPath ?? each.path, each.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort()
}
