/**
 * What people have wrong, at the depth at which it decides what they do: in answers, in notes for the margin,
 * and as irony that is counted.
 */
import { bestStories, chronicle, startComparison, startReview } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { Fabula, Problem } from "@dramaturg/model"
import { tell, whySentences } from "@dramaturg/telling"
import { describe, expect, test } from "vitest"

function world(text: string): Problem {
  const { problem, diagnostics } = compileStory(text, { file: "world.drama" })
  if (problem === undefined) throw new Error(diagnostics.map((each) => each.message).join(" "))
  return problem
}

/** The acts as they happen, with the reasons that are found for them. */
function fabulaOf(problem: Problem, plan: readonly string[]): Fabula {
  const span = { file: "plot", offset: 0, length: 0, line: 1, column: 1 }
  const inquiry = startReview(problem, { acts: plan.map((act) => ({ act, span })), notes: [] })
  while (!inquiry.step(100));
  return chronicle(problem, { plan, explanations: inquiry.answer!.acts.map((each) => each.explanations) })
}

/** Each as `act: believer, …: fluent is …, not …`. */
function mistakes(fabula: Fabula): readonly string[] {
  return fabula.occurrences.flatMap(({ label, motives }) =>
    motives.flatMap((each) =>
      each.mistakes.map(
        ({ believers, fluent, value, actual }) =>
          `${label}: ${believers.join(", ")}: ${fluent.label} is ${String(actual)}, not ${String(value)}`,
      ),
    ),
  )
}

const why = (fabula: Fabula, text: string, act: number): readonly string[] =>
  whySentences(fabula, world(text), act, null)
const ironies = (fabula: Fabula, problem: Problem): readonly string[] =>
  tell(fabula, problem)
    .notes.filter(({ kind }) => kind === "irony")
    .map(({ text }) => text)

/** He thinks that the constable knows; the constable is after him for something else. */
const thief = `
property stole(who : character) : boolean { told: "{who} [be] the thief"; }
property lost(who : character) : boolean;
property surrendered(who : character) : boolean;
property called(who : character, whom : character) : boolean;
stole(Thief); lost(Thief);
entity Thief : character { told: "the man", he; believes !lost(Thief); believes believes(Constable, stole(Thief)) = True;
  wants: if(surrendered(Thief)) (if(believes(Constable, stole(Thief))) 2 else 0) else (if(believes(Constable, stole(Thief)) & called(Constable, Thief)) 1 else 3); }
entity Constable : character { told: "the constable", he; believes !stole(Thief); wants: called(Constable, Thief); }
action call(who : character, whom : character) {
  precondition: who == Constable & whom == Thief & lost(whom) & !called(who, whom);
  effect: called(who, whom);
  consenting: who;
}
action give_up(who : character) {
  precondition: who == Thief & called(Constable, who) & !surrendered(who);
  effect: surrendered(who) & believes(Constable, stole(who));
  consenting: who;
}
utility(): surrendered(Thief);
limits { author: 3; character: 2; belief: 2; }`

/**
 * Whoever takes the prisoner for a liar believes the opposite of what he says; he thinks that nobody does.
 */
const bluff = `
type place;
entity Hills, Shore : place;
property guns() : place;
property liar(who : character) : boolean;
property raided(where : place) : boolean;
guns() = Hills;
liar(Prisoner); believes(Prisoner, believes(Captain, liar(Prisoner))) = False;
entity Prisoner : character { wants: if(exists(p : place) (guns() == p & raided(p))) 0 elseif(exists(p : place) raided(p)) 2 else 1; }
entity Captain : character { believes guns() = ?; wants: exists(p : place) (guns() == p & raided(p)); }
action say(Prisoner, to : character, where : place, elsewhere : place) {
  precondition: to != Prisoner & where != elsewhere;
  effect: if(believes(to, liar(Prisoner))) believes(to, guns()) = elsewhere else believes(to, guns()) = where;
  consenting: Prisoner;
}
action raid(Captain, where : place) {
  precondition: (forall(p : place) !raided(p)) & believes(Captain, guns()) == where;
  effect: raided(where);
  consenting: Captain;
}
utility(): raided(Hills);
limits { author: 3; character: 3; belief: 2; }`

/** He is wrong about where the key is; only what she thinks of it matters to him, and there he is right. */
const calm = `
type place; entity Box, Jar : place;
property key() : place { told: "the key [be] in {value}"; }
property calm(who : character) : boolean;
key() = Box;
entity Joy : character;
entity Lou : character { believes key() = Jar; wants: if(believes(Joy, key()) == Box) (if(calm(Lou)) 1 else 0) else 0; }
believes(Lou, believes(Joy, key())) = Box;
action sit_down(who : character) { precondition: who == Lou & !calm(who); effect: calm(who); consenting: who; }
utility(): calm(Lou);`

