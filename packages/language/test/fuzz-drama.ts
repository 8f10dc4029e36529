/**
 * Gives the reader of `.drama` random texts: it must answer each of them soon, never throw, and give every
 * diagnostic a place.
 */
import { compileStory, formatStory, readDrama, readSabre, writeDrama } from "@dramaturg/language"
import type { Diagnostic } from "@dramaturg/model"
import fc from "fast-check"
import type { SyntaxTree } from "../src/syntax-tree.js"
import { bare } from "./bare.js"
import type { FuzzReport } from "./fuzz-sabre.js"
import { printTree } from "./print-tree.js"

const seeds = [
  `/// A small world.

type place; type person : character;
/// Two places.
entity Home, Shop : place;
entity Tom : person { at = Home; !lame; debt = -3; likes(Ann) = 2; believes at(Ann) = ?; wants: at(Tom) == Shop; }
entity Ann : person { at = Shop } // nobody knows her
property at(c : person) : place; property lame(c : person) : boolean; property debt(c : person) : number;
property likes(c : person, d : person) : number;
action walk(c : person, to : place) {
  precondition: at(c) != to & (!lame(c) | debt(c) > 3); /* away */
  effect: at(c) = to & (if(lame(c)) debt(c) = debt(c) - 1 elseif(debt(c) == 2) !lame(c) else debt(c) = 0);
  consenting: c; observing(o : character): exists(p : place) believes(Tom, at(c) == p);
}
trigger see(c : person, o : person, p : place) {
  precondition: at(c) == p & at(o) == p & believes(c, at(o)) != p;
  effect: believes(c, at(o) = p);
};
utility(): (sum(c : person) (debt(c) * 2)) + 1;
limits { author: 5; character: none; belief: 2; }`,
  "entity A : character; property n() : number; n() = .5; action f(A, b : boolean) { effect: n() == 4 | False; observing(x : entity): b; } utility(A): n() : number",
  `include "people.drama"; include "@lib/clock";
type place; common property time() : number; property weak(c : character) : boolean { told: "{c} [be] \\"weak\\"", "// {c}"; }
entity Ann : character { told: "the captive", she; wants "to be free": !weak(Ann); }
every action by(who : character) { precondition: !weak(who); effect: unforeseen(weak(who) & time() = time() + 1); observing(c : character): seen(c) & possible(); }
unforeseen trigger heal(c : character) { precondition: after(6) & (before(time() + 9) | within(2, 3)); effect: !weak(c); told: "{c} [heal]"; }
action bite(who : character) { takes: 1; effect: weak(who); told: "{who} [bite]", "a { b"; says: "Ow; or not?"; consenting: who; }
utility(Ann) "to live": if(believes(Ann, utility(Ann)) > 1) 1 else utility(Ann);
story { must: bite(?); never: weak(Ann); first: bite(Ann) then: weak(Ann); ends: time() > 3; }
scenario "the pool } has dried" {
  weak(Ann) = True; utility(): 3; without bite, heal; limits { author: 8; } goal: -2; must: bite(Ann);
  expect no story; expect ending weak(Ann); expect no act bite(?); expect !weak(Ann) & time() == 3;
}`,
]

/** Idioms of other languages, and misspelt words. */
const idioms = [
  "and",
  "not",
  "is",
  "then",
  "when",
  "&&",
  "+=",
  "++",
  "=>",
  "->",
  "≠",
  "#",
  "--",
  "%",
  "acton",
  "efect:",
  "wants",
  "utility(A):",
  "A.p",
  "“a”",
  '"a"',
  '"',
  "include",
  "expect",
  "story",
  "scenario",
  "told:",
  "then:",
  "must:",
  "unforeseen(",
  "within(2, 3)",
]

const words = [...seeds.join(" ").match(/[A-Za-z]+|\d+|[^\sA-Za-z\d]/g)!, ...idioms]

/** Texts that are nearly worlds, and texts that are nothing like one. */
export const torments: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.array(fc.constantFrom(...words), { maxLength: 200 }).map((all) => all.join(" ")),
  fc
    .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat())
    .map(([text, from, to]) => text.slice(from % text.length, to % text.length)),
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom(...words)), { maxLength: 8 }),
    )
    .map(mangle),
)

