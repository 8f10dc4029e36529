/** The server as an editor meets it: a real process, asked everything. `¦` in a text is the cursor. */
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from "vscode-languageserver-protocol"
import { type Client, connect, cursorIn, folderOf } from "./client.js"

const places = `/// Where somebody can be.
type place;
entity Home, Garden : place;
/// Where somebody is.
property at(who : character) : place;
`
const main = `include "places.drama";
property happy(who : character) : boolean;
entity Anna : character {
  at = Home;
  wants: happy(Anna);
}
/// From here to there.
action walk(who : character, to : place) {
  precondition: at(who) != to;
  effect: at(who) = to & (if(to == Garden) happy(who));
  consenting: who;
}
utility(): if(happy(Anna)) 1 else 0;
scenario "it rains 🌧" {
  expect story;
}
`
const other = `include "places.drama";
entity Ben : character { at = Garden; }
utility(): at(Ben) == Home;
`

const { folder, uri } = folderOf({ "main.drama": main, "places.drama": places, "other.drama": other })
const [mainUri, placesUri, otherUri] = ["main.drama", "places.drama", "other.drama"].map(uri)
let client: Client

beforeAll(async () => {
  client = await connect(folder)
  await client.open(mainUri, main)
})
afterAll(async () => {
  expect(await client.stop()).toBe(0)
})

/** The main text with the cursor before or in `at`. */
const marked = (before: string, text = main) => {
  const plain = before.replace("¦", "")
  expect(text).toContain(plain)
  return text.replace(plain, before)
}
const cut = (text: string, { start, end }: Location["range"]) => {
  const lines = text.split("\n")
  expect(start.line).toBe(end.line)
  return lines[start.line].slice(start.character, end.character)
}

test("it says what it can do, and that positions count UTF-16 units", () => {
  expect(client.result.serverInfo?.name).toBe("dramaturg")
  expect(client.result.capabilities.positionEncoding).toBe("utf-16")
})

test("a sound world has no errors; a mistake has its place, its code and a fix, and is gone once it is mended", async () => {
  expect((await client.diagnostics(mainUri)).filter((each) => each.severity === 1)).toEqual([])
  const broken = main.replace("happy(Anna);", "hapy(Anna);")
  await client.change(mainUri, broken)
  const [found] = await client.diagnostics(mainUri, (all) => all.some((each) => each.severity === 1))
  expect(cut(broken, found.range)).toContain("hapy")
  expect(found).toMatchObject({ source: "dramaturg", severity: 1 })
  const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: mainUri },
    range: found.range,
    context: { diagnostics: [found] },
  })
  expect(actions[0].kind).toBe("quickfix")
  const [edit] = actions[0].edit!.changes![mainUri]
  const start =
    broken.split("\n").slice(0, edit.range.start.line).join("\n").length + 1 + edit.range.start.character
  const end =
    broken.split("\n").slice(0, edit.range.end.line).join("\n").length + 1 + edit.range.end.character
  expect(broken.slice(0, start) + edit.newText + broken.slice(end)).toBe(main)
  await client.change(mainUri, main)
  await client.diagnostics(mainUri, (all) => all.every((each) => each.severity !== 1))
})

test("what check notes of a world without errors is a diagnostic, too", async () => {
  const text = main.replace("at(who) != to;", "at(who) != to & happy(who) & !happy(who);")
  await client.change(mainUri, text)
  const found = await client.diagnostics(mainUri, (all) => all.length > 0)
  expect(found.every((each) => each.severity === 2)).toBe(true)
  await client.change(mainUri, main)
  await client.diagnostics(mainUri, (all) => all.length < found.length)
})

test("hover shows the declaration with its comment, and the help of a word", async () => {
  const name = await client.ask<Hover>("textDocument/hover", mainUri, marked("precondition: a¦t(who)"))
  expect(JSON.stringify(name.contents)).toContain("property at(who : character) : place")
  expect(JSON.stringify(name.contents)).toContain("Where somebody is.")
  const word = await client.ask<Hover>("textDocument/hover", mainUri, marked("prec¦ondition: at"))
  expect(JSON.stringify(word.contents)).toContain("What must be so before.")
})

test("completion offers only places where a place may stand, characters where a character may", async () => {
  const labels = async (text: string) => {
    const plain = text.replace("¦", "")
    await client.change(mainUri, plain)
    const items = await client.ask<CompletionItem[]>("textDocument/completion", mainUri, text)
    return items.filter((each) => each.kind !== 14).map((each) => each.label)
  }
  expect(await labels(marked("at(who) != ¦to;"))).toEqual(["to", "Home", "Garden", "at"])
  expect(await labels(marked("wants: happy(¦Anna);"))).toEqual(["Anna"])
  expect(await labels(marked("at = ¦Home;"))).toEqual(["Home", "Garden", "at"])
  expect(await labels(marked("consenting: ¦who;"))).toEqual(["who", "Anna"])
  expect(await labels(`${main}property near(x : ¦`)).toEqual([
    "place",
    "character",
    "entity",
    "boolean",
    "number",
  ])
  expect(await labels(`${main}// ¦`)).toEqual([])
  await client.change(mainUri, main)
})

