/** What no story needs costs next to nothing: bystanders, people who could be left out, acts of no use. */
import { finished, type Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { type SearchOptions, startSearch, verify } from "@dramaturg/engine"
import { ground } from "../src/ground/ground.js"
import { SearchCache } from "../src/search/cache.js"
import { actionOrder } from "../src/search/order.js"
import { type Reduction, reductionsOf } from "../src/search/reduction/reductions.js"
import { world as read } from "./worlds.js"

const world = (text: string): Problem => read(text, "world.drama")

/** A coat hangs in the attic, where somebody sits. All may walk about, and take it when nobody sees. */
const house = `limits { author: 9; character: 6; belief: 1; }
  type room; entity Hall, Stairs, Attic, Cellar, Garden : room;
  type coat; entity Fur : coat;
  property at(who : character) : room;
  property lies(what : coat) : room;
  property worn(what : coat) : character;
  property tea(who : character) : boolean;
  property next(one : room, other : room) : boolean;
  next(Hall, Stairs); next(Stairs, Attic); next(Hall, Cellar); next(Hall, Garden);
  forall(a : room) (forall(b : room) (if(next(a, b)) next(b, a)));
  action walk(who : character, from : room, to : room) {
    precondition: at(who) == from & next(from, to);
    effect: at(who) = to; consenting: who;
    observing(c : character): at(c) == from | at(c) == to;
  }
  action take(who : character, what : coat) {
    precondition: lies(what) == at(who) & (forall(c : character) (c == who | at(c) != at(who)));
    effect: lies(what) = ? & worn(what) = who; consenting: who;
    observing(c : character): at(c) == at(who);
  }
  action drink_tea(who : character) {
    precondition: at(who) == Cellar & !tea(who);
    effect: tea(who); consenting: who; observing(c : character): at(c) == Cellar;
  }
  lies(Fur) = Attic;
  entity Ada : character { at = Hall; wants "to go out, and warm": at(Ada) == Garden & worn(Fur) == Ada; }
  entity Bo : character { at = Attic; wants "the garden": at(Bo) == Garden; }
  utility(): at(Ada) == Garden & worn(Fur) == Ada;`

const bystander = (i: number): string =>
  `entity Guest${i} : character { at = ${["Hall", "Cellar", "Garden"][i % 3]}; wants "tea": tea(Guest${i}); }\n`

function withBystanders(count: number): Problem {
  return world(house + Array.from({ length: count }, (_, i) => bystander(i)).join(""))
}

function solved(problem: Problem, options: SearchOptions = {}) {
  const search = startSearch(problem, { ...options, maxVisited: 40_000 })
  while (search.status === "searching") search.step(1000)
  return search
}

const reductions = (problem: Problem, goal = 1) => {
  const { task } = ground(problem)
  const cache = new SearchCache(task, actionOrder(task.actions.length, 0))
  return finished(reductionsOf(cache, [], goal))
}

const labels = (reduction: Reduction): readonly string[] =>
  reduction.cache.task.actions.map((each) => each.label)

test("each bystander with a want that concerns nobody else costs next to nothing", () => {
  const alone = solved(withBystanders(0))
  for (const count of [1, 2, 4, 8]) {
    const search = solved(withBystanders(count))
    expect([count, search.story?.solution.plan.length]).toEqual([count, alone.story?.solution.plan.length])
    // The complete member's first slice, and what the smaller world takes.
    expect(search.progress.visited).toBeLessThanOrEqual(600 + 2 * alone.progress.visited)
  }
})

describe("what is relevant:", () => {
  test("nothing that only a bystander needs, nor what would only put right what they spoilt", () => {
    const [smallest] = reductions(withBystanders(2)).relevant
    expect(labels(smallest).filter((each) => /Guest|drink_tea/.test(each))).toEqual([])
    expect(labels(smallest)).toContain("take(Ada, Fur)")
  })

  test("who is left out is taken in again: somebody may stand in the way", () => {
    const { relevant } = reductions(withBystanders(4))
    const people = relevant.map((each) => new Set(labels(each).map((label) => /\((\w+)/.exec(label)![1])))
    expect(people.map((each) => [...each])).toEqual([
      ["Ada"],
      ["Ada", "Bo"],
      ["Ada", "Bo", "Guest0", "Guest1"],
    ])
    const guest = `${house.replace("author: 9", "author: 12")} entity Guest : character { at = Attic; wants "tea": tea(Guest); }`
    const plan = solved(world(guest)).story!.solution.plan
    expect(plan).toContain("walk(Guest, Attic, Stairs)")
  })

  test("what makes somebody willing, though the author has no use for it", () => {
    const problem =
      world(`property paid() : boolean; property open() : boolean; property wet(who : character) : boolean;
      entity Tom, Una, Vic : character;
      action pay() { effect: paid(); consenting: Tom; }
      action unlock() { precondition: !open(); effect: open(); consenting: Una; }
      action bathe(Vic) { effect: wet(Vic); consenting: Vic; }
      utility(): open(); utility(Una): open() & paid(); utility(Tom): open(); utility(Vic): wet(Vic);`)
    expect(labels(reductions(problem).relevant[0])).toEqual(["pay()", "unlock()"])
    expect(solved(problem).story?.solution.plan).toEqual(["pay()", "unlock()"])
  })

  test("what lets somebody know, where the wish is that they do", () => {
    const problem = world(`open property secret() : boolean; property rich(who : character) : boolean;
      entity Ann, Ben, Cay : character;
      secret(); believes(Ann, secret()) = ?;
      action tell(Ben, Ann) { effect: believes(Ann, secret()) = secret(); consenting: Ben; }
      action earn(Cay) { effect: rich(Cay); consenting: Cay; }
      utility(): knows(Ann, secret()); utility(Ben): knows(Ann, secret()); utility(Cay): rich(Cay);`)
    expect(labels(reductions(problem).relevant[0])).toEqual(["tell(Ben, Ann)"])
  })
})

describe("who can be left out:", () => {
  const captives = (names: string): string => `limits { author: 8; character: 4; belief: 1; }
    type captive : character;
    property bound(who : captive) : boolean; property fed(who : captive) : boolean; property free(who : captive) : boolean;
    property told(who : captive) : boolean;
    entity Guard : character { wants "them gone": sum(c : captive) (if(free(c)) 1 else 0); }
    entity ${names} : captive;
    forall(c : captive) bound(c);
    action feed(Guard, who : captive) { precondition: !fed(who); effect: fed(who); consenting: Guard; }
    action talk(Guard, who : captive) { precondition: fed(who) & !told(who); effect: told(who); consenting: Guard; }
    action untie(Guard, who : captive) { precondition: told(who) & bound(who); effect: !bound(who); consenting: Guard; }
    action let_go(Guard, who : captive) { precondition: !bound(who); effect: free(who); consenting: Guard; }
    utility(): exists(c : captive) free(c);`

  test("all but one of many who would do as well", () => {
    const { relevant } = reductions(world(captives("Ida, Jan, Kit, Lea, Mia")))
    const one = ["feed(Guard, Ida)", "talk(Guard, Ida)", "untie(Guard, Ida)", "let_go(Guard, Ida)"]
    expect(labels(relevant[0])).toEqual(one)
  })

  test("nobody whom a wish names", () => {
    const wanted = `${captives("Ida, Jan, Kit, Lea, Mia")} entity Friend : character { wants "her back": free(Kit); }`
    expect(labels(reductions(world(wanted)).relevant[0])).toContain("untie(Guard, Kit)")
  })

  test("nobody without whom the goal is out of reach", () => {
    const both = captives("Ida, Jan").replace("exists(c : captive)", "forall(c : captive)")
    expect(reductions(world(both))).toEqual({ cast: null, relevant: [] })
  })

  test("where they count for a number, they are left out by a member that has less time", () => {
    const counted = `${captives("Ida, Jan, Kit")} property gone() : number;`
      .replace("effect: free(who);", "effect: free(who) & gone() = gone() + 1;")
      .replace(/utility\(\): ([^;]*);/, "utility(): gone() > 0 & ($1);")
    const { cast, relevant } = reductions(world(counted))
    expect(relevant).toEqual([])
    expect(labels(cast!).length).toBe(4)
  })
})

test("what is found in a smaller world is judged in the whole one, after what has happened there, too", () => {
  const problem = withBystanders(4)
  const past = ["walk(Guest0, Hall, Garden)"]
  const { story } = solved(problem, { past })
  expect(story).not.toBeNull()
  const limits = { author: 9, character: 6, belief: 1 }
  expect(verify(problem, story!.solution, { limits, past }).verdict).toBe("valid")
})
