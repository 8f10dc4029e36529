/**
 * Outlines: what is read of an author's notes, in all formats, and the messages about what cannot be read.
 */
import { readFileSync } from "node:fs"
import { printCertificate, readOutline } from "@dramaturg/language"
import { describe, expect, test } from "vitest"
import { misfits } from "../../../apps/cli/test/schema.js"
import { world } from "../../engine/test/worlds.js"

const market = world(`
  type place; entity Home : place; entity Market : place;
  entity Tom : character; entity Ann : character;
  property at(c : character) : place; property fed(c : character) : boolean;
  at(Tom) = Home; at(Ann) = Market;
  action walk(c : character, to : place) { precondition: at(c) != to; effect: at(c) = to; consenting: c; };
  action share(a : character, b : character) { precondition: a != b & at(a) == at(b); effect: fed(a) & fed(b); consenting: a, b; };
  action pick_up(c : character, there : place) { precondition: at(c) == there; consenting: c; };
  action rain() { };
  utility(): fed(Tom); utility(Tom): fed(Tom); utility(Ann): fed(Ann);
`)

const plan = ["walk(Tom, Market)", "rain()", "share(Tom, Ann)"]
const share = { act: "share(Tom, Ann)", explanations: { Ann: [] } }
const solution = { plan, explanations: [{ Tom: [share] }, {}, { Tom: [], Ann: [] }] }

/** What `dramaturg tell` prints of that story. */
const told = `market: a story in 3 acts

1. walk(Tom, Market)
   Tom does this because it should lead on to:
     share(Tom, Ann)
       counting on Ann, who wants what it brings about

2. rain()
   Nobody decides this: it happens.

3. share(Tom, Ann)
   Tom takes part because it brings about what Tom wants.
   Ann takes part because it brings about what Ann wants.

It ends with a utility of 1 for the author. No shorter story would do.
`

/** An outline as an author would see it: acts and notes in order, each with its place, then the messages. */
function seen(text: string): readonly string[] {
  const { outline, diagnostics } = readOutline(text, market, "outline.md")
  expect(outline === undefined).toBe(diagnostics.some((each) => each.severity === "error"))
  const remarks = diagnostics.map(
    ({ code, severity, span, message, hint }) =>
      `${severity} ${span.line}:${span.column}+${span.length} ${code}: ${message}${hint === undefined ? "" : ` ${hint}`}`,
  )
  if (outline === undefined) return remarks
  const notes = (before: number) =>
    outline.notes
      .filter((each) => each.before === before)
      .map(
        ({ kind, item, level, text, span }) =>
          `${span.line}:${span.column} ${level === undefined ? kind : "#".repeat(level)}${item === undefined ? "" : ` ${item}.`} ${JSON.stringify(text).slice(1, -1)}`,
      )
  const acts = outline.acts.flatMap(({ act, span }, i) => [
    `${span.line}:${span.column}+${span.length} act ${act}`,
    ...notes(i + 1),
  ])
  return [...notes(0), ...acts, ...remarks]
}

function actsOf(text: string): readonly string[] {
  const { outline, diagnostics } = readOutline(text, market)
  expect(diagnostics).toEqual([])
  return outline!.acts.map((each) => each.act)
}

describe("the name of an act", () => {
  test.each([
    "walk(Tom, Market)",
    "walk(Tom,Market)",
    "WALK( tom ,market )",
    "walk (Tom, Market)",
    "walk(Tom, Market).",
    "walk(Tom, Market);",
    "walk(\"Tom\", 'Market')",
    "walk(“Tom”, ‘Market’)",
    "`walk(Tom, Market)`",
    "**walk(Tom, Market)**",
    "**`walk(Tom, Market)`**.",
    "1. walk(Tom, Market)",
    "12) walk(Tom, Market)",
    "  walk(Tom, Market)  ",
    "\twalk(Tom,\tMarket)",
    "- walk(Tom, Market)",
    "* walk(Tom, Market)",
    "+ walk(Tom, Market)",
    "- [x] walk(Tom, Market)",
    "- [ ] walk(Tom, Market)",
    "[x] walk(Tom, Market)",
    "- `WALK(tom,market)`",
    "- __walk(Tom, Market)__",
    "\uFEFFwalk(Tom, Market)",
    "\uFEFF- walk(Tom, Market)",
    "**walk**(Tom, Market)",
    '"walk(Tom, Market)"',
    '["walk(tom,market)."]',
  ])("is found in %j", (text) => {
    expect(actsOf(text)).toEqual(["walk(Tom, Market)"])
  })

  test("may have Markdown's backslash in it", () => {
    expect(actsOf("- pick\\_up(Tom, Home)")).toEqual(["pick_up(Tom, Home)"])
  })

  test("is not guessed where capitals alone tell two people apart", () => {
    const twins = world(
      "entity tom : character; entity TOM : character; action wave(c : character) { consenting: c; }; utility(): True;",
    )
    expect(readOutline("wave(tom)\nwave(TOM)", twins).outline!.acts.map((each) => each.act)).toEqual([
      "wave(tom)",
      "wave(TOM)",
    ])
    expect(readOutline("wave(Tom)", twins).diagnostics[0]).toMatchObject({
      code: "unknown-act",
      hint: "Did you mean `wave(tom)`?",
      span: { column: 6, length: 3 },
    })
  })
})