/** Deletes, doubles, replaces and moves tokens, and puts comments between them. */
function mangle([text, edits]: [string, [number, number, string][]]): string {
  const tokens = text.split(/(\s+|\b)/)
  for (const [where, how, word] of edits) {
    const at = where % tokens.length
    if (how === 0) tokens.splice(at, 1)
    else if (how === 1) tokens.splice(at, 0, tokens[at])
    else if (how === 2) tokens[at] = word
    else if (how === 3)
      tokens.splice(at, 0, [" // why\n", "\n/* so */", "/* a\n b */ ", "\n\n/// doc\n\n"][where % 4])
    else tokens.splice((where * 7) % tokens.length, 0, ...tokens.splice(at, 1))
  }
  return tokens.join("")
}

const inAction =
  "type t; entity A : character; property p() : boolean; property n() : number; action f() { precondition: "

/** A million characters of each of these, on one line. */
export const giants: readonly (readonly [before: string, repeated: string, after: string])[] = [
  ["", "(", ""],
  ["", ")", ""],
  ["", "({[", ""],
  ["", "{;", ""],
  ["", ";", ""],
  ["", "abc ", ""],
  ["", "é", ""],
  ["", "9", ""],
  ["", '"', ""],
  ["/*", "*", ""],
  ["", "/// doc\n", "type a;"],
  ["", "a() = 1\n", ""],
  ["", "entity A : t; ", ""],
  ["", "entity A : t { x; y = 3; believes z() = 4 } ", ""],
  ["entity A : t {", "x; y = 3; ", "}"],
  ["entity ", "A, ", "A : t;"],
  ["", "action f() { effect: p() q(); } ", ""],
  ["p(", "a,", ")"],
  [inAction, "!", "p(); }"],
  [inAction, "p() & ", "p(); }"],
  [inAction, "p() & p() | ", "p(); }"],
  [inAction, "p() == ", "p(); }"],
  [inAction, "n() - ", "n() > 1; }"],
  [inAction, "n() + ", "n() > 1; }"],
  [inAction, "if(p()) ", "p(); }"],
  [inAction, "if(p()) p() else ", "p(); }"],
  [inAction, "if(p()) p() elseif(p()) ", "p(); }"],
  [inAction, "believes(A, ", "p(); }"],
  [inAction, "forall(x : t) ", "p(); }"],
  ["", "#", ""],
  ["", "--", ""],
  ["", "' ", ""],
  ["", "A.b ", ""],
  ["", "acton b; ", ""],
  ["", "entity A : t { action g() {} ", ""],
  ["entity A : t {", "belives x; ", "}"],
  ["story {", "must: a(); ", "}"],
  ['scenario "s" {', "expect no ending a() ", "}"],
  ["action f() { told: ", '"a", ', '"b"; }'],
  ["", 'include "a"; ', ""],
  ['"', "\\", '"'],
  [inAction, "p() and ", "p(); }"],
  ["action f() {", "b(); ", "}"],
]

export function giant([before, repeated, after]: (typeof giants)[number], size = 1_000_000): string {
  return before + repeated.repeat(Math.ceil(size / repeated.length)) + after
}

/** Feeds `count` texts to the reader; the same count and seed give the same texts. */
export function fuzzDrama(count: number, seed = 1): FuzzReport {
  const failures: string[] = []
  let slowest = 0
  for (const text of fc.sample(torments, { numRuns: count, seed })) {
    const { failure, took } = answerTimed(text)
    slowest = Math.max(slowest, took)
    if (failure) failures.push(`${failure}: ${JSON.stringify(text)}`)
    else if (took > 1000) failures.push(`took ${Math.round(took)} ms: ${JSON.stringify(text)}`)
  }
  return { inputs: count, slowest, failures }
}

/**
 * A text is repeated before it counts as slow: the same text takes the same work, so one slow run may be due
 * to the machine's other processes.
 */
function answerTimed(text: string): { readonly failure: string | undefined; readonly took: number } {
  const time = () => {
    const before = process.cpuUsage()
    const failure = answerBadly(text)
    return { failure, took: process.cpuUsage(before).user / 1000 }
  }
  const first = time()
  if (first.took <= 1000) return first
  const second = time()
  return second.took < first.took ? second : first
}

