/** The reader, with indexed places and memoised results, must read the same as a slow one without either. */
import { readSabre } from "@dramaturg/language"
import fc from "fast-check"
import { expect, test } from "vitest"
import { naive } from "./naive-sabre.js"
import { printTree } from "./print-tree.js"

const values = [
  "p ( )",
  "q ( a )",
  "n ( )",
  "x",
  "3",
  "-1",
  "?",
  "believes ( a , p ( ) )",
  "believes ( a , n ( ) = 3 )",
  "( p ( ) & q ( a ) )",
]
const starts = ["if ( p ( ) )", "forall ( x : t )", "sum ( x : t )", "!", "("]
const signs = [
  "&",
  "|",
  "=",
  "==",
  "!=",
  ">=",
  "<",
  ">",
  "<=",
  "*",
  "/",
  "+",
  "-",
  ": t",
  "else",
  "else",
  "elseif ( q ( a ) )",
  ")",
  "&",
]

/**
 * Mostly well-formed, so that deep alternatives are reached: a value after each sign, with something before
 * it now and then.
 */
const operand = fc
  .tuple(fc.array(fc.constantFrom(...starts), { maxLength: 1 }), fc.constantFrom(...values))
  .map(([start, value]) => [...start, value].join(" "))
const formula = fc
  .tuple(operand, fc.array(fc.tuple(fc.constantFrom(...signs), operand), { maxLength: 7 }))
  .map(([first, rest]) =>
    [
      first,
      ...rest.flatMap(([sign, value]) =>
        sign.endsWith("t") || sign === ")" ? [sign, "&", value] : [sign, value],
      ),
    ].join(" "),
  )
const noise = fc
  .array(fc.constantFrom(...values, ...starts, ...signs), { minLength: 1, maxLength: 8 })
  .map((all) => all.join(" "))

test("random formulas are read as the grammar's ordered alternatives say", () => {
  let read = 0
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: formula }, noise), (text) => {
      const expected = naive(text.split(" "))
      const { tree, diagnostics } = readSabre(`${text} ;`, "test.txt")
      const first = tree.definitions[0]
      const found = diagnostics.length === 0 && first?.kind === "initial" ? printTree(first.body) : undefined
      if (found !== undefined) read++
      expect(found).toBe(expected)
    }),
    { numRuns: 4000, seed: 5 },
  )
  expect(read).toBeGreaterThan(500)
})
