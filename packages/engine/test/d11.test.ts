/**
 * D11: what is "written without a condition" is a matter of the text, and asked before anything is worked
 * out.
 */
import { groundingNotes, verify } from "@dramaturg/engine"
import type { Problem } from "@dramaturg/model"
import { expect, test } from "vitest"
import { agreedStories } from "./agreed-stories.js"
import { everyStory } from "./every-story.js"
import { drama } from "./worlds.js"

const limits = { author: 2, character: 2, belief: 1 }

/** Ada wants to be in Z; Bo wants nothing. Whoever goes is put in Y first. */
const going = (then: string, more = "", wish = "at(Ada) == Z"): Problem =>
  drama(`
type place;
entity X, Y, Z : place;
property at(w : character) : place;
property open() : boolean;
${more}
entity Ada : character { at = X; wants: ${wish}; }
entity Bo : character { at = X; }
action go(w : character) { effect: at(w) = Y${then}; consenting: w; }
utility(): ${wish};`)

const stories = (problem: Problem): readonly string[] => agreedStories(problem, limits)

test.each([
  ["that the parameters decide", " & (forall(c : character) if(c == w) at(c) = Z)"],
  ["that what never changes decides", " & (if(!open()) at(w) = Z)"],
  ["that is plainly true", " & (if(True) at(w) = Z)"],
  ["whose other branch is taken", " & (if(w != w) at(w) = X else at(w) = Z)"],
  ["that a type decides", " & (if(w : character) at(w) = Z)"],
  [
    "in a mind, where it is decided, too",
    " & believes(w, at(w) = Y) & (if(w == w) believes(w, at(w) = Z)) & (if(w == w) at(w) = Z)",
  ],
])("an atom under a condition %s is written with a condition, and the later one wins", (_, then) => {
  expect(stories(going(then))).toEqual(["go(Ada)"])
})

test("a value that has to be reckoned is no fixed value, even if everything in it is written down", () => {
  const walking = (then: string): Problem =>
    going(` & tired(w) = 1 & ${then}`, "property tired(w : character) : number;", "tired(Ada) == 2")
  expect(stories(walking("tired(Ada) = 1 + 1"))).toEqual(["go(Ada)"])
  expect(stories(walking("tired(Ada) = (sum(c : character) 1)"))).toEqual(["go(Ada)"])
  expect(
    stories(
      going(
        " & lost(w) & lost(Ada) = (w != w)",
        "property lost(w : character) : boolean;",
        "at(Ada) == Y & !lost(Ada)",
      ),
    ),
  ).toEqual(["go(Ada)"])
})

test("two fixed values without a condition, and the act can never happen: in a mind and for what nobody foresees, too", () => {
  const impossible = (then: string): void => {
    const problem = going(then)
    expect(stories(problem)).toEqual([])
    expect(groundingNotes(problem).map(({ code }) => code)).toContain("contradictory-effect")
  }
  impossible(" & at(Ada) = Z")
  impossible(
    " & at(w) = Y & (if(w == Ada) at(w) = Z) & believes(w, believes(Ada, open())) & believes(Ada, believes(w, !open()))",
  )
  impossible(" & unforeseen(at(Ada) = Z)")
  impossible(
    " & (forall(c : character) (if(c == w) at(c) = Z)) & believes(w, at(w) = Y) & believes(Ada, at(w)) = X",
  )
})

test.each([
  ["consents(c)", "forall(c : character) if(consents(c)) at(c) = Z"],
  ["seen(c)", "forall(c : character) if(seen(c)) at(c) = Z"],
  ["possible()", "if(possible()) at(Ada) = Z"],
])("what every action has under %s comes after what the action does itself", (_, effect) => {
  expect(stories(going("", `every action { effect: ${effect}; }`))).toContain("go(Ada)")
})

test("what is demanded of a story that has such an act can be had", () => {
  const text = (story: string): Problem =>
    drama(`
property p() : boolean;
property q() : boolean;
p();
entity Ada : character { wants: !p(); }
action act(w : character) { effect: p(); consenting: w; }
every action by(e : character) { effect: forall(y : character) if(consents(y)) (!p() & q()); }
utility(): !p();
${story}`)
  expect(stories(text(""))).toEqual(["act(Ada)"])
  expect(
    everyStory(text("story { must: q(); }"), limits).map(({ solution }) => solution.plan.join(" ")),
  ).toEqual(["act(Ada)"])
  expect(everyStory(text("story { never: q(); }"), limits)).toEqual([])
})
