/** The API for editors. `¦` in a text is the cursor. */
import { expect, test } from "vitest"
import {
  bearerOf,
  completionsAt,
  declarationsIn,
  definitionOf,
  eventAt,
  foldsIn,
  hoverAt,
  includesIn,
  referencesTo,
  renamed,
  rolesOf,
  scenariosIn,
  signaturesAt,
  snippetOfCall,
  snippetOfWord,
  snippets,
  toldOf,
} from "@dramaturg/language/ide"

const world = `/// Where somebody can be.
type place;
entity Home, Garden : place;
/// Where somebody is.
property at(who : character) : place;
entity Anna : character {
  at = Home;
  wants: at(Anna) == Garden;
}
/// From here to there.
action walk(who : character, to : place) {
  precondition: at(who) != to;
  effect: at(who) = to;
  consenting: who;
}
utility(): at(Anna) == Garden;
`

function cursor(marked: string) {
  const offset = marked.indexOf("¦")
  return { texts: { "w.drama": marked.replace("¦", "") }, offset }
}

const shown = (text: string) =>
  rolesOf(text)
    .filter((each) => each.role !== "sign")
    .map((each) => `${each.text} ${each.role}${each.declares ? "!" : ""}`)

test("words have roles, and names are told from one another by where they stand", () => {
  expect(shown("entity Anna : character { at = Home; wants: at(Anna) == Garden; }")).toEqual([
    "entity keyword",
    "Anna entity!",
    "character type",
    "at property",
    "Home entity",
    "wants keyword",
    "at property",
    "Anna entity",
    "Garden entity",
  ])
  expect(
    shown(
      "action walk(who : character) { precondition: forall(c : guest) at(c) == at(who); consenting: who; }",
    ),
  ).toEqual([
    "action keyword",
    "walk event!",
    "who variable!",
    "character type",
    "precondition keyword",
    "forall keyword",
    "c variable!",
    "guest type",
    "at property",
    "c variable",
    "at property",
    "who variable",
    "consenting keyword",
    "who variable",
  ])
})

test("a type and a property of one name are two things", () => {
  const text = "type wound; property wound(who : character) : wound; entity Open : wound;"
  expect(referencesTo({ "w.drama": text }, "w.drama", text.indexOf("wound"))).toHaveLength(3)
  expect(referencesTo({ "w.drama": text }, "w.drama", text.indexOf("wound("))).toHaveLength(1)
})

test("declarations are the outline of a text, with their docs", () => {
  expect(declarationsIn(world).map((each) => `${each.word} ${each.name}: ${each.doc ?? "–"}`)).toEqual([
    "type place: Where somebody can be.",
    "entity Home: –",
    "entity Garden: –",
    "property at: Where somebody is.",
    "entity Anna: –",
    "action walk: From here to there.",
  ])
})

test("a variable is known in its own definition only", () => {
  const { texts, offset } = cursor(world.replace("consenting: who", "consenting: w¦ho"))
  expect(referencesTo(texts, "w.drama", offset)).toHaveLength(4)
})

test("a name leads to its declaration, in whichever file that is", () => {
  const texts = {
    "main.drama": 'include "places.drama";\nentity Anna : character { at = Garden; }',
    "places.drama": "entity Garden : place;",
  }
  const [place] = definitionOf(texts, "main.drama", texts["main.drama"].indexOf("Garden") + 2)
  expect(place).toEqual({ file: "places.drama", offset: 7, end: 13, declares: true })
})

test("a new name goes to all files, and one that could not be a name goes nowhere", () => {
  const texts = { "a.drama": "entity Anna : character;", "b.drama": "utility(Anna): at(Anna) == Home;" }
  expect(renamed(texts, "a.drama", 8, "Nell")).toEqual({
    "a.drama": "entity Nell : character;",
    "b.drama": "utility(Nell): at(Nell) == Home;",
  })
  expect(renamed(texts, "a.drama", 8, "two words")).toBe(undefined)
})

