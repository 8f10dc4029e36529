/** Where a formula is ambiguous, `.drama` demands parentheses and offers fixes that insert them. */
import { readDrama } from "@dramaturg/language"
import { describe, expect, test } from "vitest"
import { applyFix } from "./apply-fix.js"
import { printTree } from "./print-tree.js"

/** How a formula was read, with all brackets, or the codes of the messages. */
function read(text: string): string {
  const { tree, diagnostics } = readDrama(text, "x.drama")
  if (diagnostics.length > 0) return [...new Set(diagnostics.map((each) => each.code))].join(" ")
  return tree.definitions
    .map((each) => (each.kind === "initial" ? printTree(each.body) : each.kind))
    .join("; ")
}

describe("formulas that leave no doubt need no parentheses", () => {
  test.each([
    ["a() & b() & c()", "(a() & b() & c())"],
    ["a() | b() | c()", "(a() | b() | c())"],
    ["!a() & b() == c()", "((!a()) & (b() == c()))"],
    ["a() = b() & c() != d()", "((a() = b()) & (c() != d()))"],
    ["n() + 1 > m() * 2", "((n() + 1) > (m() * 2))"],
    ["n() + m() + k()", "(n() + (m() + k()))"],
    ["n() * m() * k()", "(n() * (m() * k()))"],
    ["m()-1", "(m() - 1)"],
    ["m() - -1", "(m() - -1)"],
    ["m() --1", "(m() - -1)"],
    ["n() = - 3", "(n() = -3)"],
    ["a() = !b()", "(a() = (!b()))"],
    ["forall(x : t) at(x) == home(x)", "(forall x : t . (at(x) == home(x)))"],
    ["!exists(x : t) a(x)", "(!(exists x : t . a(x)))"],
    ["exists(x : t) forall(y : t) a(x, y)", "(exists x : t . (forall y : t . a(x, y)))"],
    ["if(a()) b() & c() else d()", "(if a() then (b() & c()) else d())"],
    [
      "if(a()) n() = 1 + 2 elseif(b()) n() = 2 else n() = 3 + m()",
      "(if a() then (n() = (1 + 2)) elseif b() then (n() = 2) else (n() = (3 + m())))",
    ],
    ["if(a()) b() else if(c()) d() else e()", "(if a() then b() else (if c() then d() else e()))"],
    ["(a() & b()) | c()", "((a() & b()) | c())"],
    ["(sum(x : t) n(x)) + 1", "((sum x : t . n(x)) + 1)"],
    ["at(A) : place & b()", "((at(A) : place) & b())"],
    ["believes(A, a() & believes(B, n() = ?))", "believes(A, (a() & believes(B, (n() = ?))))"],
  ])("`%s`", (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe("where a formula is ambiguous, the message names the place and every offered fix resolves it", () => {
  test.each([
    ["a() | b() & c()", "unclear-and-or", "a() | (b() & c())", "(a() | b()) & c()"],
    [
      "a() & b() | c() & d() == e()",
      "unclear-and-or",
      "(a() & b()) | (c() & d() == e())",
      "a() & (b() | c()) & d() == e()",
    ],
    ["n() - m() - k()", "unclear-arithmetic", "(n() - m()) - k()"],
    ["n() - m() + k() - 1", "unclear-arithmetic", "((n() - m()) + k()) - 1"],
    ["n() / m() / k()", "unclear-arithmetic", "(n() / m()) / k()"],
    ["n() + m() * k() > 2", "unclear-arithmetic", "n() + (m() * k()) > 2"],
    ["n() * m() - k() / 2 - 1", "unclear-arithmetic", "((n() * m()) - (k() / 2)) - 1"],
    ["!a() == b()", "unclear-not", "!(a() == b())", "(!a()) == b()"],
    ["!at(A) = Home", "unclear-not", "!(at(A) = Home)", "(!at(A)) = Home"],
    ["a() == b() == c()", "unclear-comparison", "(a() == b()) == c()"],
    ["1 < n() < 3", "unclear-comparison", "1 < n() & n() < 3"],
    ["a() = b() == c()", "unclear-comparison", "a() = (b() == c())"],
    ["exists(x : t) a(x) & b()", "unclear-reach", "exists(x : t) (a(x) & b())", "(exists(x : t) a(x)) & b()"],
    ["b() | forall(x : t) a(x)", "unclear-reach", "b() | (forall(x : t) a(x))"],
    [
      "b() & exists(x : t) a(x) & c()",
      "unclear-reach",
      "b() & (exists(x : t) (a(x) & c()))",
      "b() & (exists(x : t) a(x)) & c()",
    ],
    ["sum(x : t) n(x) + 1", "unclear-reach", "sum(x : t) (n(x) + 1)", "(sum(x : t) n(x)) + 1"],
    ["sum(x : t) n(x) > 1", "unclear-reach", "sum(x : t) (n(x) > 1)", "(sum(x : t) n(x)) > 1"],
    ["if(a()) 1 else 0 + n()", "unclear-reach", "if(a()) 1 else (0 + n())", "(if(a()) 1 else 0) + n()"],
    ["if(a()) b() & c()", "unclear-reach", "if(a()) (b() & c())", "(if(a()) b()) & c()"],
    ["a() & if(b()) c()", "unclear-reach", "a() & (if(b()) c())"],
    ["n() = if(b()) 1 else 0", "unclear-reach", "n() = (if(b()) 1 else 0)"],
    ["if(a()) if(b()) c() else d()", "unclear-else", "if(a()) (if(b()) c() else d())"],
    [
      "if(a()) forall(x : t) if(b(x)) c(x) else d()",
      "unclear-else",
      "if(a()) forall(x : t) (if(b(x)) c(x) else d())",
    ],
  ])("`%s`", (text, code, ...edited) => {
    const { diagnostics } = readDrama(text, "x.drama")
    expect(diagnostics.map((each) => each.code)).toEqual([code])
    const resolved = (diagnostics[0].fixes ?? []).map((fix) => applyFix(text, fix))
    expect(resolved).toEqual(edited)
    for (const each of resolved) expect(read(each)).not.toContain("unclear")
  })
})
