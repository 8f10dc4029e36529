/** Open properties: `open`, `might`, `knows(c, f)`, the limits `cases` and `infer` (D40, D41, D45). */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { compileStory, formatStory, readDrama, writeDrama } from "@dramaturg/language"
import { hoverAt } from "@dramaturg/language/ide"
import { asItIs, parseValue, printValue } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { bare } from "./bare.js"

const header = `
type suspect;
entity Ines, Otto, Cora : character; entity Butler, Gardener : suspect;
property cleared(s : suspect) : boolean; property arrested() : suspect;
open property killer() : suspect { might: !cleared(value); told: "the killer is {value}"; }
open property asleep(who : character) : boolean;
action nod() { effect: knows(Cora, killer()) & knows(Cora, asleep(Otto)); }
utility(): arrested() == Butler;
`

function problemOf(text: string) {
  const { problem, diagnostics } = compileStory(text, { file: "w.drama" })
  expect(diagnostics.map((each) => `${each.code}: ${each.message}`)).toEqual([])
  return problem!
}

function said(text: string): string[] {
  return compileStory(text, { file: "w.drama" }).diagnostics.map((each) => `${each.code}: ${each.message}`)
}

const killer = { kind: "fluent", property: 2, arguments: [] }
const [ines, otto] = ["Ines", "Otto"].map((value) => ({ kind: "constant", value }))

describe("an open property", () => {
  test("keeps its mark and its condition", () => {
    const { properties, limits } = problemOf(`${header} limits { author: 4; cases: 2; infer: 1; }`)
    expect(properties.map(({ isOpen }) => isOpen ?? false)).toEqual([false, false, true, true])
    expect(JSON.parse(bare(properties[2].might!))).toEqual({
      kind: "not",
      body: { kind: "fluent", property: 0, arguments: [{ kind: "variable", name: "value" }] },
    })
    expect(limits).toEqual({ author: 4, cases: 2, infer: 1 })
  })

  test("may ask in `might` of what stands below it", () => {
    const { properties } = problemOf(
      `${header} open property hides(who : character) : suspect { might: armed(value, who); }
property armed(s : suspect, who : character) : boolean;
action search(c : character) { effect: knows(Ines, hides(c)); consenting: Ines; }`,
    )
    expect(properties.map(({ might }) => might !== undefined)).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
    ])
  })
})

describe("words for what goes on in whoever wonders", () => {
  const moody = (more: string, open = "open ") =>
    `entity Ann, Bo : character; ${open}property asleep(who : character) : boolean { told: "{who} [be] asleep"; ${more} }
action look(Ann) { effect: knows(Ann, asleep(Bo)); consenting: Ann; }
utility(): believes(Ann, asleep(Bo));`

  test("are kept, written and read back", () => {
    const texts = {
      wondered: ["{mind} [wonder] about {who}"],
      hoped: ["{mind} [hope] for {value}", "{mind} [pray]"],
      feared: ["{mind} [dread] {who's} eye"],
      doubted: ["{mind} [think] {other} no wiser"],
    }
    const written = Object.entries(texts)
      .map(([mood, all]) => `${mood}: ${all.map((each) => JSON.stringify(each)).join(", ")};`)
      .join(" ")
    expect(problemOf(moody(written)).properties[0].moods).toEqual(texts)
    const again = writeDrama(readDrama(moody(written), "w.drama").tree).text
    expect(problemOf(again).properties[0].moods).toEqual(texts)
    expect(formatStory(moody(written), "w.drama").text).toContain('feared: "{mind} [dread] {who\'s} eye";')
  })

  test("are said once, of an open property, about those who are concerned", () => {
    expect(said(moody('hoped: "{mind} [hope]"; hoped: "{mind} [pray]";'))).toEqual([
      "part-twice: This is a second `hoped`.",
    ])
    expect(said(moody('feared: "{mind} [fear]";', ""))).toContain(
      "part-not-allowed: Nobody wonders about `asleep`, so `feared` has no meaning here.",
    )
    expect(said(moody('wondered: "{mind} [wonder] with {other}";'))).toEqual([
      "unknown-placeholder: Nothing is known by which `{other}` could be replaced.",
    ])
    expect(said(`action nap() { hoped: "x"; }`).join()).toContain("part-not-allowed")
  })
})

