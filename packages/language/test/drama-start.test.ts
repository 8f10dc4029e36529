/**
 * Statements about the initial state, of beliefs and of booleans: which are errors, which get a warning, and
 * which get none.
 */
import { compileStory } from "@dramaturg/language"
import { describe, expect, test } from "vitest"

const world = `type place;
entity A, B : place;
entity Ann, Bo, Cy : character;
property at(who : character) : place;
property open() : boolean;
property n() : number;
action go(who : character, to : place) { precondition: at(who) != to; effect: at(who) = to; consenting: who; }
utility(): at(Ann) == B;
`

function said(text: string, sources: Readonly<Record<string, string>> = {}): string[] {
  const { diagnostics } = compileStory(`${world}${text}`, {
    file: "w.drama",
    sources: (file) => sources[file],
  })
  return diagnostics.map((each) => `${each.code} ${each.span.line - 8}: ${each.message}`)
}

describe("nobody is mistaken about their own mind", () => {
  test.each([
    [
      "believes(Ann, open()); believes(Ann, believes(Ann, !open()));",
      "`believes(Ann, open())` is True, so `believes(Ann, believes(Ann, open()))` cannot be False",
    ],
    [
      "believes(Ann, believes(Ann, open()));",
      "`believes(Ann, open())` is False, so `believes(Ann, believes(Ann, open()))` cannot be True",
    ],
    [
      "at(Bo) = A; believes(Ann, believes(Bo, believes(Bo, at(Bo)))) = B;",
      "`believes(Ann, believes(Bo, at(Bo)))` is A, so `believes(Ann, believes(Bo, believes(Bo, at(Bo))))` cannot be B",
    ],
    [
      "believes(Ann, believes(Ann, believes(Bo, at(Cy)))) = B; believes(Ann, believes(Bo, at(Cy))) = A;",
      "`believes(Ann, believes(Bo, at(Cy)))` is A, so `believes(Ann, believes(Ann, believes(Bo, at(Cy))))` cannot be B",
    ],
    ["believes(Ann, at(Cy)) = A; believes(Ann, believes(Ann, at(Cy))) = ?;", "cannot be ?"],
    ["believes(Ann, open()) = ?; believes(Ann, believes(Ann, !open()));", "`believes(Ann, open())` is ?"],
    ["forall(c : character) believes(c, believes(c, n())) = 3;", "`believes(Ann, n())` is 0"],
    [
      "open(); forall(c : character) forall(d : character) believes(c, believes(d, !open()));",
      "`believes(Ann, open())` is True",
    ],
    [
      "forall(c : character) if(c == Bo) believes(c, believes(c, open()));",
      "`believes(Bo, open())` is False",
    ],
  ])("%s", (text, expected) => {
    const [first] = said(text)
    expect(first).toContain(`self-belief 1: `)
    expect(first).toContain(expected)
  })

  test("said in somebody's block", () => {
    expect(
      said("entity Di : character { believes open(); believes believes(Di, !open()); }").map((each) =>
        each.slice(0, 11),
      ),
    ).toEqual(["self-belief"])
  })

  test.each([
    "believes(Ann, open()); believes(Ann, believes(Ann, open()));",
    "open(); believes(Ann, believes(Ann, open()));",
    "believes(Ann, believes(Ann, open())); believes(Ann, open());",
    "believes(Ann, believes(Bo, believes(Ann, open())));",
    "open(); forall(c : character) forall(d : character) if(c != d) believes(c, believes(d, !open()));",
    "believes(Ann, at(Bo)) = ?; believes(Ann, believes(Ann, at(Bo))) = ?;",
    "believes(Ann, believes(Ann, !open())); believes(Ann, believes(Ann, open())); believes(Ann, open());",
  ])("no mistake: %s", (text) => {
    expect(said(text).filter((each) => each.startsWith("self-belief"))).toEqual([])
  })

  test("in a scenario", () => {
    expect(
      said(
        'believes(Ann, believes(Ann, open())) = False;\nscenario "s" { believes(Ann, open()); expect story; }',
      ),
    ).toEqual([
      "self-belief 1: `believes(Ann, open())` is True, so `believes(Ann, believes(Ann, open()))` cannot be False: nobody is mistaken about their own mind.",
    ])
  })
})

