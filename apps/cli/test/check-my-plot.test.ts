/** The page for writers shows what the terminal says. `UPDATE=1` rewrites it. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { dramaturg, makeFolder } from "./command.js"

const page = fileURLToPath(new URL("../../../docs/check-my-plot.md", import.meta.url))
const parcel = fileURLToPath(new URL("../../../stories/parcel/parcel.drama", import.meta.url))

/** Words as a shell takes them apart: quotes hold a word together. */
const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((each) => each[1] ?? each[2])

it("shows what the terminal says", () => {
  const text = readFileSync(page, "utf8")
  const [plot, better] = [...text.matchAll(/```markdown\n([\s\S]*?)```/g)].map((each) => each[1])
  const folder = makeFolder({ "plot.md": plot, "better.md": better })
  copyFileSync(parcel, join(folder, "parcel.drama"))
  const shown = text.replace(/```text\n\$ dramaturg (.*)\n[\s\S]*?```/g, (_, words: string) => {
    const { out, err } = dramaturg(wordsOf(words), { folder, env: { COLUMNS: "100" } })
    expect(err).toBe("")
    return `\`\`\`text\n$ dramaturg ${words}\n${out}\`\`\``
  })
  expect(shown.match(/^\$ dramaturg/gm)!.length).toBeGreaterThan(5)
  if (process.env.UPDATE === "1") writeFileSync(page, shown)
  else expect(text).toBe(shown)
})