describe("plain lines", () => {
  test("are acts, headings and notes", () => {
    expect(
      seen(
        "# Chapter One\nTom is hungry.\n\nwalk(Tom, Market)\n// much later\n## In the market\nshare(Tom, Ann) // at last\nThe end.\n",
      ),
    ).toEqual([
      "1:3 # Chapter One",
      "2:1 note Tom is hungry.",
      "4:1+17 act walk(Tom, Market)",
      "5:4 note much later",
      "6:4 ## In the market",
      "7:1+15 act share(Tom, Ann)",
      "7:20 note at last",
      "8:1 note The end.",
    ])
  })

  test("may be what `tell` prints", () => {
    expect(seen(told)).toEqual([
      "1:1 note market: a story in 3 acts",
      "3:4+17 act walk(Tom, Market)",
      "4:4 note Tom does this because it should lead on to:",
      "5:6 note share(Tom, Ann)",
      "6:8 note counting on Ann, who wants what it brings about",
      "8:4+6 act rain()",
      "9:4 note Nobody decides this: it happens.",
      "11:4+15 act share(Tom, Ann)",
      "12:4 note Tom takes part because it brings about what Tom wants.",
      "13:4 note Ann takes part because it brings about what Ann wants.",
      "15:1 note It ends with a utility of 1 for the author. No shorter story would do.",
    ])
  })

  test("may be what `tell` prints of a long story", () => {
    const lines = Array.from(
      { length: 12 },
      (_, i) => `${String(i + 1).padStart(2)}. rain()\n    Nobody decides this: it happens.`,
    )
    expect(actsOf(lines.join("\n\n"))).toHaveLength(12)
  })

  test("may be indented, and end as they like", () => {
    expect(actsOf("  walk(Tom, Market)\r\n\t\train()\r    share(Tom, Ann)")).toEqual(plan)
  })

  test("have reasons behind bars", () => {
    const text = printCertificate(solution)
    const { outline, diagnostics } = readOutline(text, market)
    expect(diagnostics).toEqual([])
    expect(outline!.notes).toEqual([])
    expect(outline!.acts.map(({ act, explanations }) => ({ act, explanations }))).toEqual([
      { act: plan[0], explanations: { Tom: [share] } },
      { act: plan[1] },
      { act: plan[2], explanations: { Tom: [], Ann: [] } },
    ])
    expect(outline!.acts.map((each) => each.span.line)).toEqual([1, 5, 6])
  })

  test("have reasons behind bars as somebody would type them", () => {
    const text =
      "# One\nHe sets out.\n1. WALK(tom,market)\n |share(tom,ann).\n | he hopes\n |  |Goal(ann)\n |GOAL(tom)\ngoal()\n"
    const { outline } = readOutline(text, market)
    expect(outline!.acts[0]).toMatchObject({
      act: "walk(Tom, Market)",
      explanations: { Tom: [share] },
      span: { line: 3, column: 4, length: 16 },
    })
    expect(outline!.notes.map((each) => each.text)).toEqual(["One", "He sets out.", "| he hopes"])
  })

  test("are shown where a reason stands in the wrong place", () => {
    expect(seen("A note.\nwalk(Tom, Market)\nAnother.\n| | share(Tom, Ann)\n| goal(Tom)")).toEqual([
      "error 4:5+15 misplaced-reason: This line has more bars than the lines before it allow.",
    ])
    expect(seen("walk(Tom, Market)\n| shre(Tom, Ann)\n| goal(Tom)")).toEqual([
      "error 2:3+4 unknown-act: There is no act `shre(Tom, Ann)` in this world. Did you mean `share`?",
    ])
  })

  test("keep remarks that are no acts as notes", () => {
    const prose = [
      "Tom (who is hungry) wakes up.",
      "Tom (hungry)",
      "Walk (the long one) was hard.",
      "Walking home, he sings.",
      "1984 was a hard year.",
      "Act One: Tom leaves",
      "| time | place |",
      "> quoted",
      "é",
      "a\u2028b",
    ]
    expect(readOutline(`${prose.join("\n")}\nrain()`, market)).toMatchObject({
      diagnostics: [],
      outline: { notes: prose.map((text) => ({ text, before: 0 })) },
    })
  })

  test("are kept where they only look like front matter, or like a number", () => {
    const kept = (text: string) => seen(text).filter((each) => !each.endsWith("act rain()"))
    expect(kept("---\nGoals: x\n  * Tom weeps\n---\nrain()")).toEqual([
      expect.stringContaining("Goals: x"),
      expect.stringContaining("Tom weeps"),
      expect.stringContaining("not understood"),
    ])
    expect(kept("lc.\nrain()")).toEqual(["1:1 note lc."])
    expect(kept("ii.\nrain()")).toEqual(["1:1 note ii."])
    expect(kept("ii. rain()")).toEqual([])
  })

  test("follow front matter, and what stands between two rules and is none is kept", () => {
    expect(seen("---\ntitle: A market\ntags:\n  - rain\n---\nrain()")).toEqual(["6:1+6 act rain()"])
    expect(seen("---\n# made by hand\nÉtiquette: x\n---\nrain()")).toEqual(["5:1+6 act rain()"])
    expect(seen("---\nTom: walk(Tom, Market)\n---\nrain()")).toEqual(
      expect.arrayContaining(["4:1+6 act rain()", expect.stringContaining("walk(Tom, Market)")]),
    )
    expect(seen("---\nTom is hungry.\n---\nrain()")).toEqual(["2:1 note Tom is hungry.", "4:1+6 act rain()"])
  })

  test("drop lines that only divide the page", () => {
    expect(seen("rain()\n---\n* * *\n=====\nrain()")).toEqual(["1:1+6 act rain()", "5:1+6 act rain()"])
  })
})