describe("said twice, differently", () => {
  test.each([
    ["at(Ann) = A;\nat(Ann) = B;", "`at(Ann)` is said to be B here, and to be A before"],
    ["at(Ann) = A & at(Bo) = A;\nat(Bo) = B;", "`at(Bo)`"],
    ["open();\n!open();", "`open()` is said to be False here, and to be True before"],
    ["entity Di : character { at = A; }\nat(Di) = B;", "`at(Di)` is said to be B here, and to be A before"],
    ["entity Di : character { believes open(); }\nbelieves(Di, !open());", "`believes(Di, open())`"],
    [
      "believes(Ann, believes(Bo, open()));\nbelieves(Ann, believes(Bo, !open()));",
      "`believes(Ann, believes(Bo, open()))` is said to be False here",
    ],
    ["n() = 3;\nn() = 4;", "to be 4 here, and to be 3 before"],
    ["at(Ann) = A;\nat(Ann) = ?;", "to be ? here, and to be A before"],
    ["at(Ann) = A;\nforall(c : character) at(c) = B;", "`at(Ann)`"],
  ])("%s", (text, expected) => {
    const found = said(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain("said-twice 2: ")
    expect(found[0]).toContain(expected)
  })

  test("in two files", () => {
    expect(said('include "more.drama";\nat(Ann) = B;', { "more.drama": "at(Ann) = A;" })).toHaveLength(1)
  })

  test("three times is one remark", () => {
    expect(said("at(Ann) = A;\nat(Ann) = B;\nat(Ann) = A;")).toEqual([
      "said-twice 3: `at(Ann)` is said to be A here, and to be B before; what is said last counts.",
    ])
  })

  test.each([
    "at(Ann) = A; at(Ann) = A;",
    "forall(c : character) at(c) = A; at(Ann) = B;",
    "forall(c : character) forall(d : character) if(c != d) believes(c, at(d)) = ?; believes(Ann, at(Bo)) = A;",
    "entity Di, Ed : character { at = A; } at(Ed) = B;",
    "at(Ann) = A; believes(Ann, at(Ann)) = B; believes(Bo, at(Ann)) = B;",
    "n() = 3; n() = n() + 1;",
    "at(Ann) = A; if(at(Ann) == A) at(Ann) = B;",
    'at(Ann) = A;\nscenario "elsewhere" { at(Ann) = B; expect story; }',
    'include "@lib/feelings"; much() = 5;',
  ])("left alone: %s", (text) => {
    expect(said(text).filter((each) => each.startsWith("said-twice"))).toEqual([])
  })

  test("a scenario that says a thing twice itself", () => {
    expect(
      said('at(Ann) = A;\nscenario "elsewhere" { at(Ann) = B; at(Ann) = A; expect story; }').map((each) =>
        each.slice(0, 12),
      ),
    ).toEqual(["said-twice 2"])
  })
})

describe("not knowing whether", () => {
  test.each([
    "believes(Ann, open()) = ?;",
    "believes(Ann, believes(Bo, open())) = ?;",
    "open() = ?;",
    "entity Di : character { believes open() = ?; }",
    "believes(Ann, open()) = (if(n() > 3) True else ?);",
    "trigger t() { precondition: open() == ? & believes(Ann, open()) != ?; effect: open() = ?; }",
    "action hush(who : character) { precondition: believes(who, open()) != ?; effect: believes(who, open()) = ? & believes(Ann, believes(who, open()) = ?); consenting: who; }",
    "action hint(who : character) { effect: believes(who, open()) = believes(Ann, open()); }",
  ])("can be said: %s", (text) => {
    expect(said(text)).toEqual([])
  })

  test.each([
    ["action a() { precondition: ?; }", "wrong-type"],
    ["action a() { precondition: open() & ?; }", "wrong-type"],
    ["action a() { effect: !(open() = ?); }", "open-effect"],
    ["open() = A;", "wrong-type"],
  ])("is no condition: %s", (text, code) => {
    expect(said(text).map((each) => each.split(" ")[0])).toEqual([code])
  })

  test("Sabre's dialect has no such value", () => {
    const { diagnostics } = compileStory(
      "property open() : boolean; entity A : character; open() = ?; utility(): open();",
      { file: "w.txt" },
    )
    expect(diagnostics.map((each) => `${each.message} ${each.hint}`)).toEqual([
      "`open()` holds true or false, but `?` is unknown. Write `True` or `False`.",
    ])
  })
})