test("completion has snippets with places to fill in", async () => {
  const text = `${main}¦`
  const items = await client.ask<CompletionItem[]>("textDocument/completion", mainUri, text)
  const action = items.find((each) => each.label === "action")!
  expect(action.insertTextFormat).toBe(2)
  expect((action.textEdit as TextEdit).newText).toBe("action ${1:walk}(${2:who} : character) {\n\t$3\n}")
  expect((items.find((each) => each.label === "at")!.textEdit as TextEdit).newText).toBe("at(${1:who})")
})

test("signature help shows which parameter is next", async () => {
  const text = `${main}scenario "s" { expect act walk(Anna, ¦`
  await client.change(mainUri, text.replace("¦", ""))
  const help = await client.ask<SignatureHelp>("textDocument/signatureHelp", mainUri, text)
  expect(help.signatures[0].label).toBe("action walk(who : character, to : place)")
  expect(help.activeParameter).toBe(1)
  const [from, to] = help.signatures[0].parameters![1].label as [number, number]
  expect(help.signatures[0].label.slice(from, to)).toBe("to : place")
  await client.change(mainUri, main)
})

test("definition leads into the included file, and into the library as a file that can be opened", async () => {
  const [place] = await client.ask<Location[]>("textDocument/definition", mainUri, marked("effect: a¦t("))
  expect(place.uri).toBe(placesUri)
  expect(cut(places, place.range)).toBe("at")
  const text = 'include "@lib/ties";\nentity Tom : character { fondness(Tom) = 1; }\n'
  const library = uri("library.drama")
  await client.open(library, text)
  const [declared] = await client.ask<Location[]>(
    "textDocument/definition",
    library,
    text.replace("fond", "fo¦nd"),
  )
  expect(declared.uri).toMatch(/\/library\/ties\.drama$/)
  expect(cut(readFileSync(fileURLToPath(declared.uri), "utf8"), declared.range)).toBe("fondness")
  const [link] = await client.request<DocumentLink[]>("textDocument/documentLink", {
    textDocument: { uri: library },
  })
  expect(link.target).toBe(declared.uri)
  await expect(
    client.ask("textDocument/rename", library, text.replace("fond", "fo¦nd"), { newName: "love" }),
  ).rejects.toThrow(/library/)
  await client.close(library)
})

test("references and renaming reach every world that includes the file, those not open among them", async () => {
  await client.open(placesUri, places)
  const cursor = marked("entity Ho¦me", places)
  const found = await client.ask<Location[]>("textDocument/references", placesUri, cursor, {
    context: { includeDeclaration: true },
  })
  expect([...new Set(found.map((each) => each.uri))].sort()).toEqual([mainUri, otherUri, placesUri].sort())
  const edit = await client.ask<WorkspaceEdit>("textDocument/rename", placesUri, cursor, {
    newName: "Cottage",
  })
  expect(
    Object.fromEntries(Object.entries(edit.changes!).map(([each, edits]) => [each, edits.length])),
  ).toEqual({
    [placesUri]: 1,
    [mainUri]: 1,
    [otherUri]: 1,
  })
  await client.close(placesUri)
})

test("a name of one world is not renamed in another that merely includes the same part", async () => {
  const ann = main.replaceAll("Anna", "Ben")
  await client.change(mainUri, ann)
  const edit = await client.ask<WorkspaceEdit>("textDocument/rename", mainUri, marked("entity Be¦n", ann), {
    newName: "Nell",
  })
  expect(Object.keys(edit.changes!)).toEqual([mainUri])
  await client.change(mainUri, main)
})

test("renaming counts what is not saved yet, and refuses names that are taken or are none", async () => {
  const unsaved = other
    .replace("at = Garden", "at = Garden; !lonely")
    .replace("utility", "property lonely(who : character) : boolean;\nutility")
  await client.open(otherUri, unsaved)
  const edit = await client.ask<WorkspaceEdit>("textDocument/rename", otherUri, marked("!lon¦ely", unsaved), {
    newName: "alone",
  })
  expect(edit.changes![otherUri]).toHaveLength(2)
  const to = (newName: string) =>
    client.ask("textDocument/rename", otherUri, marked("!lon¦ely", unsaved), { newName })
  await expect(to("Home")).rejects.toThrow("`Home` is taken: it is an entity already.")
  await expect(to("two words")).rejects.toThrow("cannot be a name")
  await expect(to("if")).rejects.toThrow("a word of the language")
  const prepared = await client.ask("textDocument/prepareRename", otherUri, marked("!lon¦ely", unsaved))
  expect(prepared).toMatchObject({ placeholder: "lonely" })
  await client.close(otherUri)
})

