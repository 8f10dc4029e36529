/** Tables in the docs that say what code and schemas say of themselves. `UPDATE=1` writes them. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { heuristics, methods } from "@dramaturg/engine"
import { expect, it } from "vitest"

const folder = new URL("../schemas/", import.meta.url)
const page = new URL("../../../docs/formats/command-line.md", import.meta.url)

/** Holds the table between the two comments named so to these rows. */
function holds(name: string, rows: readonly (readonly string[])[]): void {
  const text = readFileSync(page, "utf8")
  const [head, ...body] = rows.map((row) => `| ${row.join(" | ")} |`)
  const table = [head, `|${" --- |".repeat(rows[0].length)}`, ...body].join("\n")
  const place = new RegExp(`(<!-- ${name}: .* -->\\n\\n)[^]*?(<!-- end of ${name} -->)`)
  expect(text).toMatch(place)
  const written = text.replace(place, (_, before, after) => `${before}${table}\n\n${after}`)
  if (process.env.UPDATE === "1") writeFileSync(page, written)
  else expect(text).toBe(written)
}

it("the page about the command line lists every schema, with what it holds", () => {
  const rows = readdirSync(folder)
    .sort()
    .map((file) => {
      const { title, description } = JSON.parse(readFileSync(new URL(file, folder), "utf8"))
      expect({ file, title, description }).toEqual({
        file,
        title: expect.any(String),
        description: expect.any(String),
      })
      return [title, `\`${file}\``, description]
    })
  holds("schemas", [["What", "Schema", "Holds"], ...rows])
})

it("the page about the command line lists every method and every heuristic", () => {
  const rows = (all: Record<string, { readonly name: string; readonly about: string }>) =>
    Object.entries(all).map(([key, { name, about }]) => {
      expect(key).toBe(name)
      return [`\`${name}\``, about]
    })
  holds("methods", [["Method", "Finds"], ...rows(methods)])
  holds("heuristics", [["Heuristic", "Looks ahead"], ...rows(heuristics)])
})