describe("knows(c, f)", () => {
  test("is a condition of its own", () => {
    const { actions } = problemOf(
      `${header} action a() { precondition: !knows(Ines, killer()) & believes(Otto, knows(Ines, killer())); effect: arrested() = Butler; }`,
    )
    expect(JSON.parse(bare(actions[1].precondition))).toEqual({
      kind: "and",
      parts: [
        { kind: "not", body: { kind: "knows", character: ines, fluent: killer } },
        { kind: "believes", character: otto, body: { kind: "knows", character: ines, fluent: killer } },
      ],
    })
  })

  test("says in facts and effects what the longer way says", () => {
    const pairs = [
      ["knows(Ines, killer());", "believes(Ines, killer()) = killer();"],
      ["believes(Ines, knows(Otto, killer()));", "believes(Ines, believes(Otto, killer()) = killer());"],
      [
        "forall(c : character) knows(c, asleep(Otto));",
        "forall(c : character) believes(c, asleep(Otto)) = asleep(Otto);",
      ],
    ]
    for (const [short, long] of pairs)
      expect(bare(problemOf(header + short))).toBe(bare(problemOf(header + long)))
  })

  test("is no mistake about oneself where the other is taken to know", () => {
    const start = "believes(Ines, killer()) = ?; believes(Ines, knows(Otto, killer()));"
    expect(said(`${header}${start} believes(Ines, believes(Otto, believes(Otto, killer()))) = ?;`)).toEqual([
      "self-belief: `believes(Ines, believes(Otto, killer()))` is as it is, so `believes(Ines, believes(Otto, believes(Otto, killer())))` cannot be ?: nobody is mistaken about their own mind.",
    ])
    expect(said(`${header}${start} believes(Ines, believes(Ines, killer())) = ?;`)).toEqual([])
  })

  test("can be expected of a story", () => {
    const { scenarios } = compileStory(
      `${header} scenario "s" { expect knows(Cora, killer()); expect ending !knows(Ines, killer()); }`,
      { file: "w.drama" },
    )
    expect(scenarios![0].expectations.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "holds: knows(Cora, killer())",
      "ending: ending !knows(Ines, killer())",
    ])
  })
})

describe("the words are names elsewhere", () => {
  const plain = (words: readonly string[]) => {
    const [knows, open, might, cases] = words
    return `entity Ann, ${open} : character; type ${might}; entity ${cases}, infer : ${might};
property ${knows}(who : character, whom : character) : boolean; property ${might}(a : ${might}) : ${might};
property ${open}() : boolean { told: "x"; }
entity Bo : character { ${knows}(Ann); }
${knows}(Ann, ${open}); ${open}(); ${might}(${cases}) = infer;
action act(${open} : character) { precondition: ${knows}(${open}, Ann) & ${might}(infer) == ${cases}; effect: !${open}(); }
utility(): ${knows}(Ann, Ann);`
  }

  test("with the meaning that they had", () => {
    const renamed = plain(["k", "o", "m", "c"])
    const meant = bare(problemOf(plain(["knows", "open", "might", "cases"])))
    const names: Record<string, string> = { k: "knows", o: "open", m: "might", c: "cases" }
    expect(meant).toBe(
      bare(problemOf(renamed)).replace(/"([komc])"/g, (_, name: string) => `"${names[name]}"`),
    )
  })
})

describe("one mistake is one message", () => {
  test.each([
    [
      "open common property p() : boolean;",
      "open-common: A property cannot be both open and common: what everybody always knows, nobody wonders about.",
    ],
    [
      "common open property p() : boolean;",
      "open-common: A property cannot be both open and common: what everybody always knows, nobody wonders about.",
    ],
    ["open action p() {}", "modifier-misplaced: `open` cannot stand before `action`."],
    ["property open p() : boolean;", "modifier-misplaced: `open` stands before `property`."],
    [
      "property p() : suspect { might: !cleared(value); }",
      "part-not-allowed: Nobody wonders about `p`, so `might` has no meaning here.",
    ],
    [
      "open property p() : suspect { might: value; }",
      "wrong-type: Something true or false is needed here, but `value` is a suspect.",
    ],
    [
      "open property p() : suspect { might: !cleared(value); might: cleared(value); }",
      "part-twice: This is a second `might`.",
    ],
    [
      "open property p() : suspect { might: knows(Ines, killer()); }",
      "might-looks-into-minds: Which values are possible cannot depend on what somebody believes.",
    ],
    [
      "action p() { effect: !knows(Ines, killer()); }",
      "open-effect: This leaves open what somebody believes instead.",
    ],
    [
      "knows(Ines, arrested());",
      "knows-closed: Nobody wonders about `arrested`, so it cannot be said whether somebody knows it.",
    ],
    ["knows(Butler, killer());", "not-a-character: A character is needed here, but `Butler` is a suspect."],
    [
      "action p() { precondition: knows(Ines, killer() == Butler); effect: cleared(Butler); }",
      "nested-application: Only a property can be known: who knows it has its value right, whatever that is.",
    ],
    [
      "action p() { might: cleared(Butler); }",
      "part-not-allowed: Which values are possible is said of an open property, so `might` has no place here.",
    ],
    ...["action p()", "trigger p()", "every action"].map((owner) => [
      `${owner} { hoped: "{mind} [hope] so"; }`,
      "part-not-allowed: What goes on in whoever wonders is said of an open property, so `hoped` has no place here.",
    ]),
    [
      "trigger p() { might: cleared(Butler); }",
      "part-not-allowed: Which values are possible is said of an open property, so `might` has no place here.",
    ],
    ["limits { case: 1; }", "bad-limit: There is no limit called `case`."],
    ["limits { cases: -1; }", "bad-limit: A limit is a whole number from 0 upward, or `none`."],
    ["limits { infer: 1; infer: 2; }", "limit-twice: The infer limit is given a second time."],
    ...[
      "effect: if(pays()) cleared(Butler);",
      "effect: if(pays()) unforeseen(cleared(Butler));",
      "precondition: believes(Ines, !pays());",
      "observing(c : character): pays();",
    ].map((part) => [
      `every action { ${part} }`,
      "pays-foreseen: `pays()` asks what people foresee of an act, so it can decide only what nobody foresees.",
    ]),
  ])("`%s`", (text, message) => {
    expect(said(header + text)).toEqual([message])
  })
})

