/** Certificates: what is read, what is printed, and which messages a text gets that is none. */
import { printCertificate, readCertificate } from "@dramaturg/language"
import { describe, expect, test } from "vitest"
import { hasShared, readShared, sharedWorld, world } from "../../engine/test/worlds.js"

const market = world(`
  type place; entity Home : place; entity Market : place;
  entity Tom : character; entity Ann : character;
  property at(c : character) : place; property fed(c : character) : boolean;
  at(Tom) = Home; at(Ann) = Market;
  action walk(c : character, to : place) { precondition: at(c) != to; effect: at(c) = to; consenting: c; };
  action share(a : character, b : character) { precondition: a != b & at(a) == at(b); effect: fed(a) & fed(b); consenting: a, b; };
  action rain() { };
  utility(): fed(Tom); utility(Tom): fed(Tom); utility(Ann): fed(Ann);
`)

const story = `walk(Tom, Market)
| share(Tom, Ann)
| | goal(Ann, fed(Ann) == True)
| goal(Tom, fed(Tom) == True)
share(Tom, Ann)
| goal(Tom)
| goal(Ann)
goal()
`

const meaning = {
  plan: ["walk(Tom, Market)", "share(Tom, Ann)"],
  explanations: [{ Tom: [{ act: "share(Tom, Ann)", explanations: { Ann: [] } }] }, { Tom: [], Ann: [] }],
}

/** The messages as an author would see them. */
function remarks(text: string): readonly string[] {
  const { diagnostics, solution } = readCertificate(text, market, "story.txt")
  expect(solution).toBeUndefined()
  return diagnostics.map(
    ({ code, span, message, hint }) =>
      `${span.line}:${span.column} ${code}: ${message}${hint === undefined ? "" : ` ${hint}`}`,
  )
}

describe("a certificate", () => {
  test("is read from text with bars", () => {
    expect(readCertificate(story, market).solution).toEqual(meaning)
  })

  test("is read from JSON, whatever else the JSON holds", () => {
    expect(
      readCertificate(JSON.stringify({ status: "solved", utility: 1, ...meaning }, null, 2), market).solution,
    ).toEqual(meaning)
  })

  test("is read with other spacing, line breaks and a byte order mark", () => {
    const loose = `\uFEFF${story.replaceAll("\n", "\r\n").replaceAll("| ", " |  ").replaceAll(", ", " ,")}`
    expect(readCertificate(loose, market).solution).toEqual(meaning)
  })

  test("may leave reasons out", () => {
    expect(readCertificate("walk(Tom, Market)\nshare(Tom, Ann)", market).solution).toEqual({
      plan: meaning.plan,
      explanations: [{}, {}],
    })
  })

  test("may leave goal lines out where only one person can be meant", () => {
    const { solution } = readCertificate("walk(Tom, Market)\n| share(Tom, Ann)\nshare(Tom, Ann)", market)
    expect(solution!.explanations).toEqual([{ Tom: [{ act: "share(Tom, Ann)", explanations: {} }] }, {}])
  })

  test("is the same after printing and reading", () => {
    expect(readCertificate(printCertificate(meaning), market).solution).toEqual(meaning)
  })
})