describe("Markdown", () => {
  test("has acts in list items, headings of all sizes, and prose between them", () => {
    const text = `---
title: The Market
---
# Act One
Tom is hungry,
and tired.

## Chapter 1 ##
- [x] walk(tom, market) — slowly
  - he thinks of Ann
  - rain()

  Rain, rain.
- nobody is there
  yet

### Scene
1. **rain()**: it pours
2) share(Tom, Ann) - \`at last\`

The end.
`
    expect(seen(text)).toEqual([
      "4:3 # Act One",
      "5:1 note Tom is hungry,\\nand tired.",
      "8:4 ## Chapter 1",
      "9:7+17 act walk(Tom, Market)",
      "9:27 note slowly",
      "10:5 note he thinks of Ann",
      "11:5 note rain()",
      "13:3 note Rain, rain.",
      "14:3 unread 2. nobody is there\\nyet",
      "17:5 ### Scene",
      "18:6+6 act rain()",
      "18:16 note it pours",
      "19:4+15 act share(Tom, Ann)",
      "19:22 note `at last`",
      "21:1 note The end.",
      "warning 14:3+21 unknown-act: Item 2 is not understood: it is no act of this world. Write it like an act, or put `//` before it if it is a note.",
      "warning 18:6+6 unknown-act: The numbers of this outline do not tell all its items apart: they are counted from 1, and this one is item 3. Give every item a number of its own.",
    ])
  })

  test("has acts under list items that are none", () => {
    expect(actsOf("- Morning\n  - walk(Tom, Market)\n  - rain()\n- Noon\n  * share(Tom, Ann)\n")).toEqual(
      plan,
    )
  })

  test("has plain lines in fences", () => {
    expect(
      seen(
        "Before.\n```\nwalk(Tom, Market)\n1. rain()\n| no bar\nwet\n```\nrain() is prose here\n~~~text\nshare(Tom, Ann)",
      ),
    ).toEqual([
      "1:1 note Before.",
      "3:1+17 act walk(Tom, Market)",
      "4:4+6 act rain()",
      "5:1 note | no bar",
      "6:1 note wet",
      "8:1 note rain() is prose here",
      "10:1+15 act share(Tom, Ann)",
      "warning 4:4+6 unknown-act: The numbers of this outline do not tell all its items apart: they are counted from 1, and this one is item 2. Give every item a number of its own.",
    ])
  })

  test("may have reasons in a fence", () => {
    const { outline } = readOutline(`# One\n\`\`\`\n${printCertificate(solution)}\`\`\`\n`, market)
    expect(outline!.acts[0]).toMatchObject({
      act: plan[0],
      explanations: { Tom: [share] },
      span: { line: 3, column: 1 },
    })
  })

  test("leaves a fence under an act to that act", () => {
    expect(
      actsOf("- rain()\n  ```\n  walk(Tom, Market)\n  ```\n- rain()\n```\nshare(Tom, Ann)\n```"),
    ).toEqual(["rain()", "rain()", "share(Tom, Ann)"])
  })

  test("says that an act in a paragraph is none", () => {
    expect(seen("walk(Tom, Market)\n\n- rain()\n")).toEqual([
      "1:1 note walk(Tom, Market)",
      "3:3+6 act rain()",
      "warning 1:1+17 unknown-act: This act is read as a note, because it does not stand in a list. Write `- walk(Tom, Market)` if it belongs to the plot.",
    ])
  })
})

