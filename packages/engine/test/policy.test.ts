/**
 * What the others do in a play (D37), on worlds so small that it can be said beforehand: who acts, whether at
 * all, which of several acts, and what the manager thinks of it. Why it must be so stands beside each.
 */
import { Game, startRandomPlays, type PlayOptions, type Position } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { drama } from "./worlds.js"

const worldOf = (text: string): Problem => drama(`limits { author: 6; character: 3; belief: 1; }\n${text}`)

const gameOf = (text: string, options: Partial<PlayOptions> = {}): Game =>
  new Game(worldOf(text), { as: "Ann", ...options })

/** What comes of a row of choices (null: wait), the last of them. */
function after(game: Game, ...choices: readonly (string | null)[]) {
  let position: Position = game.start
  let turn: ReturnType<Game["choose"]>["turn"] | undefined
  for (const each of choices) ({ position, turn } = game.choose(position, each))
  return {
    position,
    events: turn!.events.map((each) => each.label),
    steering: turn!.steering,
    ending: turn!.ending,
    turn: turn!,
  }
}

/** Ann can always hum, which changes something twice and helps nobody. */
const ann =
  "entity Ann : character; property hums() : number; action hum() { precondition: hums() < 2; effect: hums() = hums() + 1; consenting: Ann; }\n"