/** What is wrong with the answer to a text, or undefined. */
export function answerBadly(text: string): string | undefined {
  try {
    const { diagnostics } = readDrama(text, "fuzz.drama")
    const compiled = compileStory(text, { file: "fuzz.drama" })
    const misplaced = [...diagnostics, ...compiled.diagnostics].find((each) => !isPlaced(each, text))
    if (misplaced) return `a remark without a place (${misplaced.code})`
    if (!compiled.problem && !compiled.diagnostics.some((each) => each.severity === "error"))
      return "neither a problem nor an error"
    return formatsBadly(text) ?? (compiled.problem && writesBadly(text))
  } catch (error) {
    return `thrown (${String(error)})`
  }
}

/** What is wrong with the formatted text: it must mean the same, and must not change when formatted again. */
export function formatsBadly(text: string): string | undefined {
  const once = formatStory(text, "fuzz.drama").text
  if (withoutWhite(once) !== withoutWhite(text)) return "formatted, something is lost"
  if (formatStory(once, "fuzz.drama").text !== once) return "formatted twice, it changes again"
  return bare(readDrama(once, "fuzz.drama").tree) === bare(readDrama(text, "fuzz.drama").tree)
    ? undefined
    : "formatted, it means something else"
}

function withoutWhite(text: string): string {
  return text.replace(/[\s\u001c-\u001f]/g, "")
}

function writesBadly(text: string): string | undefined {
  const compiled = compileStory(text, { file: "fuzz.drama" })
  const written = writeDrama(compiled.tree)
  const again = compileStory(written.text, { file: "fuzz.drama" })
  if (bare(again.problem) !== bare(compiled.problem)) return "written, it means something else"
  return normalised(again.tree) === normalised(compiled.tree) ? undefined : "written, it says something else"
}

const kinds: readonly string[] = ["include", "every", "demand", "scenario"]

/** The parts of the tree that never reach a problem as they were written are put in a fixed order. */
function normalised({ definitions, namesWithErrors }: SyntaxTree): string {
  if (namesWithErrors) return ""
  return bare(
    definitions
      .filter((each) => kinds.includes(each.kind))
      .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
  )
}

function isPlaced({ span, message }: Diagnostic, text: string): boolean {
  const inside = span.offset >= 0 && span.length >= 0 && span.offset + span.length <= text.length
  return inside && span.line >= 1 && span.column >= 1 && message.length > 0
}

const operands = [
  "a()",
  "b(A)",
  "believes(A, a() & b(B))",
  "!a()",
  "!",
  "(",
  ")",
  "3",
  "?",
  "if(a())",
  "elseif(b())",
  "else",
  "forall(x : t)",
  "sum(x : t)",
]
const operators = ["&", "|", "=", "==", "<", ":", "+", "-", "*", "/", ",", "else"]

/** Rows of operands and signs in many orders. */
const rows: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...operands), fc.constantFrom(...operators)), {
    minLength: 1,
    maxLength: 7,
  })
  .chain((pairs) => fc.tuple(fc.constant(pairs), fc.constantFrom("t", "a()", "(a() & b(A))")))
  .map(([pairs, last]) => [...pairs.flat(), last].join(" "))

/** Formulas that both languages read, and how many of them they read differently. */
export function compareReaders(
  count: number,
  seed = 1,
): { readonly shared: number; readonly different: readonly string[] } {
  const different: string[] = []
  let shared = 0
  for (const text of fc.sample(rows, { numRuns: count, seed })) {
    const [ours, theirs] = [readDrama(text, "x.drama"), readSabre(text, "x.txt")]
    if (ours.diagnostics.length > 0 || theirs.diagnostics.length > 0) continue
    shared++
    const show = ({ tree }: typeof ours) =>
      tree.definitions.map((each) => (each.kind === "initial" ? printTree(each.body) : each.kind)).join("; ")
    if (show(ours) !== show(theirs)) different.push(`${text}: ${show(ours)}, in Sabre ${show(theirs)}`)
  }
  return { shared, different }
}
