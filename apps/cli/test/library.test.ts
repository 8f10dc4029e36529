/**
 * The page on the library: each of its examples is run, and prints what stands below it. `UPDATE=1` writes
 * that down.
 */
import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const page = new URL("../../../docs/library.md", import.meta.url)
const here = fileURLToPath(new URL("..", import.meta.url))
const example = /```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g

it("prints what it says", { timeout: 120_000 }, () => {
  const text = readFileSync(page, "utf8")
  const world = /export const text = (`[\s\S]*?`)\n/.exec(text)![1]
  const prelude = `const text = ${world}\n${/```js prelude\n([\s\S]*?)```/.exec(text)![1]}`
  const printed = text.replace(example, (_, code: string) => {
    const isFirst = code.includes("export const text")
    // Imports of the same thing may stand in both.
    const own = isFirst
      ? code
      : `${prelude}\n{\n${code.replace(/^import \{ (.*) \} from (".*")$/gm, "const { $1 } = await import($2)")}\n}`
    return `\`\`\`js\n${code}\`\`\`\n\n\`\`\`text\n${run(own)}\`\`\``
  })
  if (process.env.UPDATE === "1") writeFileSync(page, printed)
  expect(printed).toBe(text)
})

function run(code: string): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--input-type=module", "--stack-size=4000", "-"],
    { cwd: here, input: code, encoding: "utf8" },
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
  return stdout
}