describe("JSON", () => {
  const acts = [
    { heading: "Act One" },
    { act: "WALK(tom,market)", explanations: solution.explanations[0], note: "slowly", heading: "Chapter 1" },
    "rain()",
    { act: "share(Tom, Ann)", explanations: null },
  ]
  const meaning = [
    "1 # Act One",
    "1 # Chapter 1",
    "1 act walk(Tom, Market)",
    "1 note slowly",
    "1 act rain()",
    "1 act share(Tom, Ann)",
  ]
  const withoutPlaces = (text: string) => seen(text).map((each) => each.replace(/:\S+/, ""))

  test("may be a list of acts, or hold one", () => {
    expect(withoutPlaces(JSON.stringify(acts))).toEqual(meaning)
    expect(withoutPlaces(`\uFEFF ${JSON.stringify({ title: 3, acts })}`)).toEqual(meaning)
    expect(readOutline(JSON.stringify(acts), market).outline!.acts.map((each) => each.explanations)).toEqual([
      { Tom: [share] },
      undefined,
      undefined,
    ])
  })

  test("fits its schema, and what does not fit is no outline", () => {
    const schema = JSON.parse(
      readFileSync(new URL("../../../apps/cli/schemas/outline.json", import.meta.url), "utf8"),
    )
    for (const each of [acts, { acts }, solution, { status: "solved", ...solution }, ["rain()"]])
      expect(misfits(each, schema)).toEqual([])
    for (const each of [[3], { acts: 3 }, { acts: [{ note: 3 }] }, { plan: "rain()" }]) {
      expect(misfits(each, schema)).not.toEqual([])
      expect(readOutline(JSON.stringify(each), market).outline).toBeUndefined()
    }
  })

  test("may be a solution, and each act has its place", () => {
    const text = JSON.stringify({ status: "solved", ...solution }, null, 2)
    const { outline, diagnostics } = readOutline(text, market)
    expect(diagnostics).toEqual([])
    expect(outline!.acts.map((each) => each.explanations ?? {})).toEqual(solution.explanations)
    expect(outline!.acts.map(({ span }) => text.slice(span.offset, span.offset + span.length))).toEqual(plan)
    expect(actsOf(JSON.stringify({ plan }))).toEqual(plan)
  })

  test("is shown where it is wrong", () => {
    const hint = 'An outline looks like `{ "acts": ["walk(Tom, Home, Market)"] }`.'
    const wrong: readonly (readonly [string, string])[] = [
      ['["rain()",]', `1:11+0 not-a-solution: This is not JSON from here on. ${hint}`],
      ['{ "story": [] }', `1:1+0 not-a-solution: This is JSON, but no outline. ${hint}`],
      ['{ "acts": "rain()" }', `1:11+0 not-a-solution: \`acts\` must be a list. ${hint}`],
      ["[7]", `1:2+0 not-a-solution: Every act must be a string, or an object with "act". ${hint}`],
      [
        "[{}]",
        `1:2+0 not-a-solution: An object in an outline needs an "act", a "heading" or a "note". ${hint}`,
      ],
      ['[{ "act": 7 }]', "1:11+0 not-a-solution: `act` must be a string."],
      [
        '["walk(Tom, Marke)"]',
        "1:13+5 unknown-act: There is no act `walk(Tom, Marke)` in this world. Did you mean `walk(Tom, Market)`?",
      ],
      [
        '["w\\u0061lk(Tom, Marke)"]',
        "1:3+21 unknown-act: There is no act `walk(Tom, Marke)` in this world. Did you mean `walk(Tom, Market)`?",
      ],
      [
        '[{ "act": "rain()", "explanations": { "Tom": 3 } }]',
        "1:46+0 not-a-solution: What Tom has in mind must be a list of steps.",
      ],
      ['{ "plan": null }', "1:11+0 not-a-solution: Nothing was found here: the plan is null."],
      ['{ "plan": [3] }', `1:12+0 not-a-solution: Every act of a plan must be written as a string. ${hint}`],
      [
        '{ "plan": ["RAIN( )."], "explanations": [{ "Tom": 3 }] }',
        "1:51+0 not-a-solution: What Tom has in mind must be a list of steps.",
      ],
      [
        '{ "explanations": [{ "Tom": 3 }], "plan": ["RAIN( )."] }',
        "1:29+0 not-a-solution: What Tom has in mind must be a list of steps.",
      ],
      [
        "[ ]",
        "1:1+0 not-a-solution: There is no act in this outline. Write one act a line, like `walk(Tom, Home)`.",
      ],
    ]
    for (const [text, remark] of wrong)
      expect({ text, seen: seen(text) }).toEqual({ text, seen: [`error ${remark}`] })
  })
})