test("symbols of the file and of the workspace", async () => {
  const own = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", {
    textDocument: { uri: mainUri },
  })
  expect(own.map((each) => each.name)).toEqual(["happy", "Anna", "walk", "it rains 🌧"])
  const all = await client.request<WorkspaceSymbol[]>("workspace/symbol", { query: "gdn" })
  expect(all.map((each) => [each.name, each.location.uri])).toEqual([["Garden", placesUri]])
})

test("highlights, folds and links", async () => {
  const marks = await client.ask<DocumentHighlight[]>(
    "textDocument/documentHighlight",
    mainUri,
    marked("walk(wh¦o"),
  )
  expect(marks.map((each) => each.kind)).toEqual([3, 2, 2, 2, 2])
  const folds = await client.request<FoldingRange[]>("textDocument/foldingRange", {
    textDocument: { uri: mainUri },
  })
  expect(folds.map((each) => [each.startLine, each.endLine])).toEqual([
    [2, 4],
    [7, 10],
    [13, 14],
  ])
  const links = await client.request<DocumentLink[]>("textDocument/documentLink", {
    textDocument: { uri: mainUri },
  })
  expect(links.map((each) => [cut(main, each.range), each.target])).toEqual([["places.drama", placesUri]])
})

test("formatting changes what is laid out otherwise and nothing else, with the line ends that there are", async () => {
  const crooked = main.replace("  at = Home;", "      at   =   Home;").replaceAll("\n", "\r\n")
  await client.change(mainUri, crooked)
  const format = () =>
    client.request<TextEdit[]>("textDocument/formatting", {
      textDocument: { uri: mainUri },
      options: { tabSize: 2, insertSpaces: true },
    })
  const [edit, ...more] = await format()
  expect(more).toEqual([])
  const lines = crooked.split("\r\n")
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 2, 0) + character
  const formatted =
    crooked.slice(0, offset(edit.range.start)) + edit.newText + crooked.slice(offset(edit.range.end))
  expect(formatted.replaceAll("\r\n", "\n")).not.toContain("\r")
  await client.change(mainUri, formatted)
  expect(await format()).toEqual([])
  expect(formatted).toContain("\r\n  at = Home;\r\n")
  await client.change(mainUri, main)
})

test("semantic tokens cover names by what they are, and end with their line", async () => {
  const { data } = await client.request<SemanticTokens>("textDocument/semanticTokens/full", {
    textDocument: { uri: mainUri },
  })
  const legend = client.result.capabilities.semanticTokensProvider!.legend.tokenTypes
  const lines = main.split("\n")
  const shown: string[] = []
  for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
    line += data[i]
    character = data[i] > 0 ? data[i + 1] : character + data[i + 1]
    const word = lines[line].slice(character, character + data[i + 2])
    expect(word).toHaveLength(data[i + 2])
    shown.push(`${word} ${legend[data[i + 3]]}${data[i + 4] & 1 ? "!" : ""}`)
  }
  expect(shown.slice(0, 8)).toEqual([
    "include keyword",
    '"places.drama" string',
    "property keyword",
    "happy property!",
    "who parameter!",
    "character type",
    "boolean type",
    "entity keyword",
  ])
  expect(shown).toContain("walk function!")
  expect(shown).toContain("Garden enumMember")
})

test("positions behind letters of two units are right", async () => {
  const text = `${main}scenario "🌧🌧" { at(An¦na) = Garden; expect story; }\n`
  await client.change(mainUri, text.replace("¦", ""))
  const [place] = await client.ask<Location[]>("textDocument/definition", mainUri, text)
  expect(cut(main, place.range)).toBe("Anna")
  const found = await client.ask<Hover>("textDocument/hover", mainUri, text)
  expect(cut(text.replace("¦", ""), found.range!)).toBe("Anna")
  await client.change(mainUri, main)
})

test("lenses tell the world and run its scenarios, and their commands answer", async () => {
  const lenses = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: mainUri } })
  expect(lenses.map((each) => each.command!.title)).toEqual(["tell", "run scenario"])
  const run = (lens: CodeLens) =>
    client.request<{ title: string; text: string }>("workspace/executeCommand", {
      command: lens.command!.command,
      arguments: lens.command!.arguments,
    })
  const told = await run(lenses[0])
  expect(told.title).toMatch(/a story in 1 act/)
  expect(told.text).toContain("walk(Anna, Garden)")
  const ran = await run(lenses[1])
  expect(ran.title).toBe("1 passed, 0 failed.")
  await expect.poll(() => client.shown.length).toBe(2)
  expect(readFileSync(fileURLToPath(client.shown[1]), "utf8")).toContain("it rains 🌧")
})

