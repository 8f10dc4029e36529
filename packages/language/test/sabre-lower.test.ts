/** Lowering of worlds in Sabre's format, and the messages about those with errors. */
import { compileStory, lower, readSabre, writeSabre } from "@dramaturg/language"
import { valuesOf } from "@dramaturg/model"
import { expect, test } from "vitest"

const people =
  "type place; entity Home : place; entity Shop : place; entity Tom : character; entity Bob : character;"
const things =
  "property at(c : character) : place; property lame(c : character) : boolean; property n() : number; property p() : boolean;"

/** The diagnostics of a world that begins with some people and things. */
function remarksOn(text: string): string[] {
  const { diagnostics } = compileStory(`${people}\n${things}\n${text}`, { file: "test.txt" })
  const told = diagnostics.filter((each) => each.code !== "no-author-utility")
  return told.map((each) => `${each.code}: ${each.message}${each.hint ? ` ${each.hint}` : ""}`)
}

/** How an effect was lowered, written out again. */
function effectOf(text: string): string {
  const { problem, diagnostics } = compileStory(
    `${people}\n${things}\naction f() { effect: ${text}; };\nutility(): 1;`,
    { file: "test.txt" },
  )
  if (!problem)
    return diagnostics
      .filter((each) => each.severity === "error")
      .map((each) => each.code)
      .join(" ")
  return /effect: (.*);/.exec(writeSabre(problem).text)![1]
}

test.each([
  ["n() = 4", "(n() = 4)"],
  ["n() == 4", "(n() = 4)"],
  ["p()", "(p() = True)"],
  ["!p()", "(p() = False)"],
  ["p() != True", "(p() = False)"],
  ["p() != lame(Tom)", "(p() = (!lame(Tom)))"],
  ["!(p() | lame(Tom))", "((p() = False) & (lame(Tom) = False))"],
  ["!(exists(c : character) lame(c))", "(forall(c : character) (lame(c) = False))"],
  ["n() = 4 | False", "(n() = 4)"],
  ["n() = 4 | n() = 4", "(n() = 4)"],
  ["n() = 4 | p()", "open-effect"],
  ["exists(c : character) lame(c)", "open-effect"],
  ["exists(c : character) p()", "(p() = True)"],
  ["True", "True"],
  ["False", "not-an-effect"],
  ["p() & False", "not-an-effect"],
  ["n()", "not-an-effect"],
  ["n() > 3", "not-an-effect"],
  ["at(Tom) != Home", "open-effect"],
  ["if(p()) n() = 1", "(if (p()) (n() = 1))"],
  ["believes(Tom, p())", "believes(Tom, (p() = True))"],
  ["!believes(Tom, p())", "believes(Tom, (p() = False))"],
  ["believes(Tom, n()) = n()", "(believes(Tom, n()) = n())"],
  ["believes(Tom, n() = n())", "believes(Tom, (n() = n()))"],
  ["believes(Tom, believes(Bob, at(Tom))) = ?", "(believes(Tom, believes(Bob, at(Tom))) = ?)"],
  ["p() = ?", "wrong-type"],
  ["n() = ?", "(n() = ?)"],
  ["at(Tom) = Bob", "wrong-type"],
])("the effect `%s` means `%s`", (text, expected) => {
  expect(effectOf(text)).toBe(expected)
})

test("alternatives over a type with one member are certain", () => {
  const text =
    "type t; entity X : t; entity A : character; property q(x : t) : boolean; action f() { effect: exists(x : t) q(x); };"
  const { problem } = compileStory(text, { file: "test.txt" })
  expect(writeSabre(problem!).text).toContain("effect: (q(X) = True);")
})

test("the conjuncts of a statement about the beginning are imposed one after another", () => {
  const { problem } = compileStory(
    "property n() : number; property m() : number; n() = 1 & m() = n(); forall(b : boolean) (n() = 2 & m() = 3);",
    { file: "t.txt" },
  )
  expect(problem!.initial.map((each) => each.kind)).toEqual(["assign", "assign", "forall"])
})