describe("what is said about", () => {
  const example = "Write one act a line, like `walk(Tom, Home)`."

  test("an outline without acts", () => {
    for (const text of ["", " \n\t", "\uFEFF"])
      expect(seen(text)).toEqual([`error 1:1+0 not-a-solution: This outline is empty. ${example}`])
    const none = `error 1:1+0 not-a-solution: There is no act in this outline. ${example}`
    for (const text of ["# One", "---\na: 1\n---\n", "goal()"]) expect(seen(text)).toEqual([none])
    const unread =
      "unknown-act: Item 1 is not understood: it is no act of this world. Write it like an act, or put `//` before it if it is a note."
    expect(seen("# One\nTom leaves.")).toEqual([none, `warning 2:1+11 ${unread}`])
    expect(seen("- Tom leaves.")).toEqual([none, `warning 1:3+11 ${unread}`])
  })

  test("an act of the wrong name or with the wrong values", () => {
    const wrong: readonly (readonly [string, string])[] = [
      [
        "wlak(Tom, Market)",
        "1:1+4 unknown-act: There is no act `wlak(Tom, Market)` in this world. Did you mean `walk`?",
      ],
      ["fly(Tom)", "1:1+3 unknown-act: There is no act `fly(Tom)` in this world."],
      ["- fly(Tom)", "1:3+3 unknown-act: There is no act `fly(Tom)` in this world."],
      [
        "rain()\n 2. **walk(tom, Markt)** - x",
        "2:17+5 unknown-act: There is no act `walk(Tom, Markt)` in this world. Did you mean `walk(Tom, Market)`?",
      ],
      [
        "walk( Market , Home)",
        "1:7+6 unknown-act: There is no act `walk(Market, Home)` in this world. `Market` cannot stand in place 1 of `walk`.",
      ],
      [
        "walk(Tom, Home, Market)",
        "1:6+17 unknown-act: There is no act `walk(Tom, Home, Market)` in this world. `walk` takes 2 names, not 3.",
      ],
      ["walk()", "1:1+4 unknown-act: There is no act `walk()` in this world. `walk` takes 2 names, not 0."],
      [
        "walk(Tom, Market",
        "1:1+16 unknown-act: The brackets of this act are not in order. An act looks like `walk(Tom, Home)`.",
      ],
      [
        "walk(Tom (hungry), Market)",
        "1:1+26 unknown-act: The brackets of this act are not in order. An act looks like `walk(Tom, Home)`.",
      ],
      [
        "wlak (Tom, Market)",
        "1:1+4 unknown-act: There is no act `wlak(Tom, Market)` in this world. Did you mean `walk`?",
      ],
    ]
    for (const [text, remark] of wrong)
      expect({ text, seen: seen(text) }).toEqual({ text, seen: [`error ${remark}`] })
  })

  test("a line that is nearly an act", () => {
    const near = (at: string, hint: string) =>
      `warning ${at} unknown-act: This is read as a note, because it is not written like an act. ${hint}`
    expect(seen("rain()\nwalk Tom Market")).toEqual([
      "1:1+6 act rain()",
      "2:1 note walk Tom Market",
      near("2:1+15", "Did you mean `walk(Tom, Market)`?"),
    ])
    const unread =
      "warning 2:3+18 unknown-act: Item 2 is not understood: it is no act of this world. Did you mean `walk(Tom, Market)`?"
    expect(seen("- rain()\n- Walk tom to market")).toEqual([
      "1:3+6 act rain()",
      "2:3 unread 2. Walk tom to market",
      unread,
    ])
    expect(seen("rain()\nwlak Tom")).toEqual([
      "1:1+6 act rain()",
      "2:1 note wlak Tom",
      near("2:1+8", "Did you mean `walk`?"),
    ])
    expect(seen("rain()\nRain")).toEqual([
      "1:1+6 act rain()",
      "2:1 note Rain",
      near("2:1+4", "Did you mean `rain()`?"),
    ])
    expect(seen("rain()\nwalk (Tom, Market) sadly")).toEqual([
      "1:1+6 act rain()",
      "2:1 note walk (Tom, Market) sadly",
      near("2:1+24", "Did you mean `walk(Tom, Market)`?"),
    ])
  })

  test("words that follow an act without a sign between", () => {
    expect(seen("walk(Tom, Market); share(Tom, Ann)")).toEqual([
      "1:1+17 act walk(Tom, Market)",
      "1:20 note share(Tom, Ann)",
      "warning 1:20+15 unknown-act: What follows the act is read as a note. Write one act a line, and ` - ` between an act and a comment.",
    ])
    expect(seen("rain() -> rain()")[2]).toContain("warning 1:8+9 unknown-act")
  })

  test("an overlong text", () => {
    expect(seen("rain()\n".repeat(600_000))).toEqual([
      "error 1:1+0 not-a-solution: This text is too long to be an outline: at most 4 million letters are read.",
    ])
  })

  test("several mistakes, in the order of the text", () => {
    expect(seen("fly(Tom)\nwalk Tom Market\nfly(Ann)").map((each) => each.slice(0, 12))).toEqual([
      "error 1:1+3 ",
      "warning 2:1+",
      "error 3:1+3 ",
    ])
  })
})

