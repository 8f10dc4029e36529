/**
 * Small worlds, each about one corner of the definitions: which stories they have, and what people believe in
 * them.
 */
import { verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { hasShared, readShared, world } from "./worlds.js"

const wide = { author: 5, character: 5, belief: 2 }

function probe(name: string): string {
  return readShared(`conformance/probes/${name}.txt`)
}

/** Acts without parameters are written as words: `a1 b1`. */
function acts(words: string): readonly string[] {
  return words.split(/ (?![^(]*\))/).map((each) => (each.includes("(") ? each : `${each}()`))
}

function verdictOf(problem: Problem, words: string, limits = wide): string {
  const { verdict, breaches } = verify(problem, { plan: acts(words), explanations: [] }, { limits })
  return [
    verdict,
    ...breaches.map((each) => `${each.act} ${each.character ?? "author"} ${each.definition}`),
  ].join("; ")
}

describe.skipIf(!hasShared)("stories of small worlds (skipped where the probes are absent)", () => {
  test.each([
    ["x_author", "a1 fate", "invalid; 1 A D22", "nobody counts on an accident"],
    ["x_author2", "fate a1", "valid", "an accident may come first"],
    ["x_joint", "give", "invalid; 1 B D22", "who loses by a joint act does not consent"],
    ["x_joint2", "give", "valid", "the first act needs no reason for others in one's own mind"],
    ["x_joint3", "prep give", "invalid; 1 A D22", "the second act does"],
    ["x_joint4", "prep give", "invalid; 1 A D22", "the second act does, whatever the author could have done"],
    ["x_other", "a1 b1", "valid", "others' acts may stand in a plan"],
    ["m_expl", "prank hit", "valid", "an accident that gives somebody a reason is not idle"],
    ["m_expl", "hit", "invalid; 1 A D22", "without it nobody has a reason"],
    ["m_lower", "x z", "valid", "the better end"],
    ["m_lower", "x y z", "valid", "a shortcut to a higher utility does not disqualify"],
    ["m_repeat", "go(A, R2) flip go(A, R1) report", "valid", "coming back to a place is no idle step"],
    ["m_wander", "wander win", "invalid; 1 A D22", "wandering is idle"],
    ["m_wander2", "wander win", "valid", "wandering is needed"],
    ["hmaxloss", "x", "valid", "a plan may pass through a state better than its end"],
    ["ownrule", "x", "invalid; 1 A D22", "but not by an act of one's own that loses"],
    ["u_unk1", "a1", "invalid; 1 A D22", "an unknown utility is not improved upon (Δ3)"],
    ["u_unk2", "a1", "invalid; 1 A D22", "to become unknown is no improvement (Δ3)"],
    ["u_unk3", "a1", "invalid; 1 A D22", "no change is no improvement"],
  ])("%s: %s is %s: %s", (name, words, expected) => {
    expect(verdictOf(world(probe(name)), words)).toBe(expected)
  })

  test.each([
    ["ctl1", "a a a a", { author: 4, character: 4, belief: 2 }, "valid"],
    ["ctl1", "a a a a", { author: 4, character: 3, belief: 2 }, "invalid; 1 A D22"],
    ["ctl1", "a a a a", { author: 3, character: 4, belief: 2 }, "invalid; 0 author D24 S1"],
    ["ctl2", "a1 a2 b1 b2 b3", { author: 5, character: 5, belief: 2 }, "valid"],
    ["ctl2", "a1 a2 b1 b2 b3", { author: 5, character: 4, belief: 2 }, "invalid; 1 A D22"],
    ["el1", "a1 b1 b2", { author: 3, character: 3, belief: 1 }, "invalid; 1 A D22"],
    ["el1", "a1 b1 b2", { author: 3, character: 3, belief: 2 }, "valid"],
    ["el2", "a1 b1", { author: 2, character: 2, belief: 1 }, "valid"],
    ["el2", "a1 b1", { author: 2, character: 2, belief: 0 }, "invalid; 1 A D22"],
    ["leak", "a1 a2 b1", { author: 3, character: 4, belief: 2 }, "invalid; 1 A D22"],
    ["leak_noalt", "a1 a2 b1", { author: 3, character: 4, belief: 2 }, "invalid; 1 A D22"],
    ["leak", "a1 a2 b1", { author: 3, character: 5, belief: 2 }, "valid"],
  ])("%s: %s within %o is %s", (name, words, limits, expected) => {
    expect(verdictOf(world(probe(name)), words, limits)).toBe(expected)
  })
})

/**
 * Whether a condition holds after some acts: it is what the author wants, and everybody consents to
 * everything.
 */
function holds(text: string, words: string, condition: string): boolean {
  const problem = world(`${text}\nutility(): if(${condition}) 1 else 0;`)
  const { breaches } = verify(problem, { plan: acts(words), explanations: [] }, { limits: wide, goal: 1 })
  expect(breaches.filter((each) => each.definition === "D17")).toEqual([])
  return !breaches.some((each) => each.definition === "D24 S6")
}

describe.skipIf(!hasShared)(
  "what people believe in small worlds (skipped where the probes are absent)",
  () => {
    test.each([
      [
        "b_surprise",
        "take(B)",
        "believes(A, at(Key)) == B & believes(A, !full(Box))",
        "a witness learns what made the act possible",
      ],
      [
        "b_surprise",
        "take(B)",
        "believes(A, believes(B, at(Key))) == B",
        "and puts their picture of the doer right",
      ],
      [
        "b_surprise",
        "take(B)",
        "believes(C, at(Key)) == Box & believes(C, full(Box))",
        "who sees nothing keeps the old picture",
      ],
      [
        "b_surprise2",
        "f",
        "believes(A, at(Key)) == ? & believes(A, n()) == ?",
        "inequalities only become unknown (Δ1: and stay so)",
      ],
      [
        "b_surprise3",
        "f",
        "believes(A, n()) == 6 & believes(A, k()) == 6",
        "an equality is learnt, then the act happens (Δ1)",
      ],
      [
        "b_surprise4",
        "f",
        "believes(A, n()) == 6 & believes(A, k()) == 6",
        "whatever else is mentioned in the world (Δ1)",
      ],
      ["b_disj", "f", "believes(A, p()) & believes(A, q())", "every true alternative is learnt"],
      ["b_disj2", "f", "believes(A, !p()) & believes(A, q())", "but nothing if one was believed"],
      ["b_explicit", "tell(A, B)", "believes(B, p()) & believes(C, !p())", "a told belief is the listener's"],
      [
        "b_explicit",
        "tell(A, B)",
        "believes(A, believes(B, p())) & believes(C, believes(B, !p()))",
        "and known to those who saw it told",
      ],
      ["b_explicit2", "tell", "believes(B, k()) == 101", "a value inside a belief is read in that mind"],
      ["b_explicit2", "tell", "believes(B, n()) == 20", "a value outside is read in the world"],
      ["b_lie", "lie", "believes(B, p()) & believes(A, !p())", "the liar knows better"],
      [
        "b_lie",
        "lie",
        "believes(A, believes(B, p())) & believes(B, believes(A, !p()))",
        "the liar knows it worked; the dupe does not know who else believes it",
      ],
      ["b_lie", "lie", "believes(B, believes(B, p()))", "the dupe notices their own new belief"],
      [
        "b_contra",
        "f",
        "p() & believes(B, !p())",
        "what an act says about a mind comes after what is seen (Δ1)",
      ],
      ["b_contra2", "f", "p() & believes(B, !p())", "wherever it is mentioned (Δ1)"],
      ["b_contra3", "f", "p() & believes(B, !p())", "and whichever value is smaller (Δ1)"],
      ["b_contra4", "f", "!p() & believes(B, p())", "and the other way round (Δ1)"],
      [
        "b_trigbelief",
        "setp",
        "r() & believes(A, !r()) & believes(B, r())",
        "a trigger is noticed by who believes its condition",
      ],
      [
        "b_trigfalsebelief",
        "setq",
        "!r() & believes(A, r()) & believes(A, p())",
        "a false belief has its consequences from the start",
      ],
      [
        "b_trig",
        "move(A, R2)",
        "believes(B, at(A)) == R1 & believes(A, at(A)) == R2",
        "an unseen move stays unseen",
      ],
      [
        "b_trig",
        "move(A, R2) move(B, R2)",
        "believes(B, at(A)) == R2 & believes(A, at(B)) == R2",
        "until they meet",
      ],
      [
        "x_trigobs",
        "f",
        "believes(A, q()) & !(believes(B, q())) & believes(C, q())",
        "or the trigger says so",
      ],
      [
        "x_obsbelief",
        "f",
        "believes(A, believes(B, p())) & believes(B, !p()) & believes(C, p())",
        "who saw it is judged in the holder's mind",
      ],
      [
        "x_sharedpre",
        "f",
        "!rich() & believes(A, n()) == ? & believes(A, rich())",
        "an act is read as the mind now sees the world",
      ],
      ["i_nested", "nothing", "believes(B, believes(A, p()))", "B thinks that A shares B's own beliefs"],
      [
        "i_self",
        "nothing",
        "believes(A, n()) == 3 & believes(A, believes(A, n())) == 9",
        "a mind may be wrong about itself",
      ],
    ])("%s after %s: %s: %s", (name, words, condition) => {
      expect(holds(`${probe(name)}\naction nothing() {};`, words, condition)).toBe(true)
    })
  },
)

test("a cycle of triggers is none if it only seems one where minds end", () => {
  const problem =
    world(`entity A : character; property p() : boolean; property g() : boolean; property q() : boolean; property k() : boolean; g(); k();
    action a() { effect: q(); };
    trigger t0() { precondition: !q() & !p(); effect: p(); };
    trigger t1() { precondition: believes(A, p()) & g(); effect: !g(); };
    trigger t2() { precondition: q(); effect: k(); };
    trigger t3() { precondition: g() & k(); effect: !k(); };
    utility(): q();`)
  expect(verdictOf(problem, "a")).toBe("valid")
})
