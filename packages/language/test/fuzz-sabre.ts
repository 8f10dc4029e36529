/**
 * Gives the reader of Sabre's format random texts: it must answer each of them soon, never throw, and give
 * every diagnostic a place.
 */
import { compileStory, readSabre, writeSabre } from "@dramaturg/language"
import type { Diagnostic } from "@dramaturg/model"
import fc from "fast-check"

export interface FuzzReport {
  readonly inputs: number
  readonly slowest: number
  /** One line for each input that was answered badly. */
  readonly failures: readonly string[]
}

const seeds = [
  `/** A small world. */
type place; type character : place; entity Home : place; entity Shop : place; entity Tom : character; entity Ann : character;
property at(c : character) : place; property lame(c : character) : boolean; property debt(c : character) : number;
at(Tom) = Home; at(Ann) = Shop; believes(Tom, at(Ann)) = ?; debt(Tom) = -3 & lame(Ann);
action walk(c : character, to : place) {
  precondition: at(c) != to & !lame(c) | debt(c) > 3; // away
  effect: at(c) = to & (if(lame(c)) debt(c) = debt(c) - 1 elseif(debt(c) == 2) !lame(c) else debt(c) = 0);
  consenting: (c,); observing(o : character): at(o) == at(c) | at(o) == to;
};
trigger see(c : character, o : character, p : place) {
  precondition: at(c) == p & at(o) == p & believes(c, at(o)) != p;
  effect: believes(c, at(o) = p);
};
utility(): sum(c : character) debt(c) * 2 + 1;
utility(Tom): if(exists(p : place) believes(Ann, believes(Tom, at(Tom) == p))) 1 else 0;`,
  "entity A : character; property n() : number; n() = .5; action f(A, b : boolean) { effect: n() == 4 | False; observing(x : entity): b; }; utility(A): n() : number",
]

const words = seeds.join(" ").match(/[A-Za-z]+|\d+|[^\sA-Za-z\d]/g)!

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
      fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...words)), { maxLength: 8 }),
    )
    .map(mangle),
)

/** Deletes, doubles, replaces and moves tokens. */
function mangle([text, edits]: [string, [number, number, string][]]): string {
  const tokens = text.split(/(\s+|\b)/)
  for (const [where, how, word] of edits) {
    const at = where % tokens.length
    if (how === 0) tokens.splice(at, 1)
    else if (how === 1) tokens.splice(at, 0, tokens[at])
    else if (how === 2) tokens[at] = word
    else tokens.splice((where * 7) % tokens.length, 0, ...tokens.splice(at, 1))
  }
  return tokens.join("")
}

const inAction =
  "type t; entity A : character; property p() : boolean; property n() : number; action f() { precondition: "

/** A million characters of each of these, on one line. */
export const giants: readonly (readonly [before: string, repeated: string, after: string])[] = [
  ["", "(", ""],
  ["", "({[", ""],
  ["", "() ", ""],
  ["", ";", ""],
  ["", "abc ", ""],
  ["", "é", ""],
  ["", "-1", ""],
  ["", '"', ""],
  ["/*", "*", ""],
  ["", "/// doc\n", "type a;"],
  ["", "entity A : t; ", ""],
  ["", "entity A : t ", ""],
  ["", "action f() {", ""],
  ["", "property p(x : entity) : boolean;", ""],
  ["p(", "a,", ")"],
  [inAction, "!", "p(); };"],
  [inAction, "p() & ", "p(); };"],
  [inAction, "p() == p() & ", "==; };"],
  [inAction, "p() & p() | p() = p() == p() - ", "; };"],
  [inAction, "p() == p() != p() >= p() <= p() > p() < p() : t * p() / p() + p() - ", "==; };"],
  [inAction, "if(p()) p() & p() else ", "p(); };"],
  [inAction, "if(p()) p() elseif(p()) ", "p(); };"],
  [inAction, "believes(A, ", "p(); };"],
  [inAction, "forall(x : t) ", "p(); };"],
  [inAction, "n() - ", "n() > 1; };"],
  [inAction, "p() : ", "t; };"],
]

export function giant([before, repeated, after]: (typeof giants)[number], size = 1_000_000): string {
  return before + repeated.repeat(Math.ceil(size / repeated.length)) + after
}

/** Feeds `count` texts to the reader; the same count and seed give the same texts. */
export function fuzzSabre(count: number, seed = 1): FuzzReport {
  const failures: string[] = []
  let slowest = 0
  for (const text of fc.sample(torments, { numRuns: count, seed })) {
    const before = process.cpuUsage()
    const failure = answerBadly(text)
    const took = process.cpuUsage(before).user / 1000
    slowest = Math.max(slowest, took)
    if (failure) failures.push(`${failure}: ${JSON.stringify(text)}`)
    else if (took > 1000) failures.push(`took ${Math.round(took)} ms: ${JSON.stringify(text)}`)
  }
  return { inputs: count, slowest, failures }
}

/** What is wrong with the answer to a text, or undefined. */
export function answerBadly(text: string): string | undefined {
  try {
    const { diagnostics } = readSabre(text, "fuzz.txt")
    const compiled = compileStory(text, { file: "fuzz.txt" })
    const misplaced = [...diagnostics, ...compiled.diagnostics].find((each) => !isPlaced(each, text))
    if (misplaced) return `a remark without a place (${misplaced.code})`
    if (!compiled.problem && !compiled.diagnostics.some((each) => each.severity === "error"))
      return "neither a problem nor an error"
    return compiled.problem && !compileStory(writeSabre(compiled.problem).text, { file: "fuzz.txt" }).problem
      ? "written but not readable"
      : undefined
  } catch (error) {
    return `thrown (${String(error)})`
  }
}

function isPlaced({ span, message }: Diagnostic, text: string): boolean {
  const inside = span.offset >= 0 && span.length >= 0 && span.offset + span.length <= text.length
  return inside && span.line >= 1 && span.column >= 1 && message.length > 0
}
