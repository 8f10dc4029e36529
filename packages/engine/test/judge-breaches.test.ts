/** What the judge says of stories that do not hold: the definition, the act, the person, and one sentence. */
import { limitsOf, verify } from "@dramaturg/engine"
import { readCertificate } from "@dramaturg/language"
import { describe, expect, test } from "vitest"
import { world } from "./worlds.js"

const market = world(`
  type place; entity Home : place; entity Market : place;
  entity Tom : character; entity Ann : character;
  property at(c : character) : place; property fed(c : character) : boolean; property wet() : boolean; property rich(c : character) : boolean;
  at(Tom) = Home; at(Ann) = Market;
  action walk(c : character, to : place) { precondition: at(c) != to; effect: at(c) = to; consenting: c; };
  action share(a : character, b : character) { precondition: a != b & at(a) == at(b); effect: fed(a) & fed(b); consenting: a, b; };
  action rob(a : character, b : character) { precondition: a != b & at(a) == at(b); effect: rich(a) & !fed(b); consenting: a, b; };
  action rain() { effect: wet(); };
  utility(): if(fed(Tom)) (if(wet()) 2 else 1) else 0;
  utility(Tom): if(rich(Tom)) 2 elseif(fed(Tom)) 1 else 0; utility(Ann): fed(Ann);
`)

const limits = { author: 4, character: 4, belief: 2 }

function judged(
  story: string,
  options: { readonly goal?: number; readonly limits?: typeof limits } = {},
): readonly string[] {
  const { solution, diagnostics } = readCertificate(story, market)
  expect(diagnostics).toEqual([])
  const { verdict, breaches } = verify(market, solution!, { limits, ...options })
  return [
    verdict,
    ...breaches.map(
      ({ act, character, definition, message }) =>
        `${act} ${character ?? "author"} ${definition}: ${message}`,
    ),
  ]
}

const walk = "walk(Tom, Market)\n| share(Tom, Ann)\n| | goal(Ann)\n| goal(Tom)\n"
const share = "share(Tom, Ann)\n| goal(Tom)\n| goal(Ann)\n"