describe("towards the goal", () => {
  const gate = `${ann} property open() : boolean; entity Ben : character { wants: open(); } action open_gate() { precondition: !open(); effect: open(); consenting: Ben; } utility(): open();`

  test("what the plan wants next is done, whether the player acts or waits", () => {
    // Ben wants the gate open, so does the author: it is the whole plan, and not Ann's to do.
    const game = gameOf(gate)
    expect(game.start.past).toEqual([])
    expect(after(game, "hum()")).toMatchObject({
      events: ["hum()", "open_gate()"],
      ending: "goal",
      steering: { kind: "ended" },
    })
    expect(after(game, null)).toMatchObject({ events: ["open_gate()"], ending: "goal" })
  })

  test("nothing that nobody has a reason for", () => {
    // The same gate, and Ben does not care: nobody opens it. The goal might be reached for all an estimate
    // knows, so it is only not found.
    const game = gameOf(gate.replace("wants: open();", ""))
    expect(after(game, "hum()")).toMatchObject({
      events: ["hum()"],
      ending: null,
      steering: { kind: "helpless", why: "none found" },
    })
    expect(after(game, null)).toMatchObject({ events: [], ending: null })
    // Once Ann has hummed twice, nothing that she can choose changes anything.
    expect(after(game, "hum()", "hum()")).toMatchObject({ events: ["hum()"], ending: "rest" })
  })

  test("an accident, where the plan wants it; else none", () => {
    const rain = (wish: string): string =>
      `${ann} property wet() : boolean; property open() : boolean; action rain() { precondition: !wet(); effect: wet(); } utility(): ${wish};`
    expect(after(gameOf(rain("wet()")), "hum()")).toMatchObject({
      events: ["hum()", "rain()"],
      ending: "goal",
    })
    // Nothing opens anything, so there is no plan, and no accident is anybody's initiative.
    expect(after(gameOf(rain("open()")), null)).toMatchObject({
      events: [],
      steering: { kind: "helpless", why: "unreachable" },
    })
  })

  test("at most one act a turn, and what remains is counted", () => {
    // Three doors one behind the other, all of them Ben's.
    const doors = `${ann} property passed() : number; entity Ben : character { wants: passed(); }
      action pass() { precondition: passed() < 3; effect: passed() = passed() + 1; consenting: Ben; } utility(): passed() == 3;`
    const game = gameOf(doors)
    expect(after(game, "hum()")).toMatchObject({
      events: ["hum()", "pass()"],
      steering: { kind: "on course", remaining: 2 },
    })
    expect(after(game, null, null)).toMatchObject({
      events: ["pass()"],
      steering: { kind: "on course", remaining: 1 },
    })
    expect(after(game, null, null, null)).toMatchObject({ events: ["pass()"], ending: "goal" })
  })

  test("the story that the manager knows of is the one it steers to", () => {
    // By itself it would take the short way. Told of the long one, it begins with that, and tells it to its
    // end.
    const ways = `${ann} property keyed() : boolean; property out() : boolean; entity Ben : character { wants: out(); }
      action climb() { precondition: !out(); effect: out(); consenting: Ben; }
      action take_key() { precondition: !keyed() & !out(); effect: keyed(); consenting: Ben; }
      action unlock() { precondition: keyed() & !out(); effect: out(); consenting: Ben; } utility(): out();`
    expect(after(gameOf(ways), null).events).toEqual(["climb()"])
    const script = { plan: ["take_key()", "unlock()"], explanations: [] }
    const game = gameOf(ways, { script })
    expect(after(game, null)).toMatchObject({
      events: ["take_key()"],
      steering: { kind: "on course", remaining: 1 },
    })
    expect(after(game, null, null).events).toEqual(["unlock()"])
    // A script that does not reach the goal, or cannot be played, is none.
    expect(after(gameOf(ways, { script: { plan: ["take_key()"], explanations: [] } }), null).events).toEqual([
      "climb()",
    ])
    expect(after(gameOf(ways, { script: { plan: ["unlock()"], explanations: [] } }), null).events).toEqual([
      "climb()",
    ])
  })

  test("first a plan in which the player, too, does what makes sense to them; else one in which they do anything", () => {
    // Only Ann can bring the goal about, and she has no wish: the second plan. The others wait for her.
    const cross = (wants: string): string =>
      `${ann} ${wants} property across() : boolean; action cross() { precondition: !across(); effect: across(); consenting: Ann; } utility(): across();`
    expect(after(gameOf(cross("")), "hum()")).toMatchObject({
      events: ["hum()"],
      steering: { kind: "on course", remaining: 1 },
    })
    // She wants to swim, not to row; rowing is the shorter way. The plan is what she would do.
    const ways = `${ann} property boots() : boolean; property across() : number;
      action row() { precondition: across() == 0; effect: across() = 1; consenting: Ann; }
      action strip() { precondition: across() == 0 & !boots(); effect: boots(); consenting: Ann; }
      action swim() { precondition: across() == 0 & boots(); effect: across() = 2; consenting: Ann; }
      utility(Ann): (if(across() == 2) 1 else 0); utility(): across() > 0;`
    const { position, steering } = after(gameOf(ways), "hum()")
    expect(position.plan).toEqual(["strip()", "swim()"])
    expect(steering).toEqual({ kind: "on course", remaining: 2 })
  })

  test("whoever leaves the plan has it made anew", () => {
    const cross = `${ann} property across() : boolean; action cross() { precondition: !across(); effect: across(); consenting: Ann; } utility(): across();`
    const game = gameOf(cross)
    // After the first choice a plan is first looked for. It says cross(); the second humming is not that.
    expect(after(game, "hum()", "hum()").steering).toEqual({ kind: "planned anew", remaining: 1 })
    // To wait leaves nothing.
    expect(after(game, "hum()", null).steering).toEqual({ kind: "on course", remaining: 1 })
  })
})