test("characters come before everything else, each in order of declaration, and belong to all types above", () => {
  const text =
    "type loc; type character : loc; type man : character; entity Hut : loc; entity Tom : man; entity Ann : character; entity Box : loc;"
  const { problem } = compileStory(text, { file: "worlds/hut.txt" })
  expect(problem!.name).toBe("hut")
  expect(problem!.entities.map((each) => each.name)).toEqual(["Tom", "Ann", "Hut", "Box"])
  expect(problem!.entities[0].types).toEqual(["entity", "character", "loc", "man"])
  expect(problem!.types.find((each) => each.name === "character")!.parents).toEqual(["loc"])
  expect(valuesOf(problem!, "loc")).toEqual(["Tom", "Ann", "Hut", "Box"])
})

test("a fixed value among the parameters picks the overload and stays in the argument list", () => {
  const text = `${people} property danger(Home) : boolean; property danger(Shop) : number; property danger(c : character) : boolean;
    action open(Tom, c : character) { effect: danger(Home) & danger(Shop) = 3 & danger(c); consenting: Tom, c, Tom; };`
  const { problem } = compileStory(text, { file: "test.txt" })
  const action = problem!.actions[0]
  expect(action.parameters[0]).toEqual({ kind: "constant", value: "Tom" })
  expect(action.consenting).toHaveLength(2)
  expect(JSON.stringify(action.effect).match(/"property":\d/g)).toEqual([
    '"property":0',
    '"property":1',
    '"property":2',
  ])
})

test("the innermost name wins, in quantifiers and in observing", () => {
  const text = `${people}${things} action go(Tom : character) { precondition: exists(Tom : place) at(Bob) == Tom; effect: lame(Tom); observing(Tom : character): at(Tom) == Home; };`
  const { problem, diagnostics } = compileStory(text, { file: "test.txt" })
  expect(diagnostics.filter((each) => each.severity === "error")).toEqual([])
  expect(problem!.actions[0].observing!.variable).toBe("Tom")
})

test.each([
  ["utility(Hoem): 1;", "unknown-name: Nobody is called `Hoem`. Did you mean `Home`?"],
  [
    "utility(Home): 1;",
    "not-a-character: `Home` is no character, so it wants nothing. Only characters believe, want and consent.",
  ],
  [
    "utility(): Tom;",
    "wrong-type: What somebody wants must be a number, or true or false, but this is a character. Compare it with what it should be, with `==`.",
  ],
  [
    "utility(Tom): if(p()) 1;",
    "missing-else: This has no value when none of its conditions holds. Add an `else`.",
  ],
  ["lmae(Tom);", "unknown-property: There is no property `lmae`. Did you mean `lame`?"],
  ["lame(Tim);", "unknown-name: Nobody and nothing is called `Tim`. Did you mean `Tom`?"],
  [
    "lame(Home);",
    "wrong-arguments: `lame` needs a character here, but `Home` is a place. Name a character in its place.",
  ],
  [
    "lame();",
    "wrong-arguments: `lame` takes one name in its brackets, not none. Write `lame(c)`, with a character.",
  ],
  [
    "lame(?);",
    "unknown-argument: `?` cannot stand in the brackets of a property. Name somebody or something, or use `exists`.",
  ],
  ["property q(x : plaec) : boolean;", "unknown-type: There is no type `plaec`. Did you mean `place`?"],
  [
    "property q(x : number) : boolean;",
    "number-variable: A name in brackets cannot stand for every number there is. Use a property that holds a number.",
  ],
  [
    "property p() : number;",
    "ambiguous-name: Another property is called `p` and takes the same in its brackets. Give one of them another name.",
  ],
  [
    "property at(x : character) : number;",
    "hidden-overload: Some people and things fit both this property `at` and an earlier one. Where both fit, the first one is meant.",
  ],
  ["entity X : plaec;", "undeclared-type: No type `plaec` is declared. Did you mean `place`?"],
  [
    "entity X : boolean;",
    "built-in-type: `boolean` is a type of values and cannot be what something else is. Types of your own stand under `entity`.",
  ],
  [
    "type a : b; type b : a;",
    "type-cycle: This goes in a circle: `a` is a type of `b` is a type of `a`. Take one of these parents out.",
  ],
  [
    "action f() { precondition: n(); };",
    "wrong-type: Something true or false is needed here, but `n()` is a number. Compare it with something, for instance with `==`.",
  ],
  [
    "action f() { precondition: p() = True; };",
    "assignment-in-condition: `=` gives a value, but here something is only asked. Write `==` to compare.",
  ],
  [
    "action f() { precondition: n() + Tom > 3; };",
    "wrong-type: A number is needed here, but `Tom` is a character.",
  ],
  [
    "action f(x : entity) { consenting: x; };",
    "not-a-character: A character is needed here, but `x` is a person or thing. Write `: character` behind its name where it stands in brackets.",
  ],
  [
    "action f(x : place) { observing(x : place): p(); };",
    "bad-observer: Every character can be asked whether they see this, but `x` is only a place. Write `observing(x : character)` and test for the type inside.",
  ],
  ["action f(x : place, x : place) { };", "ambiguous-name: Two names in the brackets are `x`."],
  [
    "trigger f() { consenting: Tom; };",
    "part-not-allowed: A trigger happens by itself, so it has no `consenting`. Make it an action, or take this part out.",
  ],
  [
    "action f() { effect: n() = 1 & n() = 2; };",
    "contradictory-effect: `n` gets two values at once. Take one of them out.",
  ],
  ["forall(c : character) n() = n() + 1;", ""],
  [
    "property leader() : character; forall(c : character) leader() = c;",
    "contradictory-effect: `leader` gets one value for each character at once. Let the property be said of each of them, or choose one with a condition.",
  ],
])("`%s` is answered with `%s`", (text, expected) => {
  expect(remarksOn(text).join("\n")).toBe(expected)
})

