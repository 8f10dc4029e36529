/**
 * Every message has a page with a wrong and a right example, and a fixture made of the wrong one. The wrong
 * example gives that message, the right one gives none of it. `UPDATE=1` rewrites the fixtures from the
 * pages.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Diagnostic } from "@dramaturg/model"
import { describe, expect, it } from "vitest"
import { checkText } from "../dist/commands/check.js"
import { coloursFor } from "../dist/colours.js"
import { check } from "../dist/thread/jobs/check.js"
import { dramaturg, makeFolder } from "./command.js"

/** A text to be read, and the words of the command that reads it. */
interface Example {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly words: readonly string[]
}

const root = fileURLToPath(new URL("../../../", import.meta.url))
const pages = join(root, "docs", "messages")
const fixtures = join(root, "stories", "_mistakes")
const codes = readdirSync(pages)
  .filter((each) => each.endsWith(".md") && each !== "README.md")
  .map((each) => each.slice(0, -3))

/** Messages about worlds that another command than `check` gives. */
const otherCommands: Record<string, string[]> = {
  "not-in-sabre": ["export", "--to", "sabre"],
  renamed: ["import", "-o", "out.drama"],
}

/** A wrong example that no page could hold: its last line so many times. */
const repeated: Record<string, number> = { "too-long": 30_000 }

describe.each(codes)("the page of %s", async (code) => {
  const wrong = exampleOf(code, "Wrong", "wrong")
  const right = exampleOf(code, "Right", "right")
  const printed = await read(lengthened(wrong, repeated[code]))

  it("has a wrong example that gives the message", () => {
    expect(printed).toMatch(new RegExp(`(error|warning) \\[${code}\\]`))
  })

  it("has a right example that does not, and has no error", async () => {
    expect(await read(right)).not.toMatch(new RegExp(`\\[${code}\\]|error \\[`))
  })

  it("has a fixture: the wrong example and what is printed about it", () => {
    const folder = join(fixtures, code)
    if (process.env.UPDATE === "1") rewrite(folder, { ...wrong.files, "expected.txt": printed })
    expect(existsSync(folder), "run UPDATE=1 npm test once").toBe(true)
    for (const [name, text] of Object.entries(wrong.files))
      expect(readFileSync(join(folder, name), "utf8")).toBe(text)
    expect(printed).toBe(readFileSync(join(folder, "expected.txt"), "utf8"))
  })
})

/** An example is a world, or a solution to the world that the page shows. */
function exampleOf(code: string, title: string, kind: string): Example {
  const page = readFileSync(join(pages, `${code}.md`), "utf8")
  const world = blockUnder(page, "The world")?.text
  const found = blockUnder(page, title)
  if (!found) throw new Error(`docs/messages/${code}.md has no block under "## ${title}".`)
  const name = `${kind}.${({ sabre: "txt", text: "txt" } as Record<string, string>)[found.language] ?? found.language}`
  if (world)
    return {
      name,
      files: { "world.drama": world, [name]: found.text },
      words: ["verify", "world.drama", name],
    }
  return { name, files: { [name]: found.text }, words: [...(otherCommands[code] ?? ["check"]), name] }
}

function blockUnder(page: string, title: string) {
  const found = new RegExp(`## ${title}\\n[\\s\\S]*?\`\`\`(\\w+)\\n([\\s\\S]*?)\`\`\``).exec(page)
  return found && { language: found[1], text: found[2] }
}

function lengthened(example: Example, times = 0): Example {
  const longer = ([name, text]: [string, string]) => [
    name,
    text + (text.trimEnd().split("\n").at(-1) + "\n").repeat(times),
  ]
  return { ...example, files: Object.fromEntries(Object.entries(example.files).map(longer)) }
}

/**
 * What the command prints about an example. `check`, which most need, is asked without a process or thread of
 * its own.
 */
async function read({ name, files, words }: Example): Promise<string> {
  if (words[0] !== "check") return dramaturg(words, { folder: makeFolder(files) }).err
  const world = { file: name, text: files[name] }
  let diagnostics: readonly Diagnostic[] = []
  await check({ world }, (part) => (diagnostics = part.diagnostics ?? diagnostics))
  return checkText({ ...world, diagnostics }, coloursFor({ isTTY: false } as NodeJS.WriteStream))
}

function rewrite(folder: string, files: Record<string, string>) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
}