describe("initiative", () => {
  /**
   * Only Ann can reach the goal, by going home, as long as the bridge stands. Ben has two wishes of his own.
   */
  const bridge = (
    first: string,
    second: string,
  ): string => `${ann} property home() : boolean; property burnt() : boolean; property whistled() : boolean; property lost() : boolean;
    entity Ben : character { wants: (if(burnt()) 1 else 0) + (if(whistled()) 1 else 0); }
    action go_home() { precondition: !burnt() & !lost() & !home(); effect: home(); consenting: Ann; }
    action lose_way() { precondition: !lost(); effect: lost(); consenting: Ann; }
    ${first} ${second} utility(): home();`
  const burn = "action burn() { precondition: !burnt(); effect: burnt(); consenting: Ben; }"
  const whistle = "action whistle() { precondition: !whistled(); effect: whistled(); consenting: Ben; }"

  test("is shown where the player waits, not where they act, as long as there is a plan", () => {
    const game = gameOf(bridge(burn, whistle))
    expect(after(game, "hum()").events).toEqual(["hum()"])
    expect(after(game, "hum()", null).events).toEqual(["whistle()"])
  })

  test("leaves a way to the goal, whichever act comes first in the text", () => {
    for (const text of [bridge(burn, whistle), bridge(whistle, burn)]) {
      const game = gameOf(text)
      expect(after(game, null).events).toEqual(["whistle()"])
      // All that is left to Ben is to burn the bridge; he leaves it.
      expect(after(game, null, null)).toMatchObject({
        events: [],
        ending: null,
        steering: { kind: "on course", remaining: 1 },
      })
    }
  })

  test("is free where no way is left, after a choice as after waiting", () => {
    const game = gameOf(bridge(burn, whistle))
    expect(after(game, "lose_way()")).toMatchObject({
      events: ["lose_way()", "burn()"],
      steering: { kind: "helpless" },
    })
    expect(after(game, "lose_way()", "hum()").events).toEqual(["hum()", "whistle()"])
    expect(after(gameOf(bridge(whistle, burn)), "lose_way()").events).toEqual(["lose_way()", "whistle()"])
  })

  test("takes everybody's reasons who consents, and never the player's part", () => {
    const waltz = (
      who: string,
      ben: string,
      cat: string,
    ): string => `${ann} property danced() : boolean; property open() : boolean;
      entity Ben : character { wants: ${ben}; } entity Cat : character { wants: ${cat}; }
      action waltz() { precondition: !danced(); effect: danced(); consenting: ${who}; } utility(): open();`
    // Nothing opens anything, so there is no plan and everybody is free. It takes two.
    const both = after(gameOf(waltz("Ben, Cat", "danced()", "danced()")), null)
    expect(both.events).toEqual(["waltz()"])
    expect(both.turn.events[0]).toMatchObject({
      kind: "act",
      by: ["Ben", "Cat"],
      explanations: { Ben: [], Cat: [] },
    })
    expect(after(gameOf(waltz("Ben, Cat", "danced()", "open()")), null).events).toEqual([])
    expect(after(gameOf(waltz("Ben, Cat", "open()", "danced()")), null).events).toEqual([])
    // With Ann: hers to choose, if Ben has a reason, and nobody does it for her.
    const withAnn = gameOf(waltz("Ben, Ann", "danced()", "open()"))
    expect(withAnn.choices(withAnn.start).map((each) => each.act)).toEqual(["hum()", "waltz()"])
    expect(after(withAnn, null).events).toEqual([])
    expect(after(withAnn, "waltz()").turn.events[0]).toMatchObject({
      label: "waltz()",
      by: ["Ann", "Ben"],
      explanations: { Ben: [] },
    })
    const unwilling = gameOf(waltz("Ben, Ann", "open()", "danced()"))
    expect(unwilling.choices(unwilling.start).map((each) => each.act)).toEqual(["hum()"])
    expect(() => unwilling.choose(unwilling.start, "waltz()")).toThrow(
      "waltz() is nothing that Ann could choose here.",
    )
  })

  test("is nothing that the player would have to consent to, though they had a reason as well", () => {
    // Ann and Ben both want to waltz. It is Ann's choice all the same: while she waits, nobody does it.
    const waltz = `${ann} property danced() : boolean; property open() : boolean; utility(Ann): danced(); entity Ben : character { wants: danced(); }
      action waltz() { precondition: !danced(); effect: danced(); consenting: Ben, Ann; } utility(): open();`
    expect(after(gameOf(waltz), null).events).toEqual([])
  })

  test("is asked for, too, where the player has acted and nothing is left for them to choose", () => {
    // The plan is that Ann leaves. She thinks the door locked, so once she has hummed twice she has no
    // choice, and Ben need not wait.
    const shut = `${ann} property locked() : boolean; property out() : boolean; property whistled() : boolean; believes(Ann, locked());
      entity Ben : character { wants: whistled(); } action whistle() { precondition: !whistled(); effect: whistled(); consenting: Ben; }
      action leave() { precondition: !locked() & !out(); effect: out(); consenting: Ann; } utility(): out();`
    const game = gameOf(shut)
    expect(after(game, "hum()").events).toEqual(["hum()"])
    expect(after(game, "hum()", "hum()").events).toEqual(["hum()", "whistle()"])
  })

  test("is no act that leaves everything as it is", () => {
    // Ben takes it that his nod is not yet seen. Nothing comes of it, so it is not done, though he has a
    // reason.
    const nod = `${ann} property nodded() : boolean; property open() : boolean; nodded(); entity Ben : character { wants: nodded(); believes(!nodded()); }
      action nod() { effect: nodded(); consenting: Ben; observing(c : character): c == ?; } utility(): open();`
    expect(after(gameOf(nod), null).events).toEqual([])
  })

  test("is of one mind: the second who would burn what the goal needs is asked, too, and the rest are not", () => {
    // Four destroyers are asked before the manager gives up; whoever comes fifth is not.
    const house = (
      destroyers: number,
    ): string => `${ann} property home() : boolean; property sung() : boolean; property burnt() : number; type torch; entity ${Array.from({ length: destroyers }, (_, i) => `T${i}`).join(", ")} : torch;
      entity Ben : character { wants: burnt() + (if(sung()) 1 else 0); }
      action go_home() { precondition: burnt() == 0 & !home(); effect: home(); consenting: Ann; }
      action burn(with : torch) { precondition: burnt() == 0; effect: burnt() = 1; consenting: Ben; }
      action sing() { precondition: !sung(); effect: sung(); consenting: Ben; } utility(): home();`
    expect(after(gameOf(house(3)), null).events).toEqual(["sing()"])
    expect(after(gameOf(house(4)), null).events).toEqual([])
  })
})