test.each([
  ["action f() { effect: n() = 5 & (if(p()) n() = 2); };", "conflicting-effects"],
  ["action f() { effect: (if(!p()) n() = 5) & (if(p()) n() = 2); };", ""],
  ["action f() { effect: if(p()) n() = 5 else n() = 2; };", ""],
  ["action f(x : character, y : character) { effect: at(x) = Home & at(y) = Shop; };", "contradictory-case"],
  [
    "action f(x : character, y : character) { precondition: x != y; effect: at(x) = Home & at(y) = Shop; };",
    "",
  ],
  [
    "action f(x : character, y : character) { precondition: at(x) == Home & at(y) == Shop; effect: at(x) = Shop & at(y) = Home; };",
    "",
  ],
  ["action f() { effect: n() = 1 / n(); };", "arithmetic-on-unknown division-by-zero"],
  ["action f() { precondition: n() > 0; effect: n() = 1 / n(); };", ""],
  ["n() = ?; action f() { effect: n() = n() + 1; };", "arithmetic-on-unknown"],
  ["n() = ?; utility(): n();", "unknown-utility"],
  ["n() = ?; utility(): if(n() == ?) 0 else n();", ""],
  ["action f() { precondition: at(Tom) == Bob; };", "never-equal"],
  ["action f() { precondition: at(Tom) == ?; };", ""],
  ["action f() { precondition: n() == True; };", "never-equal"],
  ["action f() { precondition: Tom > Bob; };", "unordered"],
  [
    "trigger t() { precondition: n() == 0; effect: n() = 1; }; trigger u() { precondition: n() == 0; effect: n() = 2; };",
    "interfering-triggers",
  ],
  [
    "trigger t() { precondition: p() & n() == 0; effect: n() = 1; }; trigger u() { precondition: !p() & n() == 0; effect: n() = 2; };",
    "",
  ],
  ["action f() { effect: p(); effect: !p(); };", "part-twice"],
  ["utility(): 1; utility(): 2;", "utility-twice"],
  ["entity Tom : place;", "declared-twice"],
])("`%s` loads, with the warning `%s`", (text, code) => {
  const { problem, diagnostics } = compileStory(`${people}${things}${text}`, { file: "test.txt" })
  expect(problem).toBeDefined()
  expect(
    diagnostics
      .map((each) => each.code)
      .filter((each) => each !== "no-author-utility")
      .join(" "),
  ).toBe(code)
})