test("a new name is given in the braces of what is told, too, to whom it belongs and to nobody else", () => {
  const text =
    'entity Anna : character { told: "Anna"; }\naction walk(who : character) { told: "{who} lets {who.their} dog out, and {Anna\'s}"; consenting: who; }\naction wait(who : character) { told: "{who} waits"; }'
  const a = renamed({ "a.drama": text }, "a.drama", text.indexOf("who"), "walker")!["a.drama"]
  expect(a).toBe(
    text
      .replace(
        'walk(who : character) { told: "{who} lets {who.their}',
        'walk(walker : character) { told: "{walker} lets {walker.their}',
      )
      .replace("consenting: who", "consenting: walker"),
  )
  expect(renamed({ "a.drama": text }, "a.drama", text.indexOf("Anna"), "Zoë")!["a.drama"]).toBe(
    text.replace("entity Anna", "entity Zoë").replace("{Anna's}", "{Zoë's}"),
  )
})

test("a name that something has already is said to be taken, and by what", () => {
  const text =
    "type place;\nentity Home, Park : place;\nproperty at(who : character) : place;\naction walk(who : character, to : place) { effect: at(who) = to; }\naction wait(other : character) { effect: at(other) = Home; }"
  const taken = (word: string, name: string) =>
    bearerOf({ "a.drama": text, "b.drama": "entity Elsewhere : place;" }, "a.drama", text.indexOf(word), name)
  expect([
    taken("Home", "Park"),
    taken("Home", "walk"),
    taken("Home", "Elsewhere"),
    taken("Home", "who"),
    taken("Home", "if"),
    taken("place", "character"),
  ]).toEqual(["entity", "event", "entity", "variable", "keyword", "type"])
  expect([
    taken("who", "to"),
    taken("who", "at"),
    taken("other", "who"),
    taken("Home", "Home"),
    taken("Home", "Garden"),
    taken("who", "Elsewhere"),
  ]).toEqual([undefined, "property", undefined, undefined, undefined, "entity"])
})

test("what is told has a name as words, and they can be changed with it", () => {
  const text =
    'entity OldMill : place { told: "the old mill"; }\naction go(to : place) { told: "{to}, past the Old Mill and the old millstone {OldMill}"; }\nscenario "the old mill" { expect story; }'
  const places = toldOf({ "a.drama": text }, "a.drama", text.indexOf("OldMill"))
  expect(places.map(({ offset, end }) => text.slice(offset, end))).toEqual(["old mill", "Old Mill"])
  expect(
    renamed({ "a.drama": text }, "a.drama", text.indexOf("OldMill"), "new_barn", places)!["a.drama"],
  ).toBe(
    text
      .replaceAll("OldMill", "new_barn")
      .replace("the old mill", "the new barn")
      .replace("Old Mill and", "New barn and"),
  )
})

test("hovering says what it is, how it is declared and what its comment says", () => {
  const { texts, offset } = cursor(world.replace("effect: at", "effect: a¦t"))
  expect(hoverAt(texts, "w.drama", offset)).toMatchObject({
    words: "what can be said",
    header: "property at(who : character) : place",
    doc: "Where somebody is.",
  })
})

test("hovering over a word of the language says what it is for and how it is written", () => {
  const { texts, offset } = cursor(world.replace("effect:", "eff¦ect:"))
  expect(hoverAt(texts, "w.drama", offset)).toMatchObject({
    words: "What is so afterwards.",
    header: "effect: …;",
  })
})

test.each([
  ["utility(): kn¦", true],
  ["utility(Ann): kn¦", true],
  ["action a(c : character) { observing(d : character): kn¦", true],
  ["property p(c : character) : kn¦", false],
  ["property p() : kn¦", false],
])("in `%s` a formula stands: %s", (marked, isFormula) => {
  const { texts, offset } = cursor(`entity Ann : character; open property killer() : character; ${marked}`)
  const labels = completionsAt(texts, "w.drama", offset).map((each) => each.label)
  expect(labels.includes("knows")).toBe(isFormula)
  expect(labels.includes("boolean")).toBe(!isFormula)
})

