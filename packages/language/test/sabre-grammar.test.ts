/** How Sabre's text is read: its unusual precedences, its words, its lists. */
import { readSabre } from "@dramaturg/language"
import { expect, test } from "vitest"
import { printTree } from "./print-tree.js"

/** How one statement is read, or the code of what is wrong with it. */
function reading(text: string): string {
  const { tree, diagnostics } = readSabre(text, "test.txt")
  if (diagnostics.length > 0) return diagnostics.map((each) => each.code).join(" ")
  return tree.definitions
    .map((each) => (each.kind === "initial" ? printTree(each.body) : each.kind))
    .join("; ")
}

test.each([
  ["a() | b() & c()", "((a() | b()) & c())"],
  ["!a() & b() | c() & d() | e()", "((!a()) & (b() | c()) & (d() | e()))"],
  ["!a() == b()", "(!(a() == b()))"],
  ["a() == b() == c()", "(a() == (b() == c()))"],
  ["a() != b() == c()", "((a() != b()) == c())"],
  ["n() >= 1 == a()", "((n() >= 1) == a())"],
  ["m() + n() * k()", "((m() + n()) * k())"],
  ["m() * n() - k()", "(m() * (n() - k()))"],
  ["m() - n() - k()", "(m() - (n() - k()))"],
  ["m() / n() / k()", "(m() / (n() / k()))"],
  ["m() - n() + k()", "((m() - n()) + k())"],
  ["forall(x : t) p(x) & q()", "((forall x : t . p(x)) & q())"],
  ["exists(x : t) p(x) | q()", "((exists x : t . p(x)) | q())"],
  ["sum(x : t) n() + 1", "(sum x : t . (n() + 1))"],
  ["if(a()) x() & y()", "((if a() then x()) & y())"],
  ["if(a()) x() & y() else z()", "(if a() then (x() & y()) else z())"],
  ["if(a()) x() & y() else z() & w()", "(if a() then (x() & y()) else (z() & w()))"],
  ["if(a()) x() else y() & z()", "((if a() then x() else y()) & z())"],
  ["if(a()) x() & y() elseif(b()) z() & w()", "(if a() then (x() & y()) elseif b() then (z() & w()))"],
  ["if(a()) x() else if(b()) y()", "(if a() then x() else (if b() then y()))"],
  ["if(a()) x() else if(b()) y() else z()", "unclear-else"],
  ["if(a()) if(b()) x() else y() else z()", "unclear-else"],
  ["if(a()) (if(b()) x() else y()) else z()", "(if a() then (if b() then x() else y()) else z())"],
])("reads `%s` as `%s`", (text, expected) => {
  expect(reading(text)).toBe(expected)
})

test.each([
  ["m() = m()-1", "glued-minus"],
  ["m() = 3 -1", "glued-minus"],
  ["m() = m() - 1", "(m() = (m() - 1))"],
  ["m() = m()- 1", "(m() = (m() - 1))"],
  ["m() = m() --1", "(m() = (m() - -1))"],
  ["m() = m()-n()", "(m() = (m() - n()))"],
  ["m() = -x()", "unexpected-word"],
  ["m() = .5", "(m() = 0.5)"],
  ["m() = 5.", "(m() = 5)"],
  ["m() = -.5", "(m() = -0.5)"],
  ["m() = 007", "(m() = 7)"],
  ["m() = -0", "(m() = 0)"],
  ["m() = 1e3", "unexpected-word"],
  ["m() = .", "bad-number"],
  ['p("text")', "unexpected-word"],
  ["p(?x)", "not-a-name"],
  ["p(a1, A#1.x, m', x?, Tom\"s)", "p(a1, A#1.x, m', x?, Tom\"s)"],
  ["p(_x)", "not-a-name"],
  ["\ufeffp()", "p()"],
  ["p() // and so on\n& q()", "(p() & q())"],
  ["p() /* & r() */ & q()", "(p() & q())"],
  ["/*/ p()", "p()"],
  ["/* /* */ p()", "p()"],
])("reads the words of `%s` as `%s`", (text, expected) => {
  expect(reading(text)).toBe(expected)
})

test.each([
  ["p(a, b,)", "p(a, b)"],
  ["p() & q() &", "(p() & q())"],
  ["p();", "p()"],
  ["p();;", "stray-semicolon"],
  ["p() &", "missing-formula"],
  ["p() & & q()", "missing-formula"],
  ["p(, a)", "missing-formula"],
  ["big(at(C))", "nested-application"],
  ["big(n() + 1)", "unexpected-word"],
  ["p(a", "unclosed-bracket"],
  ["p a)", "stray-bracket"],
  ["believes(A, p())", "believes(A, p())"],
  ["believes(A, B)", "believes(A, B)"],
  ["believes(A, p() & q())", "believes(A, (p() & q()))"],
  ["believes(A, believes(B, n())) = m()", "(believes(A, believes(B, n())) = m())"],
  ["((p()))", "p()"],
  ["3 = p()", "unexpected-word"],
  ["at(A) : place", "(at(A) : place)"],
  ["!item : coin & q()", "((!(item : coin)) & q())"],
])("reads `%s` as `%s`", (text, expected) => {
  expect(reading(text)).toBe(expected)
})

test("no word is reserved", () => {
  const text =
    "type type; entity if : type; entity believes : character; property forall(x : type) : boolean; forall(if); type(if)"
  expect(reading(text)).toBe("type; entity; entity; property; forall(if); type(if)")
})

test("a mistake in one definition leaves the others readable, and each has its own remark", () => {
  const text = `
    type place
    entity Tom : character;
    property at(c : character : place;
    action walk(c : character, to : place) {
      precondition: at(c) ! to;
      effect: at(c) = to
      consenting: c;
    };
    at(Tom) = ;
    utility(): at(Tom) == Home Home;`
  const { tree, diagnostics } = readSabre(text, "test.txt")
  expect(diagnostics.map((each) => `${each.span.line}:${each.span.column} ${each.code}`)).toEqual([
    "2:10 missing-semicolon",
    "4:16 unclosed-bracket",
    "6:27 unexpected-word",
    "8:7 unexpected-word",
    "10:15 missing-formula",
    "11:32 unexpected-word",
  ])
  expect(tree.definitions.map((each) => each.kind)).toEqual(["type", "entity", "action"])
})

test("an action that is never closed does not swallow the definitions behind it", () => {
  const text = "action f() { effect: p();\naction g() { effect: p(); };\nutility(): 1;"
  const { tree, diagnostics } = readSabre(text, "test.txt")
  expect(diagnostics.map((each) => each.code)).toEqual(["unclosed-bracket"])
  expect(tree.definitions.map((each) => each.kind)).toEqual(["action", "utility"])
})

test("a comment that never ends is remarked on, and ends the world", () => {
  const { tree, diagnostics } = readSabre("type a; /* type b;", "test.txt")
  expect(diagnostics.map((each) => `${each.severity} ${each.code}`)).toEqual(["warning unclosed-comment"])
  expect(tree.definitions).toHaveLength(1)
})

test("doc comments belong to what follows them, the one at the head to the world", () => {
  const text =
    "/**\n * A small world.\n */\n\n/// Somewhere to be.\n/// Anywhere.\ntype place;\n\n/** Tom. */\nentity Tom : character;\n// no doc\nentity Bob : character;"
  const { tree } = readSabre(text, "test.txt")
  expect(tree.doc).toBe("A small world.")
  expect(tree.definitions.map((each) => each.doc)).toEqual(["Somewhere to be.\nAnywhere.", "Tom.", undefined])
})