describe("a mistake that decides an act is named, and no other", () => {
  test("one about what somebody else believes", () => {
    const fabula = fabulaOf(world(thief), ["call(Constable, Thief)", "give_up(Thief)"])
    expect(mistakes(fabula)).toEqual(["give_up(Thief): Thief, Constable: stole(Thief) is false, not true"])
    expect(why(fabula, thief, 2)).toContain(
      "The man is wrong about what the constable believes: since the start the man believes that the constable believes that the man is the thief, but the constable believes that the man is not the thief.",
    )
  })

  test("one by which somebody else would do something else than what is counted on", () => {
    const fabula = fabulaOf(world(bluff), ["say(Prisoner, Captain, Shore, Hills)", "raid(Captain, Hills)"])
    expect(mistakes(fabula)).toEqual([
      "say(Prisoner, Captain, Shore, Hills): Prisoner, Captain: liar(Prisoner) is true, not false",
    ])
  })

  test("one that plays no part is not", () => {
    const problem = world(calm)
    const fabula = fabulaOf(problem, ["sit_down(Lou)"])
    expect(mistakes(fabula)).toEqual([])
    expect(ironies(fabula, problem)).toEqual([])
  })

  test("where she does not think what he thinks that she thinks, it is", () => {
    const problem = world(
      calm.replace("entity Joy : character;", "entity Joy : character { believes key() = Jar; }"),
    )
    const fabula = fabulaOf(problem, ["sit_down(Lou)"])
    expect(mistakes(fabula)).toEqual(["sit_down(Lou): Lou, Joy: key() is Jar, not Box"])
    expect(ironies(fabula, problem)).toEqual([
      "Lou believes that Joy believes that the key is in the box; in truth Joy believes that the key is in the jar.",
    ])
  })

  test("three minds deep as well", () => {
    const deep = `
      property heard() : boolean; property smiled() : boolean;
      entity Ann, Bob : character;
      entity Cy : character { wants: if(believes(Ann, believes(Bob, heard()))) (if(smiled()) 1 else 0) else 0; }
      believes(Cy, believes(Ann, believes(Bob, heard()))) = True;
      action smile(who : character) { precondition: who == Cy; effect: smiled(); consenting: who; }
      utility(): smiled();`
    const fabula = fabulaOf(world(deep), ["smile(Cy)"])
    expect(mistakes(fabula)).toEqual(["smile(Cy): Cy, Ann, Bob: heard() is false, not true"])
    expect(why(fabula, deep, 1)).toContain(
      "Cy is wrong about what Ann believes that Bob believes: since the start Cy believes that Ann believes that Bob believes that heard() holds, but Ann believes that Bob believes that heard() does not hold.",
    )
  })

  test("where either of two beliefs would do, neither decides by itself, but both do", () => {
    const either = `
      property p() : boolean; property q() : boolean; property done() : boolean;
      entity Ann : character { believes p(); believes q(); wants: done(); }
      action act(who : character) { precondition: p() | q() | done(); effect: done(); consenting: who; }
      action open() { precondition: !done(); effect: p() & done(); observing(c : character): False; }
      utility(): done();`
    expect(mistakes(fabulaOf(world(either), ["act(Ann)"]))).toEqual([
      "act(Ann): Ann: p() is false, not true",
      "act(Ann): Ann: q() is false, not true",
    ])
  })

  test("a belief that came about in the story is told with when it did", () => {
    const later = `
      property seen(who : character) : boolean; property hid() : boolean;
      entity Bob : character { wants: seen(Bob); }
      entity Ann : character { wants: if(believes(Bob, seen(Ann))) (if(hid()) 1 else 0) else 0; }
      action wink(Bob) { effect: believes(Ann, believes(Bob, seen(Ann))) & seen(Bob); consenting: Bob; }
      action hide(Ann) { effect: hid(); consenting: Ann; }
      utility(): hid();`
    const fabula = fabulaOf(world(later), ["wink(Bob)", "hide(Ann)"])
    expect(why(fabula, later, 2).join(" ")).toContain(
      "Ann is wrong about what Bob believes: since act 1, wink(Bob) Ann believes that Bob believes that seen(Ann) holds",
    )
  })
})

