/** Reading `.drama`: the syntax trees of texts, and the messages about texts with mistakes. */
import { compileStory, readDrama } from "@dramaturg/language"
import { describe, expect, test } from "vitest"
import { bare } from "./bare.js"

const header = `
type place; type person : character;
entity Landing, Floor : place;
property at(who : person) : place; property lame(who : person) : boolean; property hunger(who : person) : number;
property likes(who : person, whom : person) : number; property night() : boolean;
entity Buffy : person;
`

function problemOf(text: string): string {
  const { problem, diagnostics } = compileStory(text, { file: "w.drama" })
  expect(diagnostics.filter((each) => each.severity === "error")).toEqual([])
  return bare(problem)
}

/** `line:column code` for each diagnostic of the reader. */
function complaints(text: string): string[] {
  return readDrama(text, "w.drama").diagnostics.map(
    (each) => `${each.span.line}:${each.span.column} ${each.code}`,
  )
}

describe("an entity's block", () => {
  test("says what flat statements say", () => {
    const block = `${header} entity Spike, Dru : person {
      at = Landing; lame; !lame; hunger = 2 + 1; likes(Buffy) = -2; believes at(Buffy) = ?; believes lame(Buffy) & night();
      wants: at(Buffy) == Floor
    }`
    const said = (who: string) => `
      at(${who}) = Landing; lame(${who}); !lame(${who}); hunger(${who}) = 2 + 1; likes(${who}, Buffy) = -2;
      believes(${who}, at(Buffy) = ?); believes(${who}, lame(Buffy) & night()); utility(${who}): at(Buffy) == Floor;`
    expect(problemOf(block)).toBe(
      problemOf(`${header} entity Spike : person; entity Dru : person; ${said("Spike")} ${said("Dru")}`),
    )
  })

  test("may be empty, and needs no semicolon behind it", () => {
    expect(problemOf(`${header} entity Dru : person {} night()`)).toBe(
      problemOf(`${header} entity Dru : person; night();`),
    )
  })

  test("tells whoever names its owner again that this is not needed", () => {
    const { diagnostics } = compileStory(
      `${header} entity Dru : person { at(Dru) = Floor; likes(Dru) = 9; }`,
      { file: "w.drama" },
    )
    expect(diagnostics.map((each) => `${each.code}: ${each.message}`)).toContain(
      "wrong-arguments: In the block of `Dru` it is clear whose `at` this is.",
    )
  })

  test("tells whoever names its owner in a belief what to write", () => {
    const { diagnostics } = readDrama("entity Dru : person { believes(Dru, night()); }", "w.drama")
    expect(diagnostics.map((each) => each.hint)).toEqual([
      "In a block it is clear who believes: write only what, for instance `believes at(Tom) = Home`.",
    ])
  })
})

test("limits are numbers or none", () => {
  const { tree } = readDrama("limits { author: 9; character: none; belief: 2 }", "w.drama")
  expect(
    tree.definitions.map((each) => (each.kind === "limit" ? `${each.which} ${each.value}` : each.kind)),
  ).toEqual(["author 9", "character null", "belief 2"])
})

describe("doc comments", () => {
  const docs = (text: string) => {
    const { tree } = readDrama(text, "w.drama")
    return [tree.doc, ...tree.definitions.map((each) => each.doc)]
  }

  test("belong to what follows; the first of a file, before a blank line, to the world", () => {
    expect(
      docs(
        "/// The lair.\n/// One night.\n\n/// He limps.\nentity Spike : person { /** Above all. */ lame; }\n// not this\ntype place;",
      ),
    ).toEqual(["The lair.\nOne night.", "He limps.", "Above all.", undefined])
  })

  test("without a blank line behind it, the first belongs to the first definition", () => {
    expect(docs("/**\n * A place.\n */\ntype place;")).toEqual([undefined, "A place."])
  })
})

test("words of the language that mean something only in their places may be names", () => {
  expect(
    complaints(
      "type type; entity entity : type; property action(effect : type) : type; action(entity) = entity; limits() = wants; trigger(trigger);",
    ),
  ).toEqual([])
})

describe("a mistake is named where it is", () => {
  test.each([
    ["entity Tom character;", ["1:12 missing-colon"]],
    ["entity if : place;", ["1:8 not-a-name"]],
    ["at(Tom) = Home\nat(Ann) = Home;", ["1:11 missing-semicolon"]],
    ["type place\ntype person;", ["1:6 missing-semicolon"]],
    ["action go() {\n  precondition: a()\n  effect: b();\n}", ["2:19 missing-semicolon"]],
    ["action go() { preconditon: a(); wish: b(); }", ["1:15 unknown-part", "1:33 unknown-part"]],
    ["action go() { effect: a(; }\ntype place;", ["1:25 unclosed-bracket"]],
    ["action go() { effect: a();\naction come() { effect: b(); }", ["1:26 unclosed-bracket"]],
    ["a());", ["1:4 stray-bracket"]],
    ["at(at(Tom)) = Home;", ["1:4 nested-application"]],
    ["a() && b();", ["1:5 foreign-sign"]],
    ["& b();", ["1:1 not-a-beginning"]],
    ["a() &;", ["1:5 missing-formula"]],
    ["_x();", ["1:1 not-a-name"]],
    ['at(Tom) = "Home";', ["1:11 not-a-name"]],
    ["a[Tom];", ["1:2 square-brackets"]],
    ["limits { author: -1; reader: 3; belief: 1.5 }", ["1:10 bad-limit", "1:22 bad-limit", "1:33 bad-limit"]],
    ["/* a comment", ["1:1 unclosed-comment"]],
    ["/*/ a comment */ a();", ["1:1 unclear-comment"]],
    [`n() = ${"9".repeat(400)};`, ["1:7 bad-number"]],
    [`${"(".repeat(300)}a()${")".repeat(300)};`, ["1:201 too-deep"]],
    [`${"if(a()) ".repeat(300)}b();`, ["1:1589 too-deep"]],
    ["entity Tom : character { !at = Home; }", ["1:26 unclear-not"]],
  ])("%#: %s", (text, expected) => {
    expect(complaints(text)).toEqual(expected)
  })

  test("several mistakes give several remarks, and nobody is blamed for what follows from them", () => {
    const text = `type place;
entity Home, Market place;
entity Tom : character;
property at(who : character) place;
at(Tom) = Home;
action go(who : character) {
  precondition: at(who) == Home | ;
  effect: at(who) = Market Home;
  consenting who;
}
utility(): at(Tom) == Market;`
    const { diagnostics } = compileStory(text, { file: "w.drama" })
    expect(diagnostics.map((each) => `${each.span.line} ${each.code}: ${each.message}`)).toEqual([
      "2 missing-colon: A colon is missing before `place`.",
      "4 missing-colon: A colon is missing before `place`.",
      "7 unexpected-word: `;` cannot stand behind `|`.",
      "8 unexpected-word: `Home` cannot stand behind `Market`.",
      "9 missing-colon: A colon is missing behind `consenting`.",
    ])
  })
})

test("our rules are strict where Sabre's merge in silence", () => {
  const { diagnostics } = compileStory(
    "type a; type a; entity X : b; entity X : a; property p() : boolean; utility(): p(); utility(): !p(); action f() { effect: p(); effect: !p(); }",
    { file: "w.drama" },
  )
  expect(
    diagnostics
      .filter((each) => each.severity === "error")
      .map((each) => each.code)
      .sort(),
  ).toEqual(["declared-twice", "declared-twice", "part-twice", "undeclared-type", "utility-twice"])
})