describe("where the player has nothing to choose", () => {
  const walk = (
    most: number,
    choice: number,
    wish: string,
  ): string => `property steps() : number; property home() : boolean; entity Ann : character; entity Ben : character { wants: steps(); }
    action walk() { precondition: steps() < ${most}; effect: steps() = steps() + 1; consenting: Ben; }
    action greet() { precondition: steps() == ${choice} & !home(); effect: home(); consenting: Ann; } utility(): ${wish};`

  test("the others go on until she has", () => {
    // Ben walks three steps before Ann can greet him; that he could walk two more does not matter then.
    const game = gameOf(walk(5, 3, "home()"))
    expect(game.start).toMatchObject({ past: ["walk()", "walk()", "walk()"], ending: null })
    expect(game.choices(game.start).map((each) => each.act)).toEqual(["greet()"])
    expect(after(game, "greet()")).toMatchObject({ events: ["greet()"], ending: "goal" })
    // After waiting he has a reason for a fourth step, but it would leave no way to the goal.
    expect(after(game, null).events).toEqual([])
  })

  test("to the end, if that is how it comes", () => {
    expect(gameOf(walk(3, 9, "home()")).start).toMatchObject({
      past: ["walk()", "walk()", "walk()"],
      ending: "rest",
    })
    expect(gameOf(walk(5, 9, "steps() == 2")).start).toMatchObject({
      past: ["walk()", "walk()"],
      ending: "goal",
    })
  })

  test("but not for ever: twelve acts, and then she may wait for more", () => {
    const game = gameOf(walk(20, 99, "home()"))
    expect(game.start.past).toHaveLength(12)
    expect(after(game, null)).toMatchObject({ ending: "rest" })
    expect(after(game, null).events).toHaveLength(8)
  })
})

