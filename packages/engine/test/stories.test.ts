/**
 * Which stories there are in tiny worlds: every accepted one, from the definitions of explanation and the
 * limits.
 */
import { expect, test } from "vitest"
import { everyStory } from "./every-story.js"
import { world } from "./worlds.js"

/** Every accepted story within author/character/belief limits, joined by ` | `. */
function stories(text: string, author = 5, character = 5, belief = 2): string {
  const problem = world(`entity A : character; entity B : character; ${text}`)
  return everyStory(problem, { author, character, belief })
    .map((each) => each.solution.plan.join(" "))
    .join(" | ")
}

const wander =
  "property w() : boolean; property won() : boolean; action wander() { precondition: !w(); effect: w(); consenting: A; }; utility(): w() & won(); utility(A): won();"

test("nobody takes an idle step, even if the author would like it", () => {
  expect(stories(`${wander} action win() { precondition: !won(); effect: won(); consenting: A; };`)).toBe("")
})

test("a step that a later one needs is not idle", () => {
  expect(
    stories(`${wander} action win() { precondition: !won() & w(); effect: won(); consenting: A; };`),
  ).toBe("wander() win()")
})

test("an accident that only gives somebody a reason is not idle", () => {
  expect(
    stories(
      `property angry() : boolean; property hit() : boolean; action prank() { precondition: !angry(); effect: angry(); };
      action hit() { precondition: !hit(); effect: hit(); consenting: A; }; utility(): hit();
      utility(A): if(angry()) (if(hit()) 1 else 0) else (if(hit()) 0 else 1);`,
      3,
    ),
  ).toBe("prank() hit()")
})

test("nobody plans on accidents, but may act after one", () => {
  const fate = (before: string, after: string): string =>
    `property s() : number; utility(): s() == 2; utility(A): s() == 2; action ${before}; action ${after};`
  expect(
    stories(
      fate(
        "a1() { precondition: s() == 0; effect: s() = 1; consenting: A; }",
        "fate() { precondition: s() == 1; effect: s() = 2; }",
      ),
    ),
  ).toBe("")
  expect(
    stories(
      fate(
        "fate() { precondition: s() == 0; effect: s() = 1; }",
        "a1() { precondition: s() == 1; effect: s() = 2; consenting: A; }",
      ),
    ),
  ).toBe("fate() a1()")
})

const joint = (
  extra: string,
  pre = "",
): string => `entity C : character; property s() : number; property good() : boolean; property pre() : boolean; good(); believes(A, !good());
  action give() { precondition: s() == 0 ${pre}; effect: s() = 1; consenting: A, B; }; action ng() { effect: !good(); }; ${extra}
  utility(): s() == 1; utility(A): s(); utility(B): if(good()) s() else (0 - s());`

test("whoever begins a joint act with themselves need not believe in the other's reason; the other's own mind decides", () => {
  expect(stories(joint(""), 2)).toBe("give()")
})

test("from the second step on they must believe in it", () => {
  expect(
    stories(joint("action prep() { precondition: !pre(); effect: pre(); consenting: A; };", "& pre()"), 3),
  ).toBe("")
})

const chain = `property s() : number; utility(): s() == 3; utility(A): s() == 3; utility(B): s() == 3;
  action a1() { precondition: s() == 0; effect: s() = 1; consenting: A; }; action b1() { precondition: s() == 1; effect: s() = 2; consenting: B; };
  action b2() { precondition: s() == 2; effect: s() = 3; consenting: B; };`

test("the belief limit: at 1 others are expected to do only what helps them at once, at 2 they may plan too", () => {
  expect(stories(chain, 5, 5, 1)).toBe("")
  expect(stories(chain, 5, 5, 2)).toBe("a1() b1() b2()")
})

const nest = `property s() : number; utility(): s() == 5; utility(A): s() >= 3; utility(B): s() == 5;
  action a1() { precondition: s() == 0; effect: s() = 1; consenting: A; }; action a2() { precondition: s() == 1; effect: s() = 2; consenting: A; };
  action b1() { precondition: s() == 2; effect: s() = 3; consenting: B; }; action b2() { precondition: s() == 3; effect: s() = 4; consenting: B; };
  action b3() { precondition: s() == 4; effect: s() = 5; consenting: B; };`

test("the character limit is one budget for a whole nest of explanations", () => {
  expect(stories(nest, 5, 4, 2)).toBe("")
  expect(stories(nest, 5, 5, 2)).toBe("a1() a2() b1() b2() b3()")
})

const spoil = (
  who: string,
): string => `entity D : character; property x() : boolean; property won() : boolean; property spoil() : boolean;
  action x() { precondition: !x(); effect: x(); consenting: A; }; action a() { precondition: !won(); effect: won(); consenting: A; };
  action d() { precondition: x() & won() & !spoil(); effect: spoil(); consenting: ${who}; };
  utility(): x(); utility(A): if(spoil()) 2 elseif(won()) 3 else 0; utility(D): spoil();`

test("a plan may pass through something better than its end, if it is somebody else who lowers it", () => {
  expect(stories(spoil("D"), 3, 4)).toBe("x()")
  expect(stories(spoil("A"), 3, 4)).toBe("")
})

test("Δ3: an unknown utility never improves and is never improved upon (in the reference it explains everything)", () => {
  const world = (
    start: string,
    effect: string,
  ): string => `property s() : number; property m() : number; m() = ${start};
    action a1() { precondition: s() == 0; effect: s() = 1 ${effect}; consenting: A; }; utility(): s() == 1; utility(A): m();
    action setm() { precondition: s() == 1; effect: m() = 3; };`
  expect(stories(world("?", ""))).toBe("")
  expect(stories(world("5", "& m() = ?"))).toBe("")
})

test("Δ4: negation is negation, so what is not known to be more than three is not more than three", () => {
  expect(
    stories(
      `property m() : number; property g() : boolean; m() = ?; action f() { precondition: !(m() > 3); effect: g(); }; action s() { effect: m() = 9; }; utility(): g();`,
      1,
    ),
  ).toBe("f()")
})

test("Δ5: two bounds on one number, a parameter bound again, an empty list of those who consent", () => {
  expect(
    stories(
      `property n() : number; n() = 3; property p(c : character) : boolean;
      action s(c : character) { precondition: n() > 0 & n() < 5 & (forall(c : character) !p(c)); effect: p(c); consenting: (); }; utility(): p(A);`,
      1,
    ),
  ).toBe("s(A)")
})

test("Δ8: an act that would set rules off for ever is impossible", () => {
  expect(
    stories(
      `property go() : boolean; property n() : number; action go() { effect: go(); }; trigger t1() { precondition: go(); effect: n() = n() + 1; }; utility(): go();`,
      2,
    ),
  ).toBe("")
})