test.each([
  ["entity Ben : character { ¦", ["told", "wants", "believes"]],
  ["property p() : boolean { ¦", ["told", "might", "wondered", "hoped", "feared", "doubted"]],
  ["every action { ¦", ["precondition", "effect", "observing"]],
  ["story { ¦", ["must", "never", "first", "ends"]],
  ['scenario "s" { limits { ¦', ["author", "character", "belief", "cases", "infer"]],
])("completion in `%s` begins with the words of that block", (marked, expected) => {
  const { texts, offset } = cursor(marked)
  expect(
    completionsAt(texts, "w.drama", offset)
      .filter((each) => each.role === "keyword")
      .map((each) => each.label),
  ).toEqual(expected)
})

test("what can be asked of the action is offered and explained in every action alone", () => {
  const asked = ["possible", "pays", "consents", "seen"]
  const offered = (marked: string): readonly string[] => {
    const { texts, offset } = cursor(marked)
    return completionsAt(texts, "w.drama", offset)
      .map((each) => each.label)
      .filter((each) => asked.includes(each))
  }
  expect(offered("every action { effect: unforeseen(if(¦")).toEqual(asked)
  expect(offered("action go() { effect: if(¦")).toEqual([])
  const { texts, offset } = cursor("every action { effect: unforeseen(if(pa¦ys()) a()); }")
  expect(hoverAt(texts, "w.drama", offset)).toMatchObject({
    words: "Everybody who consents to the action is better off right after it.",
    header: "unforeseen(if(pays()) …)",
  })
  const own = cursor("property pays() : boolean; every action { effect: if(pa¦ys()) a(); }")
  expect(hoverAt(own.texts, "w.drama", own.offset)?.header).toBe("property pays() : boolean")
})

test("completion offers types behind a colon, parts in a block, names and variables in a formula, and nothing in a comment", () => {
  const labels = (marked: string) => {
    const { texts, offset } = cursor(marked)
    return completionsAt(texts, "w.drama", offset).map((each) => each.label)
  }
  expect(labels("type place; property at(who : ¦")).toEqual([
    "place",
    "character",
    "entity",
    "boolean",
    "number",
  ])
  expect(labels(`${world}action sit(who : character) { ¦`)).toContain("precondition")
  expect(labels(`${world}action sit(sitter : character) { precondition: ¦`).slice(0, 3)).toEqual([
    "sitter",
    "Home",
    "Garden",
  ])
  expect(labels("¦")).toContain("entity")
  expect(labels("// type ¦")).toEqual([])
})

test.each([
  ["precondition: at(¦", ["sitter", "Anna"]],
  ["precondition: at(sitter) == ¦", ["seat", "at", "Home", "Garden"]],
  ["precondition: seat != ¦", ["seat", "at", "Home", "Garden"]],
  ["consenting: ¦", ["sitter", "Anna"]],
  ["precondition: believes(¦", ["sitter", "Anna"]],
  ["precondition: forall(c : character) at(¦", ["sitter", "c", "Anna"]],
])("completion in `%s` offers what is of the type that is wanted", (marked, expected) => {
  const { texts, offset } = cursor(`${world}action sit(sitter : character, seat : place) { ${marked}`)
  expect(
    completionsAt(texts, "w.drama", offset)
      .filter((each) => each.role !== "keyword")
      .map((each) => each.label)
      .slice(0, 4)
      .sort(),
  ).toEqual([...expected].sort())
})

test("completion offers subtypes where a type is wanted, and the general where it may be one of them", () => {
  const text = `type place; type room : place; entity Hall : room; entity Wood : place;
property in(r : room) : boolean; property at(who : character) : place;
action go(who : character, r : room, p : place) { precondition: `
  const labels = (more: string) =>
    completionsAt({ "w.drama": text + more }, "w.drama", (text + more).length)
      .filter((each) => each.role !== "keyword")
      .map((each) => each.label)
  expect(labels("in(")).toEqual(["r", "p", "Hall"])
  expect(labels("at(who) == ")).toEqual(["r", "p", "Hall", "Wood", "at"])
})