describe("the seed", () => {
  // Ben would whistle, sing or dance; nothing leads to a goal; one of three.
  const free = `${ann} property open() : boolean; property whistled() : boolean; property sung() : boolean; property danced() : boolean;
    entity Ben : character { wants: (if(whistled()) 1 else 0) + (if(sung()) 1 else 0) + (if(danced()) 1 else 0); }
    action whistle() { precondition: !whistled(); effect: whistled(); consenting: Ben; }
    action sing() { precondition: !sung(); effect: sung(); consenting: Ben; }
    action dance() { precondition: !danced(); effect: danced(); consenting: Ben; } utility(): open();`
  const seeds = Array.from({ length: 12 }, (_, seed) => seed)
  const days = (seed: number): string => {
    const game = gameOf(free, { seed })
    return [after(game, null), after(game, null, null), after(game, null, null, null)]
      .map((each) => each.events.join())
      .join(" ")
  }

  test("none: in the order of the text", () => {
    expect(days(0)).toBe("whistle() sing() dance()")
  })

  test("the same seed does the same, another may do otherwise, and all do all of it", () => {
    const found = seeds.map(days)
    expect(seeds.map(days)).toEqual(found)
    expect(new Set(found.map((each) => each.split(" ")[0]))).toEqual(
      new Set(["whistle()", "sing()", "dance()"]),
    )
    for (const each of found) expect(each.split(" ").sort()).toEqual(["dance()", "sing()", "whistle()"])
  })

  test("what they do hangs on where it stands, not on how it came there", () => {
    for (const seed of [0, 3]) {
      const [straight, detour] = [gameOf(free, { seed }), gameOf(free, { seed })]
      after(detour, null, null)
      after(detour, "hum()", null)
      expect(after(detour, null, "hum()").turn).toEqual(after(straight, null, "hum()").turn)
      // Hum and wait, or wait and hum: two things have been done by Ben, the same two, for what he does hangs
      // on what he has done alone.
      const [one, other] = [after(straight, "hum()", null), after(straight, null, "hum()")]
      expect(straight.keyOf(one.position)).toBe(straight.keyOf(other.position))
    }
  })
})

describe("in vain", () => {
  test("what turns out impossible is tried, and learnt from; the others then act as after any choice", () => {
    const door = `property locked() : boolean; property out() : boolean; property open() : boolean; locked();
      entity Ann : character { believes(!locked()); } entity Ben : character { wants: open(); }
      action leave() { precondition: !locked() & !out(); effect: out(); consenting: Ann; }
      action unlock() { precondition: locked() & !open(); effect: open(); consenting: Ben; } utility(): out();`
    const game = gameOf(door)
    expect(game.choices(game.start).map((each) => each.act)).toEqual(["leave()"])
    const { turn, position } = after(game, "leave()")
    // Nothing unlocks anything, so no way leads out: Ben is free. Ann has learnt that it is locked, and has
    // no choice any more.
    expect(turn.events[0]).toEqual({
      label: "try_to_leave()",
      kind: "attempt",
      by: ["Ann"],
      explanations: {},
    })
    expect(turn.events.slice(1).map((each) => each.label)).toEqual(["unlock()"])
    expect(game.choices(position)).toEqual([])
    expect(position.ending).toBe("rest")
  })
})

describe("plays at random", () => {
  const doors = `entity Ann : character; property out() : number; property fell() : boolean;
    action leave() { precondition: out() == 0; effect: out() = 1; consenting: Ann; }
    action jump() { precondition: out() == 0; effect: out() = 2; consenting: Ann; } utility(): out() == 1;`
  function hits(plays: number, turns: number, text = doors) {
    const query = startRandomPlays(worldOf(text), { as: "Ann", plays, turns })
    while (!query.step(100));
    return query.answer!
  }

  test("take each choice, and waiting, about as often", () => {
    // One turn: leave reaches the goal, jump ends in rest, waiting leaves it open. A third each of 300 plays,
    // give or take a third of that.
    const { endings, acts, possible, plays } = hits(300, 1)
    expect(plays).toBe(300)
    expect(endings.goal + endings.rest + endings.open).toBe(300)
    for (const each of Object.values(endings)) expect(Math.abs(each - 100)).toBeLessThan(34)
    expect(acts).toEqual({ leave: endings.goal, jump: endings.rest })
    expect(possible).toEqual({ leave: 300, jump: 300 })
  })

  test("are the same every time, and end where the turns are up", () => {
    expect(hits(40, 1)).toEqual(hits(40, 1))
    expect(hits(10, 0)).toEqual({
      plays: 10,
      endings: { goal: 0, rest: 0, open: 10 },
      acts: {},
      possible: {},
    })
    expect(hits(40, 40).endings.open).toBe(0)
  })
})
