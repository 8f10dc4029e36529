/** How minds move: small worlds, an act, and what everybody then believes. */
import { expect, test } from "vitest"
import { evaluate } from "../src/belief/evaluate.js"
import { RowSet } from "../src/belief/int-map.js"
import { Progression } from "../src/belief/progression.js"
import { initialState } from "../src/belief/initial.js"
import { StateSpace } from "../src/belief/space.js"
import { BEYOND } from "../src/task/values.js"
import { ground } from "../src/ground/ground.js"
import { printValue } from "@dramaturg/model"
import { world } from "./worlds.js"

/**
 * Reads `A.B p()` (what A believes that B believes of p()) after some acts. Watched fluents are kept by the
 * author's utility.
 */
function after(text: string, acts: readonly string[], ...questions: readonly string[]): string {
  const watched = questions.map((each) => each.split(" ").pop()!)
  const keep = `utility(): ${[...new Set(watched)].map((each) => `(if(${each} == ?) 1 else 0)`).join(" + ")};`
  const { task } = ground(world(text + keep))
  const progression = new Progression(new StateSpace(task))
  let state = initialState(progression, 4)
  for (const act of acts)
    state = progression.happen(
      state,
      task.actions.findIndex((each) => each.label === act),
    )
  return questions.map((each) => `${each} = ${read(progression, state, each)}`).join(", ")
}

function read(progression: Progression, state: number, question: string): string {
  const { space } = progression
  const [chain, label] = question.includes(" ") ? question.split(" ") : ["", question]
  let mind = state
  for (const name of chain.split(".").filter(Boolean))
    mind = space.belief(mind, space.task.characters.indexOf(name))
  const fluent = space.task.fluents.findIndex((each) => each.reference.label === label)
  return fluent < 0 ? "constant" : printValue(space.task.values.valueOf(space.valueOf(mind, fluent)))
}

const people = "entity A : character; entity B : character; entity C : character;"

test("an act that nobody sees changes nobody's mind, and no mind's identity", () => {
  const text = `${people} property p() : boolean; action f() { effect: p(); consenting: A; observing(c : character): c == A; };`
  expect(after(text, ["f()"], "p()", "A p()", "B p()", "A.B p()", "B.A p()")).toBe(
    "p() = True, A p() = True, B p() = False, A.B p() = False, B.A p() = False",
  )
})

test("a surprise repairs equalities to the truth, in the observer and in their picture of others", () => {
  const text = `type thing; type loc; type character : loc; entity Box : loc; entity Shelf : loc; entity Key : thing; ${people}
    property at(t : thing) : loc; property full(l : loc) : boolean;
    at(Key) = Box; full(Box); believes(A, at(Key) = Shelf); believes(A, !full(Box));
    action take(x : character) { precondition: at(Key) == Box & full(Box); effect: at(Key) = x & !full(Box); consenting: x; observing(c : character): c != C; };
    action put() { effect: at(Key) = Shelf; };`
  expect(
    after(text, ["take(B)"], "A at(Key)", "A full(Box)", "A.B at(Key)", "C at(Key)", "C full(Box)"),
  ).toBe("A at(Key) = B, A full(Box) = False, A.B at(Key) = B, C at(Key) = Box, C full(Box) = True")
})

test("a surprise leaves what an inequality speaks of unknown", () => {
  const text = `type loc; entity Box : loc; entity Shelf : loc; ${people} property key() : loc; property n() : number; key() = Box; n() = 5;
    believes(A, n() = 1); believes(A, key() = Shelf);
    action f() { precondition: n() > 3 & key() != Shelf; effect: n() = n() - 2; consenting: B; };
    action mv() { effect: key() = Shelf; };`
  expect(after(text, ["f()"], "n()", "A n()", "A key()", "A.A key()", "B key()")).toBe(
    "n() = 3, A n() = ?, A key() = ?, A.A key() = ?, B key() = Box",
  )
})

test("Δ1: belief has one copy, whatever other acts ask about it (the reference answers 2 here, and 6 without the other act)", () => {
  const text = `${people} property n() : number; property k() : number; property m() : number; n() = 5; k() = 5; believes(A, n() = 1);
    action f() { precondition: n() == k(); effect: n() = n() + 1 & k() = k() + 1; consenting: B; };
    action chk() { precondition: believes(A, n()) > 100; effect: m() = 1; };`
  expect(after(text, ["f()"], "A n()", "A k()")).toBe("A n() = 6, A k() = 6")
})

test("Δ1: an explicit belief that contradicts what is seen comes after it", () => {
  const text = `${people} property p() : boolean; action f() { effect: p() & !believes(B, p()); consenting: A; };`
  expect(after(text, ["f()"], "p()", "A p()", "B p()", "B.B p()", "A.B p()")).toBe(
    "p() = True, A p() = True, B p() = False, B.B p() = False, A.B p() = False",
  )
})