describe("a text that is no certificate", () => {
  test("has an act that does not exist", () => {
    expect(remarks("walk(Tom, Market)\n| wlak(Tom, Home)\nshare(Tom, An)")).toEqual([
      "2:3 unknown-act: There is no act `wlak(Tom, Home)` in this world. Did you mean `walk`?",
      "3:1 unknown-act: There is no act `share(Tom, An)` in this world. Did you mean `share(Tom, Ann)`?",
    ])
  })

  test("has an act with too many names", () => {
    expect(remarks("walk(Tom, Home, Market)")).toEqual([
      "1:1 unknown-act: There is no act `walk(Tom, Home, Market)` in this world. `walk` takes 2 names, not 3.",
    ])
  })

  test("is prose", () => {
    expect(remarks("Tom walks to the market.")).toEqual([
      "1:1 unknown-act: `Tom walks to the market.` is not written like an act. An act looks like `walk(Tom, Home, Market)`.",
    ])
  })

  test("is empty", () => {
    expect(remarks(" \n")).toEqual([
      "1:1 not-a-solution: There is no act in this solution. Write one act a line.",
    ])
  })

  test("gives a reason to an act that needs none", () => {
    expect(remarks("rain()\n| walk(Tom, Market)\n| goal(Tom)")).toEqual([
      "2:3 misplaced-reason: Here is a reason of somebody whose consent the act above does not need, or who has given one already.",
    ])
  })

  test("skips a bar", () => {
    expect(remarks("walk(Tom, Market)\n| | share(Tom, Ann)\n| goal(Tom)")).toEqual([
      "2:5 misplaced-reason: This line has more bars than the lines before it allow.",
    ])
  })

  test("is broken JSON", () => {
    expect(remarks('{ "plan": [ }')).toEqual([
      "1:13 not-a-solution: This is not JSON from here on. A solution is what `tell --json` prints, or the text with bars.",
    ])
  })

  test("is JSON about something else", () => {
    expect(remarks('{ "plan": "walk" }')[0]).toBe(
      '1:11 not-a-solution: A solution needs `plan`, a list of acts. Like `"plan": ["walk(Tom, Home, Market)"]`.',
    )
    expect(remarks('{\n  "plan": ["walk(Tom, Home)", "fly(Tom)"]\n}')).toEqual([
      "2:32 unknown-act: There is no act `fly(Tom)` in this world.",
    ])
    expect(remarks("[1, 2]")).toEqual([
      '1:1 not-a-solution: This is JSON, but no solution. A solution looks like `{ "plan": [...], "explanations": [...] }`.',
    ])
    expect(remarks('{ "plan": ["rain()"], "explanations": [{ "Tom": 3 }] }')).toEqual([
      "1:49 not-a-solution: What Tom has in mind must be a list of steps.",
    ])
  })
})

describe("a certificate in JSON that does not fit together", () => {
  test("has an act that is no string, and it is shown which", () => {
    expect(remarks('{\n  "plan": ["rain()",\n    7]\n}')).toEqual([
      '3:5 not-a-solution: Every act must be written as a string. Like `"walk(Tom, Home, Market)"`.',
    ])
  })

  test("names a wrong act twice: each has its own place", () => {
    expect(remarks('{ "plan": ["fly()", "fly()"] }').map((each) => each.slice(0, 16))).toEqual([
      "1:13 unknown-act",
      "1:22 unknown-act",
    ])
  })

  test("has too few or too many explanations for its plan", () => {
    const hint = "Write `{}` for an act whose reasons the judge shall look for, or leave `explanations` out."
    const counted = (found: string) =>
      `1:46 not-a-solution: \`explanations\` must hold one object for each act: there are 2 acts, but ${found}. ${hint}`
    expect(remarks('{ "plan": ["rain()","rain()"],"explanations":[{}] }')).toEqual([counted("1 object")])
    expect(remarks('{ "plan": ["rain()","rain()"],"explanations":[] }')).toEqual([counted("0 objects")])
    expect(remarks('{ "plan": ["rain()","rain()"],"explanations":[{},{},{}] }')).toEqual([
      counted("3 objects"),
    ])
  })

  test("may leave explanations out altogether", () => {
    for (const rest of ["", ', "explanations": null']) {
      expect(readCertificate(`{ "plan": ["rain()", "rain()"]${rest} }`, market).solution).toEqual({
        plan: ["rain()", "rain()"],
        explanations: [],
      })
    }
  })

  test("is nested too deeply", () => {
    const message = "From here on this is nested too deeply: at most 500 plans can stand within one another."
    const step = '[{"act":"rain()","explanations":{"Tom":'
    const nested = (depth: number) =>
      `{"plan":["rain()"],"explanations":[{"Tom":${step.repeat(depth)}[]${"}}]".repeat(depth)}}]}`
    expect(readCertificate(nested(400), market).solution).toBeDefined()
    expect(remarks(nested(600))).toEqual([expect.stringMatching(/^1:\d+ not-a-solution: /)])
    expect(remarks(nested(600))[0]).toContain(message)
    expect(remarks(`{"plan":${"[".repeat(1_000_000)}`)[0]).toContain(message)
    expect(remarks(`rain()\n${"| ".repeat(600)}rain()`)).toEqual([`2:1201 not-a-solution: ${message}`])
  })

  test("is read with odd but lawful JSON: escapes, a name twice, a name that JavaScript knows, a byte order mark", () => {
    const text =
      '\uFEFF{ "plan": 3, "x": [-1.5e3, true, {}, []], "plan": ["r\\u0061in( )"], "__proto__": null }'
    expect(readCertificate(text, market).solution).toEqual({ plan: ["rain()"], explanations: [] })
  })
})