describe("the judge", () => {
  test("accepts a story with good reasons", () => {
    expect(judged(walk + share)).toEqual(["valid"])
  })

  test("accepts it within the limits that the certificate itself keeps", () => {
    const { solution } = readCertificate(walk + share, market)
    expect(limitsOf(solution!)).toEqual({ author: 2, character: 2, belief: 2 })
    expect(judged(walk + share, { limits: limitsOf(solution!) })).toEqual(["valid"])
  })

  test.each([
    ["an act that is not possible", share, ["1 author D17: share(Tom, Ann) is not possible at this point."]],
    [
      "an act that never is",
      `${walk}share(Tom, Tom)\n`,
      ["2 author D17: share(Tom, Tom) can never happen in this world."],
    ],
    [
      "a plan whose acts are not possible",
      walk.replace("share(Tom, Ann)", "walk(Tom, Market)").replace("| | goal(Ann)\n", "") + share,
      ["1 Tom D22: Tom plans walk(Tom, Market), which would not be possible then."],
    ],
    [
      "a plan that gains nothing",
      `walk(Tom, Market)\n| goal(Tom)\n${share}`,
      ["1 Tom D22 M2: Tom would gain nothing by this plan (0 before, 0 after)."],
    ],
    [
      "a plan that counts on an accident",
      walk.replace("| share", "| rain()\n| share") + share,
      [
        "1 Tom D22 M3: Nobody plans on what nobody does: rain() has nobody who consents to it. Give it a doer, or make it a trigger.",
      ],
    ],
    [
      "a plan in which another would lose",
      `${walk.replace("share(Tom, Ann)", "rob(Tom, Ann)")}${share}`,
      [
        "1 Tom D22 M2: In what Tom has in mind, at rob(Tom, Ann): Ann would gain nothing by this plan (0 before, 0 after).",
      ],
    ],
    [
      "a plan that goes on when all is well",
      walk.replace("| goal(Tom)", "| walk(Tom, Home)\n| goal(Tom)") + share,
      ["1 Tom D22 M4: Tom would have everything already before walk(Tom, Home)."],
    ],
    [
      "a plan with an idle act",
      walk.replace("| share", "| walk(Tom, Home)\n| walk(Tom, Market)\n| share") + share,
      [
        "1 Tom D22 M5: Tom's plan does not need walk(Tom, Market): walk(Tom, Market), share(Tom, Ann) would do.",
      ],
    ],
    [
      "an idle act",
      `${walk}${share}rain()\nwalk(Tom, Home)\n| goal(Tom)\n`,
      [
        "3 author D24 S5: The story could end here: what follows rain() makes nothing better for the author.",
        "4 Tom D22 M2: Tom would gain nothing by this plan (1 before, 1 after).",
      ],
    ],
    [
      "a story that is worth nothing",
      walk,
      ["0 author D24 S3: The story ends no better for the author than it began (0, then 0)."],
    ],
  ])("says what is wrong with %s", (_, story, breaches) => {
    expect(judged(story)).toEqual(["invalid", ...breaches])
  })

  test("says when a story is too long, or not good enough", () => {
    expect(judged(walk + share, { limits: { ...limits, author: 1 } })).toEqual([
      "invalid",
      "0 author D24 S1: The story has 2 acts; the author limit is 1.",
    ])
    expect(judged(walk + share, { goal: 2 })).toEqual([
      "invalid",
      "0 author D24 S6: The story ends at 1; the goal is 2.",
    ])
  })

  test("says when an explanation is too long or too deep, unless there is another", () => {
    expect(judged(walk + share, { limits: { ...limits, character: 1 } })).toEqual([
      "invalid",
      "1 Tom D22 M1: Tom's plan takes 2 acts, but the character limit leaves 1.",
    ])
    expect(judged(walk + share, { limits: { ...limits, belief: 0 } })).toEqual([
      "invalid",
      "1 Tom D22 M1: Tom would plan 2 acts ahead, deeper in minds than the belief limit 0 allows.",
    ])
  })

  test("looks for reasons that are not given", () => {
    expect(judged("walk(Tom, Market)\nshare(Tom, Ann)")).toEqual(["valid"])
    expect(judged("walk(Ann, Home)\nwalk(Tom, Market)\nwalk(Ann, Market)\nshare(Tom, Ann)")[0]).toBe(
      "invalid",
    )
  })

  test("takes no reasons from people who are not asked", () => {
    const solution = { plan: ["walk(Tom, Market)", "share(Tom, Ann)"], explanations: [{ Ann: [] }, {}] }
    expect(verify(market, solution, { limits }).breaches).toEqual([
      {
        act: 1,
        character: null,
        definition: "D28",
        message: "A reason is given for Ann, whose reason for walk(Tom, Market) is not asked.",
      },
    ])
  })

  test("names the limit when it gives up", () => {
    const { verdict, breaches } = verify(
      market,
      { plan: ["walk(Tom, Market)", "share(Tom, Ann)"], explanations: [] },
      { limits, effort: 3 },
    )
    expect([
      verdict,
      ...breaches.map((each) => `${each.act} ${each.character} ${each.definition} ${each.limit}`),
    ]).toEqual(["undecided", "1 Tom D22 effort", "0 null D24 S4 effort"])
  })
})

const lamp = `
  entity Tom : character; entity Ann : character; property on() : boolean; property lit() : boolean; property seen() : boolean;
  trigger light() { precondition: on() & !lit(); effect: lit(); };
  trigger dark() { precondition: on() & lit(); effect: !lit(); };
  action press() { effect: on(); };
  action look() { effect: seen(); };
  utility(): seen();
`

describe("the judge and triggers", () => {
  test("takes an act that sets off an endless run of triggers for impossible (Δ8)", () => {
    const { breaches } = verify(world(lamp), { plan: ["press()"], explanations: [] }, { limits })
    expect(breaches.map((each) => `${each.act} ${each.definition}: ${each.message}`)).toEqual([
      "1 D17: press() is not possible at this point.",
    ])
  })

  test("lets a trigger rest that would change nothing (Δ8)", () => {
    const text =
      "entity A : character; entity B : character; property p() : boolean; property q() : boolean; action a() { effect: p(); }; trigger t() { precondition: p(); effect: q(); }; utility(): q();"
    expect(verify(world(text), { plan: ["a()"], explanations: [] }, { limits }).verdict).toBe("valid")
  })

  test("answers at any depth, or says that it depends on more than 24 levels", () => {
    const text =
      "entity A : character; entity B : character; property p() : boolean; property q() : boolean; action a() { effect: q(); consenting: A; observing(c : character): c == A; }; trigger t() { precondition: believes(A, p()) & !p(); effect: p(); }; utility(): q(); utility(A): q();"
    expect(verify(world(text), { plan: ["a()"], explanations: [] }, { limits }).verdict).toBe("valid")
  })
})