test("of variables, only those of the definition around the cursor are offered", () => {
  const text =
    "property near(one : character, other : character) : boolean;\nentity Tom : character { wants: near("
  const found = completionsAt({ "w.drama": text }, "w.drama", text.length)
  expect(found.filter((each) => each.role === "variable")).toEqual([])
})

test("snippets are the forms of words with places to fill in", () => {
  expect(snippetOfWord("action")).toBe("action ${1:walk}(${2:who} : character) {\n\t$3\n}")
  expect(snippetOfWord("first")).toBe("first: $1 then: $2;")
  expect(snippetOfWord("include")).toBe('include "$1";')
  expect(snippetOfWord("walk")).toBe(undefined)
  expect(snippets().map((each) => each.word)).toContain("scenario")
  expect(snippetOfCall("at", "property at(who : character) : place")).toBe("at(${1:who})")
})

test("the brackets around the cursor say what they take, and at which parameter the cursor is", () => {
  const { texts, offset } = cursor(`${world}scenario "s" { expect act walk(Anna, ¦`)
  expect(signaturesAt(texts, "w.drama", offset)).toMatchObject({
    signatures: [{ header: "action walk(who : character, to : place)", doc: "From here to there." }],
    position: 1,
  })
  expect(signaturesAt(texts, "w.drama", 3)).toBe(undefined)
})

test("what a text includes is found with its place, and the file that is meant", () => {
  const text = 'include "../parts/a.drama";\ninclude "@lib/places";\n'
  expect(
    includesIn(text, "worlds/w.drama").map((each) => [each.path, text.slice(each.offset, each.end)]),
  ).toEqual([
    ["parts/a.drama", "../parts/a.drama"],
    ["@lib/places", "@lib/places"],
  ])
  expect(includesIn('include "b.drama";', "//server/share/a.drama")[0].path).toBe("//server/share/b.drama")
  expect(includesIn('include "..\\b.drama";', "c:/worlds/new/a.drama")[0].path).toBe("c:/worlds/b.drama")
})

test("scenarios are found by their titles, unfinished ones, too", () => {
  expect(
    scenariosIn(`${world}scenario "rain" { expect story; }\nscenario "sun" { exp`).map((each) => each.title),
  ).toEqual(["rain", "sun"])
})

test("the action at the cursor is the one named there, or the one around it", () => {
  expect(eventAt(world, world.indexOf("walk(") + 1)).toBe("walk")
  expect(eventAt(world, world.indexOf("consenting"))).toBe("walk")
  expect(eventAt(world, 3)).toBe(undefined)
})

test("blocks fold", () => {
  expect(foldsIn(world)).toHaveLength(2)
})

const twins = `entity Tom, Ann : character;
entity Sue : character { near(Ann); near; }
/// Alone.
property near(who : character) : boolean;
/// To somebody.
property near(who : character, whom : character) : boolean;
/// With nobody.
action win(who : character) { effect: near(who); consenting: who; }
/// Against somebody.
action win(who : character, whom : character) { effect: near(who, whom); consenting: who; }
story { must: win(Tom, Ann); never: win(?); }
`

test.each([
  ["action wi¦n(who : character) {", "With nobody."],
  ["action wi¦n(who : character, whom", "Against somebody."],
  ["must: wi¦n(Tom, Ann)", "Against somebody."],
  ["never: wi¦n(?)", "With nobody."],
  ["effect: nea¦r(who);", "Alone."],
  ["effect: nea¦r(who, whom)", "To somebody."],
  ["{ nea¦r(Ann)", "To somebody."],
  ["; nea¦r;", "Alone."],
])("of two that share a name, the one that is meant is shown: %s", (marked, doc) => {
  const plain = marked.replace("¦", "")
  expect(twins).toContain(plain)
  const { texts, offset } = cursor(twins.replace(plain, marked))
  expect(hoverAt(texts, "w.drama", offset)?.doc).toBe(doc)
  const [place, ...others] = definitionOf(texts, "w.drama", offset)
  expect(others).toEqual([])
  expect(texts["w.drama"].slice(0, place.offset).trimEnd().split("\n").at(-2)).toBe(`/// ${doc}`)
})