describe("all forms mean the same", () => {
  const forms: Record<string, string> = {
    lines: plan.join("\n"),
    numbers: plan.map((each, i) => `${i + 1}. ${each}`).join("\n"),
    bars: printCertificate(solution),
    told,
    bullets: plan.map((each) => `- ${each}`).join("\n"),
    chapters: plan
      .map((each, i) => `# Chapter ${i}\n\nOnce upon a time.\n\n* \`${each}\`: so it goes\n`)
      .join("\n"),
    fence: `\`\`\`\n${plan.join("\n")}\n\`\`\``,
    list: JSON.stringify(plan),
    acts: JSON.stringify({ acts: plan.map((act) => ({ act })) }, null, 2),
    solution: JSON.stringify(solution, null, 2),
  }

  test.each(Object.keys(forms))("as %s", (name) => {
    expect(actsOf(forms[name])).toEqual(plan)
    expect(actsOf(forms[name].replaceAll("\n", "\r\n"))).toEqual(plan)
    expect(actsOf(`\uFEFF${forms[name]}`)).toEqual(plan)
  })
})

describe("nothing makes it throw", () => {
  const seeds = [
    told,
    printCertificate(solution),
    JSON.stringify(solution, null, 1),
    JSON.stringify([{ act: "rain()", note: "x", heading: "y" }, ...plan]),
    `---\na: b\n---\n# One\n- ${plan.join(" - x\n  - y\n- ")}\n\`\`\`\nrain()\n\`\`\`\nwalk Tom Market\n`,
  ]

  test("in 2,000 spoilt outlines, and every remark points into the text", () => {
    const next = chance(7)
    for (let i = 0; i < 2000; i++) sound(spoilt(seeds[next(seeds.length)], next))
  })

  test("in long and deep ones", () => {
    const long = 60_000
    const units = [
      "a",
      "(",
      ")",
      "walk(",
      "walk(Tom, ",
      ",",
      "`",
      "*",
      "**walk(Tom, Market)",
      "#",
      "# ",
      " #",
      "-",
      "- ",
      " ",
      "\t",
      "| ",
      "|",
      "[",
      "{",
      '{"a":',
      '[{"act":',
      '"',
      "\\",
      "1. ",
      "\uFEFF",
      "\u2028",
      "goal(",
      "| goal(",
      "\n",
      "- \n",
      "> ",
      "```",
      "walk(Tom,",
      "rain() - ",
      "walk Tom ",
      "\r",
      "'",
      "rain(",
      "_ ",
      "'walk",
      "rain)",
      "rain ",
      ". ",
    ]
    for (const unit of units) {
      const run = unit.repeat(long / unit.length)
      for (const text of [
        run,
        `rain()\n${run}x`,
        `- rain()\n- ${run}`,
        `# ${run}x#`,
        `walk(${run})`,
        `["${run}"]`,
        `rain()${run}y`,
        `- x\n${run}`,
      ])
        sound(text)
    }
  })

  test("in many lines of every kind", () => {
    const kinds = [
      "rain()",
      "| rain()",
      "| | share(Tom, Ann)",
      "| goal(Tom)",
      "wlak(Tom)",
      "walk Tom Market",
      "- wlak Tom Market",
      "wlak",
      "goal()",
      "  - x",
      "fly(Tom, Ann)",
      "*",
    ]
    for (const kind of kinds) sound(`rain()\n${`${kind}\n`.repeat(5_000)}`)
    sound(Array.from({ length: 5_000 }, (_, i) => kinds[(i * 7) % kinds.length]).join("\n"))
  }, 120_000)

  test("in reasons nested too deeply", () => {
    for (const depth of [400, 600, 40_000]) {
      const step = '[{"act":"rain()","explanations":{"Tom":'
      const reasons = `{"Tom":${step.repeat(depth)}[]${"}}]".repeat(depth)}}`
      for (const text of [
        `{"plan":["Rain()"],"explanations":[${reasons}]}`,
        `{"acts":[{"act":"rain()","explanations":${reasons}}]}`,
      ]) {
        sound(text)
        expect(readOutline(text, market).outline === undefined).toBe(depth > 500)
      }
    }
    expect(seen(`rain()\n${"| ".repeat(600)}rain()`)[0]).toMatch(
      /^error 2:1201\+6 not-a-solution: From here on this is nested too deeply/,
    )
  })

  function sound(text: string): void {
    const start = process.cpuUsage()
    const { outline, diagnostics } = readOutline(text, market)
    expect(process.cpuUsage(start).user / 1000, JSON.stringify(text.slice(0, 80))).toBeLessThan(10_000)
    const spans = [...diagnostics, ...(outline?.acts ?? []), ...(outline?.notes ?? [])].map(
      (each) => each.span,
    )
    const outside = spans.filter(
      ({ offset, length, line, column }) =>
        offset < 0 || length < 0 || offset + length > text.length || line < 1 || column < 1,
    )
    expect({ text: text.slice(0, 80), outside }).toEqual({ text: text.slice(0, 80), outside: [] })
    expect(outline === undefined).toBe(diagnostics.some((each) => each.severity === "error"))
  }
})

/** Random numbers below a bound, the same in each run. */
function chance(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** A text with one to four random changes. */
function spoilt(text: string, next: (bound: number) => number): string {
  let now = text
  for (let i = next(4); i >= 0; i--) now = spoiltOnce(now, next)
  return now
}

function spoiltOnce(text: string, next: (bound: number) => number): string {
  const at = next(text.length + 1)
  const to = Math.min(text.length, at + next(12))
  const signs = [
    "(",
    ")",
    "|",
    "{",
    "[",
    '"',
    "\\",
    "\n",
    "\r",
    "\t",
    ",",
    "#",
    "- ",
    "`",
    "```\n",
    "\uFEFF",
    "\u2028",
    "\0",
    "\ud800",
    "goal(",
    "walk(Tom, ",
    "// ",
  ]
  switch (next(6)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, to) + text.slice(at)
    case 2:
      return text.slice(0, at) + text.slice(to)
    case 3:
      return text.slice(0, at) + signs[next(signs.length)].repeat(1 + next(3)) + text.slice(at)
    case 4:
      return text.slice(0, at) + String.fromCharCode(next(0x10000), next(256)) + text.slice(to)
    default:
      return text.slice(at) + text.slice(0, at)
  }
}