describe("what is perhaps not meant", () => {
  const untaught = header.replace(/action nod.*\n/, "")
  const unable =
    "nobody-can-know: Somebody does not know `killer`, and nothing that happens can teach anybody."

  test.each([
    ["", []],
    ["believes(Ines, killer()) = ?;", [unable]],
    ["believes(Ines, killer()) = ?; limits { infer: 1; }", []],
    [
      "believes(Ines, killer()) = ?; trigger t() { precondition: cleared(Butler); effect: believes(Ines, killer()) = Gardener; }",
      [],
    ],
    [
      "believes(Ines, killer()) = ?; action a(Otto) { precondition: killer() == Butler; effect: arrested() = Butler; }",
      [],
    ],
  ])("that nothing can teach it: %s", (text, messages) => {
    expect(said(untaught + text)).toEqual(messages)
  })

  test.each([
    ["utility(Ines): believes(Ines, killer()) != ?;", 1],
    ["utility(Ines): believes(Otto, killer()) != ?;", 0],
    ["utility(Ines): believes(Ines, arrested()) != ?;", 0],
    ["utility(Ines): believes(Otto, believes(Ines, killer())) != ?;", 0],
    ["utility(Ines): killer() != ?;", 0],
  ])("that any belief is wanted: %s", (text, count) => {
    expect(said(header + text).filter((each) => each.startsWith("own-belief-wanted")).length).toBe(count)
  })
})

test("words explain themselves under the cursor", () => {
  const text = `${header} knows(Ines, killer());`
  for (const word of ["open", "might", "knows"])
    expect(hoverAt({ "w.drama": text }, "w.drama", text.indexOf(word))?.header).toContain(word)
})

test("`as it is` is its own text", () => {
  expect(parseValue(printValue(asItIs))).toBe(asItIs)
  expect(JSON.parse(JSON.stringify(asItIs))).toBe(asItIs)
})

const law = new URL("../../../../shared/law-worlds/", import.meta.url)
const worlds = existsSync(law) ? readdirSync(law).filter((each) => each.endsWith(".drama")) : []

describe.skipIf(worlds.length === 0)("the worlds of the law on finding out", () => {
  test.each(worlds)("%s is read, and means the same formatted, and written", (name) => {
    const text = readFileSync(new URL(name, law), "utf8")
    const read = (each: string) => compileStory(each, { file: name })
    const { problem, scenarios, diagnostics } = read(text)
    expect(diagnostics.filter((each) => each.severity === "error")).toEqual([])
    const written = writeDrama(readDrama(text, name).tree).text
    for (const other of [formatStory(text, name).text, written]) {
      expect(bare(read(other).problem)).toBe(bare(problem))
      expect(bare(read(other).scenarios)).toBe(bare(scenarios))
    }
    expect(formatStory(written, name).text).toBe(written)
  })
})

describe("whether an act pays", () => {
  const effects = (text: string): string =>
    JSON.stringify(problemOf(header + text).actions.map(({ effect }) => effect))

  test("can be asked in what nobody foresees of every action", () => {
    const rule = "every action { effect: unforeseen(if(!believes(Ines, pays())) cleared(Butler)); }"
    expect(effects(rule)).toContain('"kind":"pays"')
  })

  test("is the property of that name, if there is one", () => {
    const property = "property pays() : boolean; "
    expect(effects(`${property}every action { effect: if(pays()) cleared(Butler); }`)).not.toContain(
      '"kind":"pays"',
    )
  })
})
