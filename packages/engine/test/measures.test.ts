/**
 * The measures by which stories are ranked, on worlds so small that each number is counted by hand. Every
 * test looks at all stories that are compared, not only at the best; how each number comes about stands
 * beside it.
 */
import { bestStories, startComparison } from "@dramaturg/engine"
import { compileStory } from "@dramaturg/language"
import type { MeasureName } from "@dramaturg/model"
import { describe, expect, test } from "vitest"

/** Of every story: what was counted, in the order of the words, and the score. The best first. */
function measured(
  name: MeasureName,
  text: string,
): readonly (readonly [string, readonly number[], number])[] {
  const { problem, diagnostics } = compileStory(`limits { author: 5; character: 3; belief: 1; }\n${text}`, {
    file: "w.drama",
  })
  if (problem === undefined)
    throw new Error(diagnostics.map((each) => `${each.span.line}: ${each.message}`).join("\n"))
  const query = startComparison(problem)
  while (!query.step(1000));
  expect(query.answer!.isWhole).toBe(true)
  return bestStories(query.answer!.stories, name).map(({ solution, counts, score }) => [
    solution.plan.join(" "),
    Object.values(counts),
    score,
  ])
}

describe("conflict and surprise", () => {
  // Ann asks because she counts on Ben's baking, and on her eating after it. Ben would bake for himself.
  const cake = (
    wish: string,
  ): string => `property asked() : boolean; property cake() : boolean; property eaten() : boolean;
    entity Ann : character { wants: eaten(); } entity Ben : character { wants: cake(); }
    action ask() { precondition: !asked(); effect: asked(); consenting: Ann; }
    action bake() { precondition: asked() & !cake(); effect: cake(); consenting: Ben; }
    action eat() { precondition: cake() & !eaten(); effect: eaten(); consenting: Ann; } utility(): ${wish};`

  test.each([
    // Ended after asking: Ann's one plan (bake, eat) is thwarted. Of its acts, only bake is another's: one
    // expectation not met.
    ["asked()", "ask()", 1, 1],
    // Ended after baking: Ann's plan still lacks eat, her own act, so it is thwarted, but what she expected
    // of Ben came. Ben's plan is empty: met.
    ["cake()", "ask() bake()", 1, 0],
    // All of it happened.
    ["eaten()", "ask() bake() eat()", 0, 0],
  ])(
    "a plan is thwarted if some act of it is missing; an expectation, if another's act is: %s",
    (wish, plan, thwarted, unmet) => {
      expect(measured("conflict", cake(wish))).toEqual([[plan, [thwarted], thwarted]])
      expect(measured("surprise", cake(wish))).toEqual([[plan, [0, unmet], unmet]])
    },
  )

  test("two people with plans of their own are thwarted twice", () => {
    // Both need a second step after knocking together; the story is over when they have knocked.
    const knock = `property open() : boolean; property fed(who : character) : boolean;
      entity Ann : character { wants: fed(Ann); } entity Ben : character { wants: fed(Ben); }
      action knock() { precondition: !open(); effect: open(); consenting: Ann, Ben; }
      action dine(who : character) { precondition: open() & !fed(who); effect: fed(who); consenting: who; } utility(): open();`
    // Each plans to dine alone: two plans thwarted, and nobody counts on another.
    expect(measured("conflict", knock)).toEqual([["knock()", [2], 2]])
    expect(measured("surprise", knock)).toEqual([["knock()", [0, 0], 0]])
  })

  test("an act that has happened already is no act of the plan", () => {
    // It takes Ann two steps to get what she wants, and the author one. The step that happened is not the
    // step she still planned.
    const steps = `property steps() : number; entity Ann : character { wants: steps() == 2; }
      action step() { precondition: steps() < 2; effect: steps() = steps() + 1; consenting: Ann; } utility(): steps() > 0;`
    expect(measured("conflict", steps)).toEqual([["step()", [1], 1]])
  })

  test("everybody who sees what they thought impossible counts, at each act", () => {
    // Ben and Dot think both doors locked, the cat knows better. Through the first: two are surprised.
    // Through the second: two again.
    const cat = `type door; entity Front, Back : door; property locked(d : door) : boolean; property rooms() : number;
      entity Ben, Dot : character { believes(locked(Front)); believes(locked(Back)); } entity Cat : character { wants: rooms(); }
      action enter() { precondition: !locked(Front) & rooms() == 0; effect: rooms() = 1; consenting: Cat; }
      action leave() { precondition: !locked(Back) & rooms() == 1; effect: rooms() = 2; consenting: Cat; } utility(): rooms() == 2;`
    expect(measured("surprise", cat)).toEqual([["enter() leave()", [4, 0], 4]])
    // Each of those sights also put one belief right (irony: found out), and no act was done on a wrong one.
    expect(measured("irony", cat)).toEqual([["enter() leave()", [0, 4], 4]])
  })
})

