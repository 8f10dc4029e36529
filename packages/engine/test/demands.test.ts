/**
 * What the author demands (D35), on worlds so small that every story is found by hand: every list below is
 * worked out beside it. Search and judge are both held to the list: the judge is given every row of acts
 * there is, and must accept those listed and refuse all others.
 */
import { groundingNotes, verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { everyStory } from "./every-story.js"
import { drama } from "./worlds.js"

/** Nobody consents to anything here, so every run that ends well without an idle act is a story. */
const house = `type thing; type place; entity Cup, Jug : thing; entity Shelf, Floor : place;
  property broken(what : thing) : boolean; property wet() : boolean; property dark() : boolean;
  action crack(what : thing) { precondition: !broken(what); effect: broken(what); }
  action spill() { effect: wet(); }
  action dry() { precondition: wet(); effect: !wet(); }
  action dusk() { precondition: !dark(); effect: dark(); }
`
const acts = ["crack(Cup)", "crack(Jug)", "spill()", "dry()", "dusk()"]

/** Every row of up to so many of these acts. */
function rows(from: readonly string[], longest: number): readonly (readonly string[])[] {
  if (longest === 0) return [[]]
  const shorter = rows(from, longest - 1)
  return [
    ...shorter,
    ...shorter
      .filter((each) => each.length === longest - 1)
      .flatMap((each) => from.map((act) => [...each, act])),
  ]
}

function accepted(problem: Problem, from: readonly string[], author: number): readonly string[] {
  const limits = { author, character: 3, belief: 1 }
  const found = everyStory(problem, limits)
    .map(({ solution }) => solution.plan.join(" "))
    .sort()
  if (groundingNotes(problem).some((each) => each.severity === "error")) return found
  const judged = rows(from, author).filter(
    (plan) => plan.length > 0 && verify(problem, { plan, explanations: [] }, { limits }).verdict === "valid",
  )
  expect(judged.map((each) => each.join(" ")).sort()).toEqual(found)
  return found
}

const stories = (
  demands: string,
  { author = 3, besides = "", wish = "utility(): dark();", own = [] as readonly string[] } = {},
): readonly string[] =>
  accepted(drama(`${house}${besides}\n${wish}\nstory { ${demands} }`), [...acts, ...own], author)

/** Every way to put `act` into a row. */
const with_ = (act: string, ...row: readonly string[]): readonly string[] =>
  [
    ...new Set(
      Array.from({ length: row.length + 1 }, (_, i) => [...row.slice(0, i), act, ...row.slice(i)].join(" ")),
    ),
  ].sort()

describe("must", () => {
  test("without a demand it takes dusk and nothing else", () => {
    // u is dark(): 0 at the start, 1 after dusk. Whatever else happened could be left out (S4) or comes after
    // an end as good (S5).
    expect(stories("")).toEqual(["dusk()"])
  })

  test("an act", () => {
    // v is 1 where it is dark and the cup was cracked, else u(W0) = 0. It cannot be cracked twice. So both
    // acts, in either order.
    expect(stories("must: crack(Cup);")).toEqual(with_("dusk()", "crack(Cup)"))
  })

  test("an act of anything", () => {
    // One cup or jug is enough; a second would be idle.
    expect(stories("must: crack(?);")).toEqual(
      [...with_("dusk()", "crack(Cup)"), ...with_("dusk()", "crack(Jug)")].sort(),
    )
  })

  test("an act with some of its arguments", () => {
    // move(x, y) where x is not yet at y; both begin nowhere (`?`), so all four moves are possible at the
    // start.
    const besides = `property at(what : thing) : place; action move(what : thing, to : place) { precondition: at(what) != to; effect: at(what) = to; }`
    const own = ["move(Cup, Shelf)", "move(Cup, Floor)", "move(Jug, Shelf)", "move(Jug, Floor)"]
    const either = (...applicable: readonly string[]): readonly string[] =>
      applicable.flatMap((each) => with_("dusk()", each)).sort()
    expect(stories("must: move(Cup, ?);", { besides, own, author: 2 })).toEqual(
      either("move(Cup, Shelf)", "move(Cup, Floor)"),
    )
    expect(stories("must: move(?, Floor);", { besides, own, author: 2 })).toEqual(
      either("move(Cup, Floor)", "move(Jug, Floor)"),
    )
    expect(stories("must: move(Jug, Shelf);", { besides, own, author: 2 })).toEqual(
      either("move(Jug, Shelf)"),
    )
  })

  test("a condition, at any moment", () => {
    expect(stories("must: wet();")).toEqual(with_("dusk()", "spill()"))
    // Wet at some moment, and not at the end: spill, later dry, and dusk anywhere.
    expect(stories("must: wet(); ends: !wet();")).toEqual(with_("dusk()", "spill()", "dry()"))
    // It is not wet at the start, and the start is a moment.
    expect(stories("must: !wet();")).toEqual(["dusk()"])
    // Never both broken and wet at once without both happening.
    expect(stories("must: broken(Cup) & wet();")).toEqual(
      [...with_("dusk()", "spill()", "crack(Cup)"), ...with_("dusk()", "crack(Cup)", "spill()")].sort(),
    )
  })

  test("a condition on somebody's mind", () => {
    // Nobody sees the spill, so Ann has to be told; and what she is told needs not be so.
    const besides = `property known() : boolean; entity Ann : character; action hint() { effect: believes(Ann, known()); } action learn() { effect: known(); observing(c : character): c == ?; }`
    expect(
      stories("must: believes(Ann, known());", { besides, own: ["hint()", "learn()"], author: 2 }),
    ).toEqual(with_("dusk()", "hint()"))
  })

  test("a trigger, and one that changes nothing besides", () => {
    const soak = (start: string): string =>
      `property soaked() : boolean; ${start} trigger soak(what : thing) { precondition: wet() & broken(what); effect: soaked(); }`
    const both = [
      ...with_("dusk()", "spill()", "crack(Cup)"),
      ...with_("dusk()", "crack(Cup)", "spill()"),
    ].sort()
    expect(stories("must: soak(Cup);", { besides: soak("") })).toEqual(both)
    // Were it soaked already, the trigger would fire but for changing nothing: that counts (D35).
    expect(stories("must: soak(Cup);", { besides: soak("soaked();") })).toEqual(both)
    expect(stories("never: soak(Cup); must: soak(?);", { besides: soak("") })).toEqual(
      both.map((each) => each.replace("Cup", "Jug")).sort(),
    )
  })

  test("several at once", () => {
    // Three acts that have nothing to do with one another, in any of their six orders.
    expect(stories("must: crack(Cup); must: spill();")).toEqual(
      ["crack(Cup) spill()", "spill() crack(Cup)"]
        .flatMap((each) => with_("dusk()", ...each.split(" ")))
        .sort(),
    )
  })
})

describe("never", () => {
  const lamp = {
    besides: `action smash() { precondition: !dark(); effect: dark() & broken(Cup); } action storm() { precondition: !dark(); effect: dark() & wet(); }`,
    own: ["smash()", "storm()"],
    author: 2,
  }

  test("an act, a condition, and either of two", () => {
    expect(stories("", lamp)).toEqual(["dusk()", "smash()", "storm()"])
    expect(stories("never: dusk();", lamp)).toEqual(["smash()", "storm()"])
    // A cup that smash breaks is broken, though crack(Cup) did not happen.
    expect(stories("never: broken(Cup);", lamp)).toEqual(["dusk()", "storm()"])
    expect(stories("never: crack(?);", lamp)).toEqual(["dusk()", "smash()", "storm()"])
    expect(stories("never: broken(Cup); never: storm();", lamp)).toEqual(["dusk()"])
    // What was wet is dry at the end; it has been wet all the same.
    expect(stories("never: wet(); never: dusk(); never: smash(); ends: !wet();", lamp)).toEqual([])
  })

  test("a condition that holds at the start", () => {
    expect(stories("never: !wet();")).toEqual([])
    expect(stories("never: wet();", { besides: "wet();" })).toEqual([])
  })

  test("an act with some of its arguments", () => {
    const needed = { wish: "utility(): broken(Cup) | broken(Jug);" }
    expect(stories("never: crack(Cup);", needed)).toEqual(["crack(Jug)"])
    expect(stories("never: crack(?);", needed)).toEqual([])
  })
})

describe("order", () => {
  test("one act after another", () => {
    // Cup before Jug; dusk anywhere. The other order of the two is refused.
    expect(stories("first: crack(Cup) then: crack(Jug);")).toEqual(
      with_("dusk()", "crack(Cup)", "crack(Jug)"),
    )
  })

  test("the same act twice", () => {
    expect(stories("first: spill() then: spill();")).toEqual(with_("dusk()", "spill()", "spill()"))
  })

  test("two orders", () => {
    expect(
      stories("first: crack(Cup) then: crack(Jug); first: crack(Jug) then: spill();", { author: 4 }),
    ).toEqual(with_("dusk()", "crack(Cup)", "crack(Jug)", "spill()"))
    // Either order is fine by itself; both cannot be, for nothing cracks twice.
    expect(stories("first: crack(Cup) then: crack(Jug); first: crack(Jug) then: crack(Cup);")).toEqual([])
  })

  test("a condition after a condition: it must come later, and what held has to cease", () => {
    expect(stories("first: wet() then: dark();")).toEqual(["spill() dusk()"])
    // Both at one moment is no order.
    expect(
      stories("first: wet() then: dark();", {
        besides: "action storm() { precondition: !dark(); effect: dark() & wet(); }",
        own: ["storm()"],
      }),
    ).toEqual(["spill() dusk()", "spill() storm()"])
    // Wet, dry, wet again.
    expect(stories("first: wet() then: wet();", { author: 4 })).toEqual(
      with_("dusk()", "spill()", "dry()", "spill()"),
    )
    // Light to begin with: it fails from the first moment of being wet only after dusk, so it can never be
    // light anew.
    expect(stories("first: wet() then: !dark();")).toEqual([])
  })

  test("a condition after an act: the act itself may bring it", () => {
    // It fails right before spill and holds right after it.
    expect(stories("first: spill() then: wet();")).toEqual(with_("dusk()", "spill()"))
    // Where it is wet from the start, it has to be dry right before the spill, or some time after it. Of
    // three acts, only dry, spill.
    expect(stories("first: spill() then: wet();", { besides: "wet();" })).toEqual(
      with_("dusk()", "dry()", "spill()"),
    )
    // Dark already right before the crack: it would have to be light and dark again.
    expect(stories("first: crack(Cup) then: dark();")).toEqual(["crack(Cup) dusk()"])
  })

  test("an act after a condition: it must be a later one", () => {
    // The spill that makes it wet is not after its being wet.
    expect(stories("first: wet() then: spill();")).toEqual(with_("dusk()", "spill()", "spill()"))
    // A condition that holds at the start has come about then.
    expect(stories("first: !wet() then: spill();")).toEqual(with_("dusk()", "spill()"))
  })

  test("a trigger first, a trigger second", () => {
    const besides =
      "property soaked() : boolean; trigger soak() { precondition: wet() & !soaked(); effect: soaked(); }"
    expect(stories("first: soak() then: crack(Cup);", { besides })).toEqual(
      with_("dusk()", "spill()", "crack(Cup)"),
    )
    expect(stories("first: crack(Cup) then: soak();", { besides })).toEqual(
      with_("dusk()", "crack(Cup)", "spill()"),
    )
  })
})

describe("ends", () => {
  test("a condition at the end, whatever was before", () => {
    expect(stories("ends: wet();")).toEqual(with_("dusk()", "spill()"))
    expect(stories("ends: !wet();", { besides: "wet();" })).toEqual(with_("dusk()", "dry()"))
    expect(stories("ends: !dark();")).toEqual([])
    expect(stories("ends: broken(Cup); ends: wet();", { author: 3 })).toHaveLength(6)
  })
})

describe("what it is worth", () => {
  test("without a wish, to meet all demands is worth 1", () => {
    expect(stories("must: crack(Cup); ends: wet();", { wish: "", author: 2 })).toEqual([
      "crack(Cup) spill()",
      "spill() crack(Cup)",
    ])
    expect(stories("must: crack(Cup); ends: wet();", { wish: "", author: 1 })).toEqual([])
  })

  const coins =
    "property coins() : number; coins() = 2; action earn() { precondition: coins() < 3; effect: coins() = coins() + 1; } action lose() { precondition: coins() > 1; effect: coins() = coins() - 1; }"

  test("a number stays what it is where demands are met, and is that of the start elsewhere", () => {
    const problem = drama(`${house}${coins} utility(): coins(); story { must: spill(); }`)
    const found = everyStory(problem, { author: 2, character: 1, belief: 1 })
    expect(found.map(({ solution, utility }) => [solution.plan.join(" "), utility])).toEqual(
      expect.arrayContaining([
        ["earn() spill()", 3],
        ["spill() earn()", 3],
      ]),
    )
    expect(found).toHaveLength(2)
    // Before anything, and after coins alone have changed, it is worth 2: a loss does not make the way back a
    // gain.
    expect(
      stories("must: spill();", { besides: coins, own: ["earn()", "lose()"], wish: "utility(): coins();" }),
    ).toEqual(with_("earn()", "spill()"))
  })

  test("the start is worth what it is once triggers have come to rest", () => {
    // The gift makes it 2 before anything happens, so dusk (which gives nothing) and spill are no story; a
    // coin and a spill are.
    const gift =
      "property coins() : number; property given() : boolean; trigger gift() { precondition: !given(); effect: given() & coins() = 2; } action earn() { precondition: coins() < 3; effect: coins() = coins() + 1; }"
    expect(
      stories("must: spill();", { besides: gift, own: ["earn()"], wish: "utility(): coins();" }),
    ).toEqual(with_("earn()", "spill()"))
  })

  test.each([["must: spill();"], ["ends: wet();"]])(
    "from a start of which the worth is not known, nothing is better: %s",
    (demand) => {
      // D21: nothing is higher than what is unknown. It is not known whether it is dark.
      const unknown = "dark() = ?; action nightfall() { effect: dark(); }"
      expect(stories("", { besides: unknown, own: ["nightfall()"] })).toEqual([])
      expect(stories(demand, { besides: unknown, own: ["nightfall()"] })).toEqual([])
    },
  )
})

describe("minds", () => {
  // Ann consents to dusk because she wants the dark. What the author demands is no reason for her to crack a
  // cup, nor for anything else.
  const people = (wants: string): Problem =>
    drama(`property broken() : boolean; property dark() : boolean; entity Ann : character { wants: ${wants}; }
    action crack() { precondition: !broken(); effect: broken(); consenting: Ann; }
    action dusk() { precondition: !dark(); effect: dark(); consenting: Ann; }
    utility(): dark(); story { must: crack(); }`)

  test("give nobody a reason", () => {
    expect(accepted(people("dark()"), ["crack()", "dusk()"], 2)).toEqual([])
    expect(
      accepted(people("(if(dark()) 1 else 0) + (if(broken()) 1 else 0)"), ["crack()", "dusk()"], 2),
    ).toEqual(["crack() dusk()", "dusk() crack()"])
  })

  test("and stand in nobody's plan", () => {
    const [story] = everyStory(people("(if(dark()) 1 else 0) + (if(broken()) 1 else 0)"), {
      author: 2,
      character: 2,
      belief: 1,
    })
    expect(story.solution.explanations).toEqual([{ Ann: [] }, { Ann: [] }])
  })
})