test("all true disjuncts are learnt, but nothing where one was believed already", () => {
  const text = `${people} property p() : boolean; property q() : boolean; property s() : boolean; p(); q(); believes(A, !p()); believes(A, !q()); believes(B, !p());
    action f() { precondition: p() | q(); effect: s(); consenting: C; };  action np() { effect: !p() & !q(); consenting: B; };`
  expect(after(text, ["f()"], "A p()", "A q()", "B p()", "B q()")).toBe(
    "A p() = True, A q() = True, B p() = False, B q() = True",
  )
})

test("a lie: the hearer believes it, the liar knows better, the hearer's picture of the liar stays", () => {
  const text = `${people} property p() : boolean; action sp() { effect: p(); };
    action lie() { precondition: !p(); effect: believes(B, p()); consenting: A; observing(c : character): c == A | c == B; };`
  expect(after(text, ["lie()"], "B p()", "A p()", "A.B p()", "B.A p()", "B.B p()")).toBe(
    "B p() = True, A p() = False, A.B p() = True, B.A p() = False, B.B p() = True",
  )
})

test("who saw it is judged in the holder's mind", () => {
  const text = `type room; entity X : room; entity Y : room; ${people} property at(c : character) : room; property p() : boolean;
    at(A) = X; at(B) = Y; at(C) = X; believes(A, at(B) = X);
    action f() { effect: p(); consenting: A; observing(c : character): at(c) == at(A); };
    action mv(c : character, r : room) { effect: at(c) = r; consenting: c; };`
  expect(after(text, ["f()"], "B p()", "A.B p()", "C.B p()")).toBe(
    "B p() = False, A.B p() = True, C.B p() = False",
  )
})

test("a rule's consequence reaches those who believe its condition, and those it names", () => {
  const text = `${people} property p() : boolean; property q() : boolean; action np() { effect: !q(); consenting: A; };
    action f() { effect: p(); consenting: A; observing(c : character): c == A; };
    trigger t() { precondition: p() & !q(); effect: q() & believes(C, q()); };`
  expect(after(text, ["f()"], "q()", "A q()", "B q()", "C q()", "A.C q()")).toBe(
    "q() = True, A q() = True, B q() = False, C q() = True, A.C q() = True",
  )
})

test("a value inside `believes` is read in that mind, one outside it in the truth", () => {
  const text = `${people} property n() : number; property m() : number; property k() : number; n() = 10; m() = 20; believes(B, n() = 1); believes(B, m() = 2);
    action tell() { effect: believes(B, k() = n() + 100) & believes(B, n()) = m(); consenting: A; observing(c : character): c == A; };
    action s() { effect: n() = 1 & m() = 2 & k() = 3; };`
  expect(after(text, ["tell()"], "B k()", "B n()", "k()")).toBe("B k() = 101, B n() = 20, k() = 0")
})

test("without a statement B thinks that A shares B's own beliefs", () => {
  const text = `${people} property p() : boolean; property q() : boolean; p(); believes(A, !p()); believes(A, believes(A, q())); action f() { effect: !p() & !q(); consenting: A; };`
  expect(after(text, [], "A p()", "B.A p()", "A.B p()", "A q()", "A.A q()")).toBe(
    "A p() = False, B.A p() = True, A.B p() = False, A q() = False, A.A q() = True",
  )
})

test("all is read before anything is written; of two that hold, the later in the text wins", () => {
  const text = `${people} property n() : number; property m() : number; property a() : boolean; n() = 1; m() = 2; a();
    action swap() { effect: n() = m() & m() = n(); consenting: A; };
    action low() { effect: n() = 5 & (if(a()) n() = 2); consenting: A; }; action high() { effect: (if(a()) n() = 2) & n() = 5; consenting: A; };`
  expect(after(text, ["swap()"], "n()", "m()")).toBe("n() = 2, m() = 1")
  expect(after(text, ["low()"], "n()")).toBe("n() = 2")
  expect(after(text, ["high()"], "n()")).toBe("n() = 5")
})

test("what lies deeper than a state reaches is beyond, not false", () => {
  const { task } = ground(
    world(`${people} property p() : boolean; action f() { precondition: believes(A, believes(B, p())); effect: p(); consenting: A; };
    action g() { effect: believes(A, believes(B, p())); consenting: B; }; utility(): p();`),
  )
  const progression = new Progression(new StateSpace(task))
  const { precondition } = task.actions[0]
  expect(evaluate(progression.space, precondition, initialState(progression, 1))).toBe(BEYOND)
  expect(evaluate(progression.space, precondition, initialState(progression, 2))).not.toBe(BEYOND)
})

test("rows stay what they were when a wider number comes", () => {
  const set = new RowSet(2, Int8Array)
  const numbers = [-1, 0, 127, 128, -129, 32767, 32768, -32769, 2 ** 31 - 1]
  const rows = numbers.flatMap((a) => numbers.map((b) => Int32Array.of(a, b)))
  const ids = rows.map((each) => set.intern(each))
  expect(rows.map((each) => set.intern(each))).toEqual(ids)
  expect(ids.map((each) => [...set.rows.subarray(each * 2, each * 2 + 2)])).toEqual(
    rows.map((each) => [...each]),
  )
  expect(new Set(ids).size).toBe(rows.length)
})