describe.skipIf(!hasShared)("the published certificates (skipped where they are absent)", () => {
  test("mean the same after printing and reading", () => {
    for (const line of readShared("benchmarks/settings.csv").trim().split("\n").slice(1)) {
      const [name, file] = line.split(",")
      const problem = sharedWorld(`benchmarks/problems/${file}.txt`)
      const { solution } = readCertificate(readShared(`benchmarks/solutions/${name}.txt`), problem)
      expect({ name, solution: readCertificate(printCertificate(solution!), problem).solution }).toEqual({
        name,
        solution,
      })
    }
  })
})

describe("plans in hope", () => {
  const doors = world(
    `
    type door; entity Left : door; entity Right : door;
    entity Tom : character; entity Ann : character;
    open property behind(c : character) : door;
    open property barred(d : door) : boolean;
    property rich() : boolean;
    action knock(c : character, d : door) { effect: rich(); consenting: c; };
    utility(): rich(); utility(Tom): rich(); utility(Ann): rich();
  `,
    "doors.drama",
  )
  const plan = ["knock(Tom, Left)"]
  const knock = (c: string, explanations: object) => ({ act: `knock(${c}, Left)`, explanations })
  const behind = { fluent: "behind(Tom)", value: "Left" }
  const barred = { fluent: "barred(Left)", value: false }
  const ann = { Ann: { case: [barred], steps: [knock("Tom", { Tom: [] })] } }
  const explanations = [{ Tom: { case: [behind, barred], steps: [knock("Ann", ann)] } }]

  test("are printed with their cases, and read back", () => {
    const text = printCertificate({ plan, explanations })
    expect(text).toBe(`knock(Tom, Left)
| case(behind(Tom) = Left, barred(Left) = False)
| knock(Ann, Left)
| | case(barred(Left) = False)
| | knock(Tom, Left)
| | | goal(Tom)
| | goal(Ann)
| goal(Tom)
goal()
`)
    expect(readCertificate(text, doors)).toEqual({ diagnostics: [], solution: { plan, explanations } })
  })

  test("are read from JSON", () => {
    const written = JSON.stringify({ plan, explanations })
    expect(readCertificate(written, doors)).toEqual({ diagnostics: [], solution: { plan, explanations } })
  })

  test("that suppose what this world does not know are refused", () => {
    const said = (text: string) => readCertificate(text, doors).diagnostics.map((each) => each.message)
    expect(said("knock(Tom, Left)\n| case(behind(Tim) = Left)\n| goal(Tom)\n")).toEqual([
      "There is no property `behind(Tim)` in this world.",
    ])
    expect(said("knock(Tom, Left)\n| case(behind(Tom) = True)\n| goal(Tom)\n")).toEqual([
      "`behind(Tom)` cannot be supposed to be `True`.",
    ])
    const none = { plan, explanations: [{ Tom: { case: [], steps: [] } }] }
    expect(said(JSON.stringify(none))).toEqual(["What Tom supposes must be a list of fluents with values."])
  })
})
