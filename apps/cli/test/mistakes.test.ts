/**
 * Every message has a page with a wrong and a right example, and a fixture made of the wrong one. The wrong example gives
 * that message, the right one gives none of it. `UPDATE=1` rewrites the fixtures from the pages.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"

interface Example {
  readonly code: string
  readonly name: string
  readonly text: string
}

interface Remark {
  readonly code: string
  readonly severity: string
}

/** Messages that another command than `check` gives. */
const commands: Record<string, string[]> = { "not-in-sabre": ["export", "--to", "sabre"] }

const root = fileURLToPath(new URL("../../../", import.meta.url))
const pages = join(root, "docs", "messages")
const fixtures = join(root, "stories", "_mistakes")
const codes = readdirSync(pages).filter((each) => each.endsWith(".md") && each !== "README.md").map((each) => each.slice(0, -3))
const wrongs = codes.map((code) => exampleOf(code, "wrong"))
const rights = codes.map((code) => exampleOf(code, "right"))
const wrongRemarks = remarksOn(wrongs)
const rightRemarks = remarksOn(rights)

describe("the page of each message", () => {
  codes.forEach((code, i) => {
    it(`${code}: the wrong example gives it`, () => {
      expect(wrongRemarks[i].map((each) => each.code)).toContain(code)
    })

    it(`${code}: the right example does not give it and has no error`, () => {
      expect(rightRemarks[i].filter((each) => each.code === code || each.severity === "error")).toEqual([])
    })

    it(`${code}: the fixture is the wrong example and what check prints about it`, () => {
      const { name, text } = wrongs[i]
      const folder = join(fixtures, code)
      const printed = printedAbout(code, name, text)
      if (process.env.UPDATE === "1") rewrite(folder, { [name]: text, "expected.txt": printed })
      expect(existsSync(join(folder, name)), "run UPDATE=1 npm test once").toBe(true)
      expect(readFileSync(join(folder, name), "utf8")).toBe(text)
      expect(printed).toBe(readFileSync(join(folder, "expected.txt"), "utf8"))
    })
  })
})

function exampleOf(code: string, kind: "wrong" | "right"): Example {
  const page = readFileSync(join(pages, `${code}.md`), "utf8")
  const title = kind === "wrong" ? "Wrong" : "Right"
  const found = new RegExp(`## ${title}\\n[\\s\\S]*?\`\`\`(drama|sabre)\\n([\\s\\S]*?)\`\`\``).exec(page)
  if (!found) throw new Error(`docs/messages/${code}.md has no block under "## ${title}".`)
  return { code, name: `${kind}.${found[1] === "sabre" ? "txt" : "drama"}`, text: found[2] }
}

function printedAbout(code: string, name: string, text: string): string {
  const { out, err } = dramaturg([...(commands[code] ?? ["check"]), name], { folder: makeFolder({ [name]: text }) })
  return commands[code] ? err : out
}

/** The remarks about each example: one run of `check` for all that it is about, one run for each of the others. */
function remarksOn(examples: readonly Example[]): Remark[][] {
  const checked = checkAll(examples)
  return examples.map(({ code, name, text }, i) => {
    if (!commands[code]) return checked[i]
    return JSON.parse(dramaturg([...commands[code], name, "--json"], { folder: makeFolder({ [name]: text }) }).out).diagnostics
  })
}

function checkAll(examples: readonly Example[]): Remark[][] {
  const files = examples.map(({ code, name }) => `${code}-${name}`)
  const folder = makeFolder(Object.fromEntries(examples.map(({ text }, i) => [files[i], text])))
  const all: (Remark & { file: string })[] = JSON.parse(dramaturg(["check", ...files, "--json"], { folder }).out).diagnostics
  return files.map((file) => all.filter((each) => each.file === file))
}

function rewrite(folder: string, files: Record<string, string>) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
}