test("a mistake in a definition is not held against those who use its name", () => {
  const text = `${people} property lame(c : character boolean; lame(Tom); entity Ann : ; lame(Ann); lame(Nobody);`
  const { diagnostics } = compileStory(text, { file: "test.txt" })
  expect(diagnostics.map((each) => each.code)).toEqual([
    "unclosed-bracket",
    "missing-formula",
    "unknown-name",
  ])
})

test("an empty world is an error with a place", () => {
  const { problem, diagnostics } = compileStory("  // nothing\n", { file: "-", dialect: "sabre" })
  expect(problem).toBeUndefined()
  expect(diagnostics.map((each) => `${each.span.line}:${each.span.column} ${each.code}`)).toEqual([
    "1:1 empty-world",
  ])
})

test("a problem in our words that Sabre's format cannot say is written with a remark", () => {
  const { problem } = compileStory(`${people} utility(): 1;`, { file: "test.txt" })
  const { diagnostics } = writeSabre({ ...problem!, limits: { author: 3 } })
  expect(diagnostics.map((each) => each.code)).toEqual(["not-in-sabre"])
})

test.each([1e21, 1.5e-7, -2.25e22, 123456.75, 0.1])(
  "the number %d is written with digits only and read back",
  (value) => {
    const { problem } = compileStory("property n() : number; n() = 7;", { file: "test.txt" })
    const initial = [
      { ...problem!.initial[0], value: { kind: "constant", value } },
    ] as unknown as typeof problem.initial
    const again = compileStory(writeSabre({ ...problem!, initial }).text, { file: "test.txt" })
    expect(again.problem!.initial[0]).toMatchObject({ value: { value } })
  },
)

/** The diagnostics of our own dialect on the same tree: it merges nothing silently. */
test.each([
  ["entity X : nowhere;", "error undeclared-type"],
  ["type a : b;", "error undeclared-type"],
  ["type place;", "error declared-twice"],
  ["entity Tom : place;", "error declared-twice"],
  ["type character : place;", ""],
  ["action f() { effect: p(); effect: !p(); };", "error part-twice"],
  ["utility(Tom): 1; utility(Tom): 2;", "error utility-twice"],
  ["property at(p : place) : place;", ""],
  ["property at(c : character, d : character) : place;", ""],
  ["property at(e : entity) : place;", "error hidden-overload"],
  ["property at(Tom) : place;", "error ambiguous-name"],
  ["property q(x : place, x : place) : boolean;", "error ambiguous-name"],
  ["action f(c : character) { }; action f(d : character) { };", "error hidden-overload"],
  ["action f(c : character) { }; trigger f(p : place) { };", ""],
])("in our dialect `%s` is answered with `%s`", (text, expected) => {
  const { tree } = readSabre(`${people}${things}${text}`, "test.drama")
  const { diagnostics } = lower(tree, "drama")
  const told = diagnostics.filter((each) => each.code !== "no-author-utility")
  expect(told.map((each) => `${each.severity} ${each.code}`).join("\n")).toBe(expected)
})

test.each([
  [3, { author: 3 }, ""],
  [null, { author: null }, ""],
  [-1, undefined, "bad-limit"],
  [1.5, undefined, "bad-limit"],
])("the author limit %s is taken as %j", (value, expected, code) => {
  const { tree } = readSabre(`${people} utility(): 1;`, "test.drama")
  const limit = { kind: "limit", which: "author", value, span: tree.definitions[0].span } as const
  const { problem, diagnostics } = lower({ ...tree, definitions: [...tree.definitions, limit] }, "drama")
  expect(problem?.limits).toEqual(expected)
  expect(diagnostics.map((each) => each.code).join(" ")).toBe(code)
})