test("a part that others include has no lens of its own for telling", async () => {
  await client.open(placesUri, places)
  const lenses = await client.request<CodeLens[]>("textDocument/codeLens", {
    textDocument: { uri: placesUri },
  })
  expect(lenses).toEqual([])
  await client.close(placesUri)
})

test("why at the cursor: the reasons of the act, from inside its definition", async () => {
  const why = (position: object | string) =>
    client.request<{ title: string; text: string }>("workspace/executeCommand", {
      command: "dramaturg.why",
      arguments: [mainUri, position],
    })
  const { title, text } = await why(cursorIn(marked("consent¦ing: who")))
  expect(title).toBe("Why walk?")
  expect(text).toContain("1. walk(Anna, Garden)")
  expect(text).toContain("Anna")
  await expect(why(cursorIn(marked("inc¦lude")))).rejects.toThrow(/Put the cursor on an action/)
})

test("a part is checked within the worlds that include it, and its mistakes are shown in it", async () => {
  await client.open(placesUri, places)
  expect(await client.diagnostics(placesUri)).toEqual([])
  await client.change(placesUri, places.replace("Garden", "Park"))
  const inMain = await client.diagnostics(mainUri, (all) => all.some((each) => each.severity === 1))
  expect(inMain.map((each) => cut(main, each.range)).join()).toContain("Garden")
  const inOther = await client.diagnostics(otherUri, (all) => all.some((each) => each.severity === 1))
  expect(inOther.length).toBeGreaterThan(0)
  await client.change(placesUri, places)
  await client.diagnostics(mainUri, (all) => all.every((each) => each.severity !== 1))
  await client.close(placesUri)
  expect(await client.diagnostics(otherUri, (all) => all.length === 0)).toEqual([])
})

test("a file that appears on the disk is included as soon as it is there", async () => {
  const text = 'include "later.drama";\nutility(): 1;\n'
  const later = uri("early.drama")
  await client.open(later, text)
  await client.diagnostics(later, (all) => all.some((each) => each.code === "no-such-part"))
  writeFileSync(fileURLToPath(uri("later.drama")), "type thing;\n")
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uri("later.drama"), type: 1 }],
  })
  await client.diagnostics(later, (all) => all.every((each) => each.code !== "no-such-part"))
  await client.close(later)
})

test("drives, shares and unsaved documents are worlds like others", async () => {
  const part = "type place;\nentity Home : place;\n"
  const text =
    'include "part.drama";\nproperty at(who : character) : place;\nentity Tom : character { at = Ho¦me; }\n'
  for (const [world, included] of [
    ["file:///c%3A/worlds/tom.drama", "file:///C:/worlds/part.drama"],
    ["file://server/share/tom.drama", "file://server/share/part.drama"],
  ]) {
    await client.open(included, part)
    await client.open(world, text.replace("¦", ""))
    const found = await client.ask<Location[]>("textDocument/definition", world, text)
    expect({ world, found }).toMatchObject({ world, found: [{ uri: included }] })
    await client.close(world)
    await client.close(included)
  }
  const untitled = "untitled:Untitled-1"
  await client.open(
    untitled,
    text
      .replace("¦", "")
      .replace("part.drama", "@lib/places")
      .replace("property at(who : character) : place;", "entity Home : place;"),
  )
  expect((await client.diagnostics(untitled)).filter((each) => each.severity === 1)).toEqual([])
  await client.close(untitled)
})

test("a text with a byte order mark keeps its places", async () => {
  const text = `\ufeff${main}`
  await client.change(mainUri, text)
  const [place] = await client.ask<Location[]>(
    "textDocument/definition",
    mainUri,
    text.replace("happy(Anna)", "happy(An¦na)"),
  )
  expect(cut(text, place.range)).toBe("Anna")
  await client.change(mainUri, main)
})

test("a request that makes no sense is answered with an error, and the next one as ever", async () => {
  await expect(client.request("textDocument/hover", { nonsense: true })).rejects.toThrow()
  await expect(client.request("textDocument/hover", null)).rejects.toThrow()
  await expect(client.request("no/such/method", {})).rejects.toThrow()
  await expect(client.request("workspace/executeCommand", { command: "dramaturg.nothing" })).rejects.toThrow(
    /there are dramaturg.tell/,
  )
  expect(
    await client.request("textDocument/hover", {
      textDocument: { uri: uri("closed.drama") },
      position: { line: 0, character: 0 },
    }),
  ).toBe(null)
  expect(await client.ask("textDocument/hover", mainUri, marked("prec¦ondition: at"))).not.toBe(null)
})
