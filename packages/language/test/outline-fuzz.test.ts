/**
 * In any outline, each item is an act, a note or not understood, under its own number; and no line is lost.
 */
import { readOutline } from "@dramaturg/language"
import { actReaderOf } from "@dramaturg/telling"
import fc from "fast-check"
import { expect, test } from "vitest"
import { lodging } from "./lodging.js"

const runs = process.env.LONG === "1" ? 5000 : 300

const reader = actReaderOf(lodging)

interface Item {
  readonly text: string
  /** Undefined: no act of this world. */
  readonly act?: string
}

const acts: readonly Item[] = [
  ...[
    "go(Ann, Hall)",
    "GO( ann ,hall ).",
    "Ann goes to the hall.",
    "Ann went to the hall",
    "**Ann went to the hall.**",
  ].map((text) => ({ text, act: "go(Ann, Hall)" })),
  ...["go(Ann,Lodging)", "Ann goes to Tom's lodging.", "Ann went to Tom’s lodging"].map((text) => ({
    text,
    act: "go(Ann, Lodging)",
  })),
  ...["Bo greets Ann.", "greet(Bo, Ann)", "Bo greeted Ann"].map((text) => ({ text, act: "greet(Bo, Ann)" })),
]
const strange: readonly Item[] = [
  "Ann sings.",
  "They meet, at last, in the rain",
  "Bo weeps; nobody sees it.",
  "Ann goes to the hall to plead her suit.",
  "{x} | y",
  "Annchen geht fort.",
  "雨が降る。",
  "Was it Bo?",
  '"Oh!"',
].map((text) => ({ text }))

const itemOf = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...acts) },
  { weight: 2, arbitrary: fc.constantFrom(...strange) },
)
/** At least one act, or the outline as a whole is refused. */
const itemsOf = fc
  .array(itemOf, { minLength: 1, maxLength: 9 })
  .filter((items) => items.some((each) => each.act !== undefined))

type Sign = (number: number) => string
const numbered: readonly Sign[] = [
  (n) => `${n}. `,
  (n) => `${n}) `,
  (n) => `(${n}) `,
  (n) => `Scene ${n}: `,
  (n) => `${n} – `,
]
const bullets: readonly Sign[] = ["- ", "* ", "+ ", "• ", "- [ ] "].map((sign) => () => sign)

interface Read {
  readonly item: string
  readonly act: string | undefined
}

/** In the order of the text. */
function itemsIn(text: string): readonly Read[] {
  const { outline, diagnostics } = readOutline(text, lodging, "o.md", reader)
  if (!outline) throw new Error(`${text}\n${diagnostics.map((each) => each.message).join("\n")}`)
  const counted = [
    ...outline.acts.map((each, i) => ({
      item: each.item ?? String(i + 1),
      act: each.act,
      at: each.span.offset,
    })),
    ...outline.notes
      .filter((each) => each.item !== undefined)
      .map((each) => ({ item: each.item!, act: undefined, at: each.span.offset })),
  ]
  return counted.sort((a, b) => a.at - b.at).map(({ item, act }) => ({ item, act }))
}

test("items under numbers that leave some out keep them all", () => {
  fc.assert(
    fc.property(
      itemsOf,
      fc.constantFrom(...numbered),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }),
      fc.constantFrom("\n", "\r\n", "\n\n"),
      fc.boolean(),
      (items, sign, gaps, end, isHeaded) => {
        let number = 0
        const numbers = items.map((_, i) => (number += gaps[i]))
        const text = `${isHeaded ? `# The plot${end}` : ""}${items.map((each, i) => sign(numbers[i]) + each.text).join(end)}${end}`
        expect(itemsIn(text)).toEqual(items.map(({ act }, i) => ({ item: String(numbers[i]), act })))
      },
    ),
    { numRuns: runs },
  )
})

test("items under bullets are counted, and none is left out", () => {
  fc.assert(
    fc.property(itemsOf, fc.constantFrom(...bullets), fc.constantFrom("\n", "\r\n"), (items, sign, end) => {
      expect(itemsIn(items.map((each, i) => sign(i) + each.text + end).join(""))).toEqual(
        items.map(({ act }, i) => ({ item: String(i + 1), act })),
      )
    }),
    { numRuns: runs },
  )
})

test("items in JSON are counted, and none is left out", () => {
  fc.assert(
    fc.property(itemsOf, fc.boolean(), (items, isWrapped) => {
      const list = items.map((each) => each.text.replaceAll("**", ""))
      expect(itemsIn(JSON.stringify(isWrapped ? { acts: list } : list.map((act) => ({ act }))))).toEqual(
        items.map(({ act }, i) => ({ item: String(i + 1), act })),
      )
    }),
    { numRuns: runs },
  )
})

const piece = fc.oneof(
  itemOf.map((each) => each.text),
  fc.constantFrom(
    "# One",
    "## Two",
    "---",
    "```",
    "> said",
    "| a | b |",
    "|---|---|",
    "| 1 | Ann sings |",
    "// a thought",
    "",
    "  ",
    "<!-- x -->",
    "Goals: x",
    "[x]",
    "1.",
    "-",
  ),
  fc.string({ maxLength: 12 }),
)
const indent = fc.constantFrom("", "", "  ", "\t", "- ", "1. ", "12) ", "  * ")

test("whatever the text is, reading ends without a fault, and what stands in it is in what was read, or is complained of", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(indent, piece), { maxLength: 12 }),
      fc.constantFrom("\n", "\r\n"),
      (lines, end) => {
        const text = lines.map(([before, words]) => before + words).join(end)
        const { outline, diagnostics } = readOutline(text, lodging, "o.md", reader)
        if (!outline) return void expect(diagnostics.length).toBeGreaterThan(0)
        const spans = [...outline.acts, ...outline.notes].map((each) => each.span)
        let offset = 0
        for (const line of text.split("\n")) {
          const [from, to] = [offset, offset + line.length]
          offset = to + 1
          // Words, not marks alone: a rule or a fence says nothing.
          if (!/\p{L}{2}/u.test(line) || /^\s*(?:```|~~~)/.test(line)) continue
          // Front matter says nothing of the plot.
          if (text.startsWith("---") && line.trim() === "Goals: x") continue
          const isKept =
            spans.some((each) => each.offset < to && each.offset + each.length > from) ||
            diagnostics.some((each) => each.span.offset < to && each.span.offset + each.span.length >= from)
          expect({ line, isKept, text }).toEqual({ line, isKept: true, text })
        }
      },
    ),
    { numRuns: runs },
  )
})
