/**
 * What a surprise repairs must not depend on what grounding found out, and what minds hold not on how deep
 * states are.
 */
import { startSearch, verify } from "@dramaturg/engine"
import { expect, test } from "vitest"
import { world } from "./worlds.js"

const head =
  "type place; entity P : place; entity Q : place; entity R : place; entity A : character; entity B : character; property won() : boolean;"
const limits = { author: 3, character: 1, belief: 0 }

/** The story found, which the judge has accepted, or how the search ended. */
function story(text: string, options = limits): string {
  const search = startSearch(world(head + text), { limits: options })
  while (search.status === "searching") search.step(1000)
  if (search.story === null) return search.status
  expect(verify(search.task.problem, search.story.solution, { limits: options }).verdict).toBe("valid")
  return search.story.solution.plan.join(" ")
}

const win = (condition: string): string =>
  `action win() { precondition: ${condition}; effect: won(); }; utility(): won();`

test("a fluent that never changes is still one side of a comparison, and the other side is settled", () => {
  expect(
    story(`property home(c : character) : place; property at(c : character) : place; home(A) = P; home(B) = P; at(A) = R; at(B) = Q; believes(A, at(B) = P);
      action roam(x : character) { precondition: home(x) != at(x); effect: True; }; ${win("believes(A, at(B) == Q)")}`),
  ).toBe("roam(B) win()")
})

test("without variables only the number on the left is repaired, even if it never changes", () => {
  expect(
    story(`property n() : number; property k() : number; n() = 3; k() = 3; believes(A, k() = 1);
      action act() { precondition: n() == k(); effect: True; }; ${win("believes(A, k() == 3)")}`),
  ).toBe("exhausted")
})

const learn = (
  condition: string,
): string => `property k() : number; property p() : boolean; property q() : boolean; k() = 3; p(); q(); believes(A, !p()); believes(A, !q());
  action act() { precondition: ${condition}; effect: True; }; ${win("believes(A, p())")}`

test("each part of a disjunction that holds is learnt, also beside one that always does", () => {
  expect(story(learn("(k() == 3 | p()) & q()"))).toBe("act() win()")
})

test("the condition of a conditional is learnt, also where both branches are the same", () => {
  expect(story(learn("if(p()) q() else q()"))).toBe("act() win()")
})

const numbers = "property n(c : character) : number; property k(c : character) : number;"

test("a number that never differs can become unknown through the other side of a comparison", () => {
  expect(
    story(
      `${numbers} n(B) = 5; believes(A, n(B) = 1); k(B) = 3; action act(c : character) { precondition: n(c) > k(c); effect: True; }; ${win("believes(A, k(B) == ?)")}`,
    ),
  ).toBe("act(B) win()")
})

test("equalities are repaired before the rest, in whatever order they are written", () => {
  const both = ["n(c) > 2 & n(c) == k(c)", "n(c) == k(c) & n(c) > 2"]
  const stories = both.map((each) =>
    story(
      `${numbers} n(B) = 5; k(B) = 5; believes(A, n(B) = 1); believes(A, k(B) = 1); action act(c : character) { precondition: ${each}; effect: True; }; ${win("believes(A, n(B) == ?)")}`,
    ),
  )
  expect(stories).toEqual(["act(B) win()", "act(B) win()"])
})

test("rules that look into minds do not look endless because a state ends", () => {
  expect(
    story(`property f() : boolean; property g() : boolean; property q() : boolean; g(); action mk() { effect: q(); }; action off() { effect: !g(); }; action off2() { effect: !f(); };
      trigger t1() { precondition: believes(A, q()); effect: f(); }; trigger t2() { precondition: g(); effect: f(); }; ${win("f()")}`),
  ).toBe("win()")
})

test("the goal is known even where the start's utility asks for deep minds", () => {
  const rule = (i: number): string =>
    `property a${i}() : boolean; trigger t${i}() { precondition: believes(A, a${i - 1}()) & !a${i}(); effect: a${i}(); };`
  expect(
    story(
      `property a0() : boolean; ${[1, 2, 3, 4].map(rule).join(" ")} action mk() { effect: a0(); }; utility(): a4();`,
    ),
  ).toBe("mk()")
})

test("rounds end when there is nothing left to widen", () => {
  const text = `property q() : boolean; action f() { precondition: !q(); effect: q(); consenting: A; }; action g() { precondition: q(); effect: won(); consenting: B; };
    utility(): won(); utility(A): won();`
  const search = startSearch(world(head + text), { limits: { author: 3, character: 3 }, maxVisited: 10_000 })
  while (search.status === "searching") search.step(1000)
  expect(search.status).toBe("exhausted")
})

test("what contradicts is a matter of the text, for search and judge alike", () => {
  const at = "property x() : place; property p() : boolean; p(); action q() { effect: !p(); };"
  expect(story(`${at} action f() { effect: x() = P & x() = (if(p()) Q else P); }; ${win("x() == Q")}`)).toBe(
    "f() win()",
  )
  expect(
    story(
      `${at} property a() : boolean; a(); action f() { effect: (if(a()) x() = P) & x() = Q; }; ${win("x() == Q")}`,
    ),
  ).toBe("f() win()")
})
