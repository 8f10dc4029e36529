/** The front page tells the truth: its story is what its world gives. `UPDATE=1` rewrites it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``)

describe("README.md", () => {
  it("shows the story that its world gives", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8")
    const world = block("drama").exec(readme)![1]
    const { code, out, err } = dramaturg(["tell", "crow.drama"], {
      folder: makeFolder({ "crow.drama": world }),
    })
    expect({ code, err }).toEqual({ code: 0, err: "" })
    const told = readme.replace(block("text"), () => "```text\n" + out + "```")
    if (process.env.UPDATE === "1") writeFileSync(join(root, "README.md"), told)
    else expect(readme).toBe(told)
  })
})

describe("the documents at the root", () => {
  for (const name of readdirSync(root).filter((each) => each.endsWith(".md"))) {
    it(`${name} links only to what is there`, () => {
      const text = readFileSync(join(root, name), "utf8")
      const targets = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((each) => each[1])
      expect(targets.filter((each) => !existsSync(join(dirname(join(root, name)), each)))).toEqual([])
    })
  }

  it("ARCHITECTURE.md names only folders and files that exist", () => {
    const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8")
    const named = [...text.matchAll(/`((?:packages|apps|docs|scripts|stories|bench)\/[\w./-]*)`/g)].map(
      (each) => each[1],
    )
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter((each) => !existsSync(join(root, each)))).toEqual([])
  })
})