describe("irony", () => {
  test("two mistakes that one sight puts right are one finding out of each person", () => {
    // Ben believes the door locked and barred: two beliefs, one act, one person. He is surprised once, and
    // finds out once.
    const door = `property locked() : boolean; property barred() : boolean; property out() : boolean;
      entity Ben : character { believes(locked()); believes(barred()); } entity Cat : character { wants: out(); }
      action leave() { precondition: !locked() & !barred(); effect: out(); consenting: Cat; } utility(): out();`
    expect(measured("irony", door)).toEqual([["leave()", [0, 1], 1]])
    expect(measured("surprise", door)).toEqual([["leave()", [1, 0], 1]])
  })

  test("acts that a wrong belief decides count once each, those that it does not, not at all", () => {
    // Ann opens the box for gold that is not in it. Ben rings for the sake of ringing; what he thinks of the
    // gold is nothing to it.
    const box = `property rich() : boolean; property gold() : boolean; property lid() : boolean; property rung() : boolean;
      entity Ann : character { wants: rich(); believes(gold()); } entity Ben : character { wants: rung(); believes(gold()); }
      action open_box() { precondition: !lid(); effect: lid() & (if(gold()) rich()); consenting: Ann; }
      action ring() { precondition: !rung(); effect: rung(); consenting: Ben; } utility(): lid() & rung();`
    for (const [, counts, score] of measured("irony", box)) expect([counts, score]).toEqual([[1, 0], 1])
    expect(measured("irony", box)).not.toEqual([])
  })
})

describe("suspense", () => {
  test("moments from which the end can be reached and lost; none once nothing can go wrong", () => {
    // Before step: one may fall, or cross. Before rail: the same. Before reach, with the rail in hand, one
    // cannot fall any more. The ferry: only before it.
    const bridge = `property steps() : number; property held() : boolean; property across() : boolean; property fallen() : boolean;
      entity Ann : character { wants: across(); }
      action step() { precondition: !fallen() & !across() & steps() == 0; effect: steps() = 1; consenting: Ann; }
      action rail() { precondition: !fallen() & steps() == 1 & !held(); effect: held(); consenting: Ann; }
      action reach() { precondition: !fallen() & held() & !across(); effect: across(); consenting: Ann; }
      action ferry() { precondition: !fallen() & steps() == 0 & !across(); effect: across(); consenting: Ann; }
      action fall() { precondition: !fallen() & !across() & !held(); effect: fallen(); } utility(): across();`
    expect(measured("suspense", bridge)).toEqual([
      ["step() rail() reach()", [2], 2],
      ["ferry()", [1], 1],
    ])
    // Without the fall nothing can be lost.
    expect(
      measured(
        "suspense",
        bridge.replace("action fall() { precondition: ", "action fall() { precondition: across() & "),
      ).map(([, , score]) => score),
    ).toEqual([0, 0])
  })
})

describe("brevity", () => {
  test("an act that no chain of causes joins to the end costs a hundred, every act one", () => {
    // Teased (which nobody foresees), Ben wants the window broken; breaking it needs nothing of that. The
    // wind breaks it in one act.
    const window = `property angry() : boolean; property broken() : boolean; entity Ben : character { wants: angry() & broken(); }
      action tease() { precondition: !angry(); effect: angry(); }
      action smash() { precondition: !broken(); effect: broken(); consenting: Ben; }
      action wind() { precondition: !broken(); effect: broken(); } utility(): broken();`
    expect(measured("brevity", window)).toEqual([
      ["wind()", [0, 1], -1],
      ["tease() smash()", [1, 2], -102],
    ])
  })

  test("a chain goes through acts and rules, from whatever changed last what the author asks for", () => {
    // The door has to be closed to be painted, and open at the end. open is what changed the door last; it
    // needed the closed door, so close counts.
    const door = `property shut() : boolean; property painted() : boolean; entity Ann : character { wants: painted() & !shut(); }
      action close() { precondition: !shut() & !painted(); effect: shut(); consenting: Ann; }
      action paint() { precondition: shut() & !painted(); effect: painted(); consenting: Ann; }
      action open() { precondition: shut(); effect: !shut(); consenting: Ann; } utility(): painted() & !shut();`
    expect(measured("brevity", door)).toEqual([["close() paint() open()", [0, 3], -3]])
    // What sets off the rule is needed though the rule does the rest.
    const fire = `property lit() : boolean; property burnt() : boolean; action light() { precondition: !lit(); effect: lit(); }
      trigger burn() { precondition: lit() & !burnt(); effect: burnt(); } utility(): burnt();`
    expect(measured("brevity", fire)).toEqual([["light()", [0, 1], -1]])
  })

  test("who only learns of what the author asks for has not brought it about", () => {
    // tease needs the light on, as it was from the start, and so shows the reader that it is; it changes
    // nothing of what is asked for.
    const window = `property lamp() : boolean; property angry() : boolean; property broken() : boolean; lamp();
      entity Ben : character { wants: angry() & broken(); }
      action tease() { precondition: lamp() & !angry(); effect: angry(); }
      action smash() { precondition: !broken(); effect: broken(); consenting: Ben; } action douse() { precondition: lamp() & broken(); effect: !lamp(); } utility(): broken() & lamp();`
    expect(measured("brevity", window)).toEqual([["tease() smash()", [1, 2], -102]])
  })
})
