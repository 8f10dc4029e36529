/** The `.vsix`, unpacked as VS Code does it: its lists are right, and what is inside runs by itself. */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, extname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { DOMParser } from "@xmldom/xmldom"
import { strFromU8, unzipSync } from "fflate"
import { beforeAll, expect, test } from "vitest"
import { connect, folderOf } from "../../../apps/lsp/test/client.js"
import { makeVsix } from "../make-vsix.mjs"

const folder = mkdtempSync(join(tmpdir(), "dramaturg-vsix-"))
const extension = join(folder, "extension")
let files: Record<string, Uint8Array>

beforeAll(async () => {
  const bytes = await makeVsix()
  expect(Buffer.compare(bytes, await makeVsix())).toBe(0)
  files = unzipSync(bytes)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
})

const xmlOf = (path: string) =>
  new DOMParser({ onError: (_, message) => expect.fail(message) }).parseFromString(
    strFromU8(files[path]),
    "text/xml",
  )
const manifest = () => JSON.parse(strFromU8(files["extension/package.json"]))

test("every kind of file has a content type, and the manifest of the package names what is there", () => {
  const known = [...xmlOf("[Content_Types].xml").getElementsByTagName("Default")].map((each) =>
    each.getAttribute("Extension"),
  )
  const endings = new Set(Object.keys(files).map((each) => extname(each)))
  endings.delete(".xml")
  expect(known.sort()).toEqual([...endings].sort())
  const own = xmlOf("extension.vsixmanifest")
  const identity = own.getElementsByTagName("Identity")[0]
  const { name, version, publisher, engines } = manifest()
  expect(["Id", "Version", "Publisher"].map((each) => identity.getAttribute(each))).toEqual([
    name,
    version,
    publisher,
  ])
  for (const each of own.getElementsByTagName("Asset"))
    expect(Object.keys(files)).toContain(each.getAttribute("Path"))
  const engine = [...own.getElementsByTagName("Property")].find((each) =>
    each.getAttribute("Id")?.endsWith("Code.Engine"),
  )
  expect(engine?.getAttribute("Value")).toBe(engines.vscode)
})

test("what the extension contributes is there, and is JSON", () => {
  const { contributes, main, devDependencies, type } = manifest()
  expect({ devDependencies, type }).toEqual({})
  const paths = [
    main,
    ...contributes.languages.map((each: { configuration: string }) => each.configuration),
    ...contributes.grammars.map((each: { path: string }) => each.path),
    ...contributes.snippets.map((each: { path: string }) => each.path),
  ]
  for (const each of paths) {
    expect(existsSync(join(extension, each)), each).toBe(true)
    if (each.endsWith(".json")) JSON.parse(readFileSync(join(extension, each), "utf8"))
  }
  const licences = strFromU8(files["extension/dist/licences.txt"])
  expect(licences).toContain("vscode-languageclient")
  const names = Object.keys(files)
  expect(names.filter((each) => /\.map$|node_modules|\.ts$/.test(each))).toEqual([])
})

const world = readFileSync(new URL("../../../stories/parcel/parcel.drama", import.meta.url), "utf8")

test("the server inside it runs by itself", async () => {
  const { folder: worlds, uri } = folderOf({ "parcel.drama": world })
  const client = await connect(worlds, {}, [], join(extension, "server", "bin", "dramaturg.js"))
  await client.open(uri("parcel.drama"), `${world}\nentity Tom : nothing;\n`)
  const found = await client.diagnostics(uri("parcel.drama"), (all) => all.length > 0)
  expect(found.some((each) => each.message.includes("nothing"))).toBe(true)
  expect(await client.stop()).toBe(0)
})

test("it is activated, registers the commands that it contributes, and shows the story that is told", () => {
  const { folder: worlds } = folderOf({ "parcel.drama": world })
  const runner = fileURLToPath(new URL("./try-extension.cjs", import.meta.url))
  const uri = pathToFileURL(join(worlds, "parcel.drama")).href
  const ran = spawnSync(process.execPath, [runner, extension, uri], { encoding: "utf8", timeout: 60_000 })
  expect(ran.stderr).toBe("")
  const { commands, answer, shown } = JSON.parse(ran.stdout)
  const contributed = manifest().contributes.commands.map((each: { command: string }) => each.command)
  expect(commands).toEqual(expect.arrayContaining(contributed))
  expect(answer.title).toMatch(/a story in \d+ acts/)
  expect(shown).toEqual([`${answer.title}\n\n${answer.text}\n`])
})
