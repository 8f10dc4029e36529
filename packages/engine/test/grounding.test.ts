/** Templates to ground events: what is kept, what is dropped, what the author is told. */
import { describe, expect, test } from "vitest"
import { ground } from "../src/ground/ground.js"
import { groundingNotes } from "../src/search/notes.js"
import { hasShared, readShared, sharedWorld, world } from "./worlds.js"

const actions = (text: string): readonly string[] =>
  ground(world(text)).task.actions.map((each) => each.label)
/** These worlds are about grounding; most have no wish that could come true. */
const notes = (text: string): readonly string[] =>
  groundingNotes(world(text))
    .filter((each) => each.code !== "goal-out-of-reach")
    .map((each) => `${each.severity} ${each.code} ${each.span.line}:${each.span.column}`)
const people = "entity A : character; entity B : character;"

describe.skipIf(!hasShared)("the published problems (skipped where they are absent)", () => {
  test("have as many ground actions as the reference, on all eleven that it reports", () => {
    const reported = readShared("benchmarks/peer-first-plans.txt").split("== ").slice(1)
    const counts = new Map(
      reported.map((each) => [each.split(" ")[0], Number(/actions:\s+(\d+)/.exec(each)![1])]),
    )
    const ours = new Map(
      [...counts.keys()].map((name) => [
        name,
        ground(sharedWorld(`benchmarks/problems/${name}.txt`)).task.actions.length,
      ]),
    )
    expect(counts.size).toBe(11)
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(counts))
  })
})

test("an instance that nothing can ever make possible is not there", () => {
  expect(
    actions(`${people} property p() : boolean; property q() : boolean; action f() { precondition: p(); effect: q(); consenting: A; };
    action g() { precondition: !q(); effect: q(); consenting: A; };`),
  ).toEqual(["g()"])
})

test("a condition that contradicts itself is not there", () => {
  expect(
    actions(`${people} property alive(c : character) : boolean; alive(A); alive(B);
    action loot(x : character, y : character) { precondition: alive(x) & !alive(y); effect: alive(y); consenting: x; };
    action kill(x : character) { effect: !alive(x); };`),
  ).toEqual(["loot(A, B)", "loot(B, A)", "kill(A)", "kill(B)"])
})

test("Δ2: an act without effect stays (the reference drops it): seeing it can change a mind", () => {
  expect(
    actions(`type t; type p; entity K : t; entity S : p; entity R : p; ${people} property at(x : t) : p; at(K) = S; believes(A, at(K) = R);
    action look(x : character) { precondition: at(K) == S; consenting: x; };`),
  ).toEqual(["look(A)", "look(B)"])
})

test("Δ2: an act that needs an unknown which only surprise can bring stays (the reference drops it)", () => {
  expect(
    actions(`type t; type p; entity K : t; entity S : p; entity R : p; ${people} property at(x : t) : p; property n() : number; at(K) = S; believes(A, at(K) = R);
    action swap() { precondition: at(K) != R; effect: n() = n() + 1; consenting: B; };
    action worry() { precondition: at(K) == ?; effect: n() = n() + 1; consenting: A; };`),
  ).toContain("worry()")
})

test("Δ2: a contradictory instance is dropped with a warning at the place (the reference rejects the world)", () => {
  const text = `type p; entity X : p; entity Y : p; ${people} property at(c : character) : p;
action f(x : character, y : character) { effect: at(x) = X & at(y) = Y; consenting: x; };`
  expect(actions(text)).toEqual(["f(A, B)", "f(B, A)"])
  expect(notes(text)).toEqual(["warning contradictory-effect 2:8"])
})

test("two effects that only circumstances make contradictory are no contradiction: the later wins", () => {
  expect(
    notes(
      `${people} property n() : number; property a() : boolean; a(); action f() { effect: (if(a()) n() = 2) & n() = 5; consenting: A; };`,
    ),
  ).toEqual([])
})

test("Δ8: rules that set one another off for ever at the start are an error that names them", () => {
  const text = `${people} property p() : boolean; property n() : number;
trigger on() { precondition: !p(); effect: p(); };
trigger off() { precondition: p(); effect: !p(); };`
  expect(groundingNotes(world(text)).map((each) => each.message)).toEqual([
    "At the start these rules set one another off for ever: on(), off().",
  ])
})

test("Δ8: a rule that would change nothing does not fire (the reference crashes)", () => {
  expect(
    notes(
      `${people} property go() : boolean; property n() : boolean; go(); trigger t1() { precondition: go(); effect: n(); }; utility(): n();`,
    ),
  ).toEqual([])
})

test("Δ3: an author whose utility is unknown at the start is an error", () => {
  expect(
    notes(`${people} property m() : number; m() = ?; action a() { effect: m() = 1; }; utility(): m();`),
  ).toEqual(["error unknown-start-utility 1:110"])
})
