/**
 * The grammar that editors colour by: it is what the table of words makes, and in the engine that VS Code
 * itself uses it agrees with what the language says of each word.
 */
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { beforeAll, expect, test } from "vitest"
import { type Role, rolesOf } from "@dramaturg/language/ide"
import oniguruma from "vscode-oniguruma"
import textmate, { type IGrammar } from "vscode-textmate"
import { generatedFiles } from "../make-grammar.mjs"

const room = new URL("../", import.meta.url)
const root = new URL("../../../", import.meta.url)
let grammar: IGrammar

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm")
  await oniguruma.loadWASM(readFileSync(wasm))
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner([...patterns]),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(
        readFileSync(new URL("syntaxes/dramaturg.tmLanguage.json", room), "utf8"),
        "dramaturg.json",
      ),
  })
  grammar = (await registry.loadGrammar("source.dramaturg"))!
})

/** The innermost scope at each offset of a text. */
function scopesOf(text: string): readonly string[] {
  const scopes: string[] = []
  let rules = textmate.INITIAL
  for (const line of text.split(/(?<=\n)/)) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line.replace(/\n$/, ""), rules)
    rules = ruleStack
    for (let i = 0; i < line.length; i++)
      scopes.push(tokens.findLast((each) => each.startIndex <= i)?.scopes.join(" ") ?? "")
  }
  return scopes
}

test("grammar and snippets are what the table of words makes: npm run grammar", () => {
  for (const [path, text] of Object.entries(generatedFiles()))
    expect(readFileSync(new URL(path, room), "utf8"), path).toBe(text)
})

test("a sample is coloured", () => {
  const text = `/// Where.
property at(who : character) : place { told: "{who} [be] at {value}"; }
every action by(who : character) { precondition: !asleep(who); }
scenario "s" { expect no story; }
`
  const scopes = scopesOf(text)
  const at = (word: string) => scopes[text.indexOf(word)].split(" ").at(-1)
  expect(at("/// Where")).toBe("comment.line.documentation.dramaturg")
  expect(at("property")).toBe("storage.type.dramaturg")
  expect(at("at(")).toBe("entity.name.variable.dramaturg")
  expect(at("character")).toBe("entity.name.type.dramaturg")
  expect(at("told")).toBe("keyword.other.label.dramaturg")
  expect(at("{who} [be]")).toBe("variable.other.placeholder.dramaturg")
  expect(at("[be]")).toBe("entity.name.function.verb.dramaturg")
  expect(at("every")).toBe("storage.modifier.dramaturg")
  expect(at("action by")).toBe("storage.type.dramaturg")
  expect(at("by(")).toBe("keyword.other.dramaturg")
  expect(at("precondition")).toBe("keyword.other.label.dramaturg")
  expect(at("asleep")).toBe("entity.name.function.call.dramaturg")
  expect(at("scenario")).toBe("keyword.other.dramaturg")
  expect(at("no story")).toBe("keyword.other.dramaturg")
  expect(at("story;")).toBe("keyword.other.dramaturg")
})

const expected: Partial<Record<Role, RegExp>> = {
  keyword: /keyword|storage/,
  literal: /constant\.language/,
  number: /constant\.numeric/,
  quote: /string/,
  comment: /comment/,
  doc: /comment\.(?:line|block)\.documentation/,
  type: /^(?!.*(?:keyword|storage|string))/,
  entity: /^(?!.*(?:keyword|storage|string))/,
  property: /^(?!.*(?:keyword|storage|string))/,
  event: /^(?!.*(?:keyword|storage|string))/,
  variable: /^(?!.*(?:keyword|storage|string))/,
}

const worlds = ["stories", "packages/language/library"]
  .flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map(
      (each) => `${folder}/${each}`,
    ),
  )
  .filter((each) => each.endsWith(".drama") && !each.includes("_mistakes"))
  .sort()

test.each(worlds)("in %s each word has the colour of what it is", (world) => {
  const text = readFileSync(fileURLToPath(new URL(world.replaceAll("\\", "/"), root)), "utf8")
  const scopes = scopesOf(text)
  const wrong = rolesOf(text).filter((each) => !(expected[each.role] ?? /^/).test(scopes[each.offset]))
  expect(
    wrong.map(({ role, text: word, offset }) => {
      const line = text.slice(0, offset).split("\n").length
      return `${line}: ${word} is a ${role}, not ${scopes[offset]}`
    }),
  ).toEqual([])
})
