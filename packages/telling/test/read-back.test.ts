/**
 * What is told can be read: every sentence of an act, in every tense, is read back as that act, whatever
 * apostrophes it is typed with.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { actReaderOf } from "../src/english/read-act.js"
import { capitalised } from "../src/english/names.js"
import { actSaid, compiled } from "./say.js"

const lodging =
  compiled(`type place; entity Lodging : place { told: "Tom's lodging"; } entity Room : place { told: "{Ann's} room"; } entity Inn : place { told: "the sailors' inn"; }
property at(who : character) : place; entity Ann : character { told: "Ann", she; } entity Tom : character { told: "Tom", he; } entity Joe : character { told: "O'Brien", he; }
action go(who : character, to : place) { effect: at(who) = to; consenting: who; told: "{who} [go] to {to}, at last"; }
action fib(who : character, whom : character) { effect: at(who) = Inn; consenting: who; told: "{who} [lie] to {whom}"; }
action doze(who : character) { effect: at(who) = Inn; consenting: who; told: "{who} [lie] down in {who's} bed"; }`)
const read = actReaderOf(lodging)

describe("apostrophes and forms", () => {
  test.each<[string, string | undefined]>([
    ["Ann went to Tom's lodging, at last.", "go(Ann, Lodging)"],
    ["Ann went to Tom’s lodging, at last.", "go(Ann, Lodging)"],
    ["Ann has gone to Tom‘s lodging , at last", "go(Ann, Lodging)"],
    ["O'Brien is going to the sailors' inn, at last.", "go(Joe, Inn)"],
    ["O’Brien went to the sailors’ inn, at last.", "go(Joe, Inn)"],
    ["Ann went to her room, at last.", "go(Ann, Room)"],
    ["Tom went to Ann's room, at last.", "go(Tom, Room)"],
    ["Then Tom went to Ann’s room, at last.", "go(Tom, Room)"],
    ["She went to the sailors' inn, at last.", "go(Ann, Inn)"],
    ["He went to the sailors' inn, at last.", undefined],
    ["Tom lied to Ann.", "fib(Tom, Ann)"],
    ["Tom lay down in his bed.", "doze(Tom)"],
    ["Tom lies to Ann!", "fib(Tom, Ann)"],
    ["Somebody lied to Ann.", undefined],
  ])("%s", (sentence, act) => {
    expect(read(sentence)).toBe(act)
  })
})

test("every act of every world, in plain words, is read back", () => {
  const verb = fc.constantFrom(
    "walk",
    "give",
    "steal",
    "hand_over",
    "lookAt",
    "point",
    "pick_up",
    "tell",
    "kill",
    "travel",
    "panic",
    "refer",
    "lie",
    "hide",
    "throw_down",
    "go_on",
    "must_wait",
    "gas",
  )
  const parameter = fc.constantFrom(
    "to : place",
    "from : place",
    "what : thing",
    "whom : character",
    "with : thing",
    "where : place",
    "for : character",
    "Ann",
    "Ring",
  )
  const world = fc.tuple(
    verb,
    fc.uniqueArray(parameter, { maxLength: 3 }),
    fc.constantFrom("past", "present"),
  )
  fc.assert(
    fc.property(world, ([name, parameters, tense]) => {
      const problem =
        compiled(`type place; type thing; entity Old_Mill, NewYork : place; entity Ring, Sword : thing; entity Ann, Bob, captain : character; property so() : boolean;
      action ${name}(who : character${parameters.map((each) => `, ${each}`).join("")}) { effect: so(); consenting: who; }`)
      const values = [
        "Bob",
        ...parameters.map((each) =>
          each.endsWith("place")
            ? each.startsWith("to")
              ? "Old_Mill"
              : "NewYork"
            : each.endsWith("thing")
              ? each.startsWith("with")
                ? "Sword"
                : "Ring"
              : each.endsWith("character")
                ? "captain"
                : each,
        ),
      ]
      const label = `${name}(${values.join(", ")})`
      expect(
        actReaderOf(problem)(
          `${capitalised(actSaid(problem, label, { tense: tense as "past" | "present" }))}.`,
        ),
      ).toBe(label)
    }),
    { numRuns: 150, seed: 14 },
  )
})
