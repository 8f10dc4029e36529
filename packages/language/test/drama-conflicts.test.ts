/** Conflicting effects: reported where they can conflict, and nowhere else. */
import { compileStory } from "@dramaturg/language"
import { expect, test } from "vitest"

const world = `type place; entity A, B : place; entity Ann, Bo : character;
property at(who : character) : place; property f() : place; property g(p : place) : boolean; property who_is() : character; property busy(who : character) : boolean;
utility(): f() == A;
`

function codes(effect: string, brackets = ""): string[] {
  return compileStory(`${world}action act(${brackets}) { effect: ${effect}; }`, {
    file: "w.drama",
  }).diagnostics.map((each) => each.code)
}

test.each([
  ["forall(p : place) (if(at(Ann) == p) f() = p)"],
  ["forall(p : place) (if(believes(Bo, at(Ann)) == p) f() = p)"],
  ["forall(p : place) (if(g(p) & at(Ann) == p) f() = p)"],
  ["forall(c : character) (if(who_is() == c) f() = at(c))"],
  ["(if(x == A) f() = x) & (if(x == A) f() = A)", "x : place"],
  ["(if(at(c) == A) f() = at(c)) & (if(at(c) == A) f() = A)", "c : character"],
  ["(forall(c : character) (if(busy(c)) at(c) = A)) & (forall(d : character) (if(!busy(d)) at(d) = B))"],
  ["(forall(c : character) (if(busy(c)) at(c) = A)) & (forall(c : character) (if(!busy(c)) at(c) = B))"],
  ["forall(c : character) ((if(busy(c)) at(c) = A) & (if(!busy(c)) at(c) = B))"],
  ["if(busy(c)) at(c) = A else at(c) = B", "c : character"],
  ["(if(busy(Ann)) f() = at(Ann)) & (if(busy(Bo)) f() = at(Ann))"],
])("they cannot: %s", (effect, brackets) => {
  expect(codes(effect, brackets)).toEqual([])
})

test.each([
  ["forall(p : place) (if(g(p)) f() = p)"],
  ["forall(p : place) (if(at(Ann) != p) f() = p)"],
  ["(forall(c : character) (if(busy(c)) at(c) = A)) & (forall(d : character) (if(at(d) != A) at(d) = B))"],
  ["(if(busy(Ann)) f() = A) & (if(busy(Bo)) f() = B)"],
  ["(if(busy(Ann)) f() = at(Ann)) & (if(busy(Bo)) f() = at(Bo))"],
  ["f() = at(Ann) & f() = at(Bo)"],
  ["(if(x == A) f() = x) & (if(x == A) f() = B)", "x : place"],
  ["(forall(c : character) (if(busy(c)) f() = at(c))) & (forall(p : place) (if(g(p)) f() = p))"],
])("they can: %s", (effect, brackets) => {
  expect(codes(effect, brackets)).toContain("conflicting-effects")
})
