/** The page about editors says what the server, the extension and the lines for other editors really have. */
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { connect, folderOf } from "./client.js"

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")
const page = read("docs/editors.md")

test("the commands of the server are those of the page", async () => {
  const client = await connect(folderOf({}).folder)
  const { commands } = client.result.capabilities.executeCommandProvider!
  expect([...page.matchAll(/^\| `(dramaturg\.\w+)`/gm)].map((each) => each[1])).toEqual(commands)
  expect(await client.stop()).toBe(0)
})

test("the page names each command of the extension, and each of Neovim's", () => {
  const { contributes } = JSON.parse(read("editors/vscode/package.json"))
  for (const { title } of contributes.commands) expect(page).toContain(`*${title}*`)
  const lines = read("editors/neovim/plugin/dramaturg.lua")
  for (const [, name] of lines.matchAll(/command\("(\w+)"/g)) {
    expect(page).toContain(`\`:${name}\``)
    expect(read("editors/neovim/README.md")).toContain(`\`:${name}\``)
  }
})

test("the lines for Helix start the command that there is", () => {
  const lines = read("editors/helix/languages.toml")
  const value = (key: string) => new RegExp(`^${key} = (.*)$`, "m").exec(lines)?.[1]
  expect(value("command")).toBe(JSON.stringify(Object.keys(JSON.parse(read("apps/cli/package.json")).bin)[0]))
  expect(JSON.parse(value("args")!)).toEqual(["lsp"])
  expect(JSON.parse(value("file-types")!)).toEqual(["drama"])
})