describe("irony in the margin", () => {
  /** Each sells what the other's present is for, out of the other's sight. */
  const gifts = `
type thing;
entity Fiddle, Hair, Bow, Comb : thing;
property has(who : character, what : thing) : boolean;
property bought_for(what : thing, whom : character) : boolean;
property money(who : character) : number;
entity Jon : character { told: "Jon", he; has(Fiddle); wants: bought_for(Comb, Dora) & has(Dora, Hair); }
entity Dora : character { told: "Dora", she; has(Hair); wants: bought_for(Bow, Jon) & has(Jon, Fiddle); }
action sell(who : character, what : thing) {
  precondition: has(who, what);
  effect: !has(who, what) & money(who) = money(who) + 1;
  consenting: who;
  observing(c : character): c == who;
}
action buy(who : character, what : thing, for : character) {
  precondition: money(who) > 0 & who != for;
  effect: money(who) = money(who) - 1 & bought_for(what, for);
  consenting: who;
  observing(c : character): c == who;
}
utility(): bought_for(Bow, Jon) & !has(Jon, Fiddle) & bought_for(Comb, Dora) & !has(Dora, Hair);
limits { author: 4; character: 2; belief: 2; }`

  test("both, of properties for which the author has no words, and each once", () => {
    const problem = world(gifts)
    const fabula = fabulaOf(problem, [
      "sell(Jon, Fiddle)",
      "sell(Dora, Hair)",
      "buy(Jon, Comb, Dora)",
      "buy(Dora, Bow, Jon)",
    ])
    expect(ironies(fabula, problem)).toEqual([
      "Dora believes that Jon has the fiddle; it is not so.",
      "Jon believes that Dora has the hair; it is not so.",
    ])
  })

  test("of somebody who does nothing any more", () => {
    const problem = world(gifts)
    const fabula = fabulaOf(problem, ["sell(Dora, Hair)", "buy(Dora, Bow, Jon)", "sell(Jon, Fiddle)"])
    expect(ironies(fabula, problem)).toContain("Dora believes that Jon has the fiddle; it is not so.")
  })

  test("of somebody who never does anything, wrong from the start", () => {
    const problem = world(`
      property home(who : character) : boolean { told: "{who} [be] at home"; }
      property sang() : boolean;
      entity Son : character { told: "the son", he; }
      entity Mother : character { told: "his mother", she; believes home(Son); wants: home(Son); }
      entity Bird : character { wants: sang(); }
      action sing(who : character) { precondition: who == Bird; effect: sang(); consenting: who; }
      utility(): sang();`)
    expect(ironies(fabulaOf(problem, ["sing(Bird)"]), problem)).toEqual([
      "His mother believes that the son is at home; it is not so.",
    ])
  })
})

test("an act that is decided by a mistake about another's mind counts as irony", () => {
  const inquiry = startComparison(world(thief))
  while (!inquiry.step(100));
  expect(
    bestStories(inquiry.answer!.stories, "irony").map(({ counts }) => counts["acts on a mistake"]),
  ).toEqual([1])
})

/** Ada leaves as soon as she thinks that nobody wants her; a letter may say so, whether or not it is true. */
const leaver = (isSo: boolean): string => `
property left(who : character) : boolean;
property unwanted(who : character) : boolean { told: "{who} [be] unwanted"; }
property hungry(who : character) : boolean { told: "{who} [be] hungry"; }
property written() : boolean;
entity Ada : character { told: "Ada", she; ${isSo ? "unwanted; believes !unwanted(Ada);" : ""} hungry;
  wants: if(unwanted(Ada)) (if(left(Ada)) 2 else 0) else (if(left(Ada)) -1 else 1); }
entity Bob : character { told: "Bob", he; wants: written(); }
action write(who : character, whom : character) {
  precondition: who == Bob & whom == Ada & !written(); effect: written() & believes(whom, unwanted(whom)); consenting: who; told: "{who} [write] to {whom}"; }
action leave(who : character) { precondition: who == Ada & !left(who); effect: left(who); consenting: who; told: "{who} [leave]"; }
utility(): left(Ada);
`

describe("a belief on which it hangs that an act is worth anything", () => {
  test.each([
    [true, "Ada knows that she is unwanted (told by Bob in act 1, “Bob writes to Ada”)."],
    [
      false,
      "Ada is wrong about this: to Ada’s mind she is unwanted (since act 1, “Bob writes to Ada”), but Ada is not unwanted.",
    ],
  ])("is told though the act does not need it, and as a mistake where it is one (%s)", (isSo, said) => {
    const problem = world(leaver(isSo))
    const fabula = fabulaOf(problem, ["write(Bob, Ada)", "leave(Ada)"])
    const { motives } = fabula.occurrences[1]
    expect(motives[0].relies.map(({ fluent, since }) => `${fluent.label} ${since}`)).toEqual([
      "left(Ada) 0",
      "unwanted(Ada) 1",
    ])
    expect(why(fabula, leaver(isSo), 2).filter((each) => each.includes("unwanted"))).toEqual([said])
  })
})

/** A door behind which there is either nothing or a prize; nobody is wrong who does not know which. */
test("whoever does not know is not called wrong", () => {
  const text = `
open property prize() : boolean { told: "there [be] a prize"; }
property taken() : boolean;
prize();
entity Ada : character { told: "Ada", she; believes prize() = ?; wants: if(taken()) (if(prize()) 2 else 0) else 0; }
action take(who : character) { effect: taken() & knows(who, prize()); consenting: who; told: "{who} [open] the door"; }
utility(): taken();
`
  const fabula = fabulaOf(world(text), ["take(Ada)"])
  expect(why(fabula, text, 1)).toContain("Ada does not know whether there is a prize: there is a prize.")
  expect(why(fabula, text, 1).join(" ")).not.toContain("wrong")
})
