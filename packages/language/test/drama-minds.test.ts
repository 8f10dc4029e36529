/**
 * Effects that let a character know every entity of a type, and characters whose utility does not depend on
 * staying alive.
 */
import { compileStory } from "@dramaturg/language"
import { expect, test } from "vitest"

const world = `type place; entity A, B : place; entity Ann, Bo : character;
property at(who : character) : place; property asleep(who : character) : boolean;
utility(): at(Ann) == B;
`
const codes = (text: string): string[] =>
  compileStory(text, { file: "w.drama" }).diagnostics.map((each) => each.code)
const waking = (effect: string) =>
  codes(`${world}action wake(who : character) { precondition: asleep(who); effect: ${effect}; }`)

test("who wakes knows where everybody is", () => {
  expect(waking("!asleep(who) & (forall(c : character) believes(who, at(c)) = at(c))")).toEqual(["knows-all"])
})

test.each([
  "forall(c : character) (if(at(c) == at(who)) believes(who, at(c)) = at(c))",
  "forall(c : character) (if(asleep(c)) believes(who, at(c)) = at(c))",
  "forall(c : character) believes(c, at(who)) = at(who)",
  "forall(c : character) believes(who, at(c)) = ?",
  "believes(who, at(Ann)) = at(Ann)",
])("something shows it, or it is told of one: %s", (effect) => {
  expect(waking(effect)).toEqual([])
})

const deadly = (
  wants: string,
  rob = "effect: rich(who) & dead(whom)",
) => `entity Tom : character { wants: ${wants}; } entity Ann : character { wants: !dead(Ann); }
property rich(who : character) : boolean; property dead(who : character) : boolean;
action work(who : character) { precondition: !dead(who) & !rich(who); effect: rich(who); consenting: who; }
action rob(who : character, whom : character) { precondition: !dead(who) & who != whom; ${rob}; consenting: who; }
utility(): rich(Tom);`

test("wants that do not speak of what ends all doing", () => {
  expect(codes(deadly("rich(Tom)"))).toEqual(["careless-wants"])
  expect(codes(deadly("if(dead(Tom)) -1 elseif(rich(Tom)) 1 else 0"))).toEqual([])
})

test("nobody can be killed, or it can be undone: nothing is remarked on", () => {
  expect(codes(deadly("rich(Tom)", "effect: rich(who)"))).toEqual([])
  expect(
    codes(
      `${deadly("rich(Tom)")} action heal(who : character, whom : character) { precondition: !dead(who); effect: !dead(whom); consenting: who; }`,
    ),
  ).toEqual([])
})
