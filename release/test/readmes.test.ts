/** The example in the README of each package prints what stands below it. `UPDATE=1` writes that down. */
import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { publishedFolders, readManifest } from "../manifests.mjs"

const example = /```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g

/** The example of the elements is a page: the tests of the packages open one. */
const withPrograms = publishedFolders().filter((each) => readManifest(each).name !== "@dramaturg/embed")

test.each(withPrograms.map((folder) => [readManifest(folder).name, folder]))("of %s", (_, folder) => {
  const page = join(folder, "README.md")
  const text = readFileSync(page, "utf8")
  expect(text).toMatch(example)
  const printed = text.replace(
    example,
    (_, code: string) => `\`\`\`js\n${code}\`\`\`\n\n\`\`\`text\n${run(code, folder)}\`\`\``,
  )
  if (process.env.UPDATE === "1") writeFileSync(page, printed)
  expect(printed).toBe(text)
})

function run(code: string, folder: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-"], {
    cwd: folder,
    input: code,
    encoding: "utf8",
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
  return stdout
}
