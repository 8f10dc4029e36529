/** How the server begins and ends, and what it does while it is busy. */
import { spawn } from "node:child_process"
import { readFileSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { CancellationTokenSource } from "vscode-languageserver-protocol/node.js"
import { connect, folderOf } from "./client.js"

const world = `type place;
entity Home, Garden : place;
property at(who : character) : place;
entity Anna : character { at = Home; wants: at(Anna) == Garden; }
action walk(who : character, to : place) { effect: at(who) = to; consenting: who; }
utility(): if(at(Anna) == Garden) 1 else 0;
`
const { folder, uri } = folderOf({ "world.drama": world, "worlds/in.drama": 'include "../world.drama";\n' })
const lair = readFileSync(new URL("../../../stories/lair/lair.drama", import.meta.url), "utf8")

test("asked to shut down and to exit it ends with 0; asked to exit at once, with 1", async () => {
  expect(await (await connect(folder)).stop()).toBe(0)
  const other = await connect(folder)
  await other.connection.sendNotification("exit")
  expect(await other.ended).toBe(1)
})

test("it ends when its input ends, even while it is at work", async () => {
  const client = await connect(folder)
  await client.open(uri("lair.drama"), lair)
  client.process.stdin!.end()
  expect(await client.ended).toBe(1)
})

test("it ends when the process of its client is gone, though its input stays open", async () => {
  const editor = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"])
  const client = await connect(folder, { processId: editor.pid! })
  editor.kill()
  expect(await client.ended).toBe(1)
}, 30_000)

test("while a story is looked for, other questions are answered; and it can be given up", async () => {
  const client = await connect(folder)
  const endless = world.replace(
    "to : place) {",
    "to : place) { precondition: at(who) != Garden & to != Garden;",
  )
  const many = Array.from(
    { length: 60 },
    (_, i) =>
      `entity P${i} : place; property n${i}() : number; action a${i}(who : character) { effect: n${i}() = n${i}() + 1; consenting: who; }`,
  )
  await client.open(uri("world.drama"), `${endless}${many.join("\n")}\n`)
  const source = new CancellationTokenSource()
  const told = client.connection.sendRequest(
    "workspace/executeCommand",
    { command: "dramaturg.tell", arguments: [uri("world.drama")] },
    source.token,
  )
  let isTold = false
  const ended = told.then(
    () => (isTold = true),
    (error) => error,
  )
  for (let i = 0; i < 5; i++)
    expect(
      await client.request("textDocument/hover", {
        textDocument: { uri: uri("world.drama") },
        position: { line: 0, character: 1 },
      }),
    ).not.toBe(null)
  expect(isTold).toBe(false)
  source.cancel()
  expect(await ended).toMatchObject({ code: -32800 })
  expect(await client.stop()).toBe(0)
})

test("a check that takes long is given up when its text is changed", async () => {
  const client = await connect(folder)
  const names = Array.from({ length: 60 }, (_, i) => `P${i}`).join(", ")
  const parameters = ["a", "b", "c", "d", "e", "f"].map((each) => `${each} : place`).join(", ")
  const go = (i: number) =>
    `action go${i}(who : character, ${parameters}) { precondition: at(who) == a; effect: n(a, b, c, d, e, f) = n(a, b, c, d, e, f) + 1; consenting: who; }\n`
  const actions = Array.from({ length: 30 }, (_, i) => go(i)).join("")
  const endless = `${world}entity ${names} : place;\nproperty n(${parameters}) : number;\n${actions}`
  await client.open(uri("world.drama"), endless)
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  await client.change(uri("world.drama"), `${world}entity Tom : nothing;\n`)
  const found = await client.diagnostics(uri("world.drama"), (all) => all.some((each) => each.severity === 1))
  expect(found.map((each) => each.message).join()).toContain("nothing")
  expect(await client.stop()).toBe(0)
})

test("parts outside the folder of a world are read only if that is allowed", async () => {
  const text = 'include "../world.drama";\n'
  for (const [words, code] of [
    [[], ["no-such-part"]],
    [["--allow-outside"], []],
  ] as const) {
    const client = await connect(folder, {}, words)
    // That the part is open makes no difference.
    await client.open(uri("world.drama"), world)
    await client.open(uri("worlds/in.drama"), text)
    const found = await client.diagnostics(uri("worlds/in.drama"), (all) => all.length === code.length)
    expect(found.filter((each) => each.severity === 1).map((each) => each.code)).toEqual(code)
    await client.stop()
  }
})

test("a client that can show nothing gets the answers of commands as messages", async () => {
  const client = await connect(folder, { capabilities: {} })
  await client.open(uri("world.drama"), world)
  await client.request("workspace/executeCommand", {
    command: "dramaturg.tell",
    arguments: [uri("world.drama")],
  })
  await expect.poll(() => client.shown.join()).toContain("walk(Anna, Garden)")
  const items = await client.request<{ textEdit: { newText: string } }[]>("textDocument/completion", {
    textDocument: { uri: uri("world.drama") },
    position: { line: 0, character: 0 },
  })
  expect(items.filter((each) => each.textEdit.newText.includes("$"))).toEqual([])
  await client.stop()
})

test("a world of many thousand lines is answered about, and its last change wins", async () => {
  const client = await connect(folder)
  const large = `${world}${Array.from({ length: 4000 }, (_, i) => `entity Place${i} : place;`).join("\n")}\n`
  await client.open(uri("large.drama"), large)
  for (let i = 0; i < 10; i++) await client.change(uri("large.drama"), `${large}entity Last${i} : plac;\n`)
  const found = await client.diagnostics(uri("large.drama"), (all) =>
    all.some((each) => each.message.includes("plac")),
  )
  expect(found.length).toBeGreaterThan(0)
  const symbols = await client.request<{ name: string }[]>("workspace/symbol", { query: "Last" })
  expect(symbols.map((each) => each.name)).toEqual(["Last9"])
  await client.stop()
})

test("the other commands do not load the server", () => {
  const bundle = new URL("../../cli/bundle/", import.meta.url)
  const main = readFileSync(new URL("main.js", bundle), "utf8")
  const server = readdirSync(fileURLToPath(bundle)).filter((each) => each.startsWith("lsp-"))
  expect(server).not.toEqual([])
  const atOnce = [...main.matchAll(/^import[^;]*?["']\.\/([^"']+)["']/gm)].map((each) => each[1])
  expect(atOnce.filter((each) => server.includes(each))).toEqual([])
})
