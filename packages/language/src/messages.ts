/**
 * The register of everything a reader of worlds can remark: code, how bad it is, and a title.
 *
 * Each code has a page `docs/messages/<code>.md`. The sentence that an author sees is written where the mistake is found,
 * because it names their people and places. `inSabre` is the severity in Sabre's dialect, where it differs.
 */
import type { Diagnostic, Severity, Span } from "@dramaturg/model"
import type { Dialect } from "./draft.js"

export interface MessageEntry {
  readonly severity: Severity
  readonly inSabre?: Severity
  readonly title: string
}

export const messages = {
  // Reading: words, brackets, shapes (Sabre's reader; ours shares what fits)
  "unclosed-comment": { severity: "error", inSabre: "warning", title: "A comment never ends" },
  "unclosed-text": { severity: "error", title: "A text in quotation marks never ends" },
  "unclosed-bracket": { severity: "error", title: "A bracket is opened and never closed" },
  "stray-bracket": { severity: "error", title: "A bracket closes nothing" },
  "missing-semicolon": { severity: "error", title: "A semicolon is missing between two definitions" },
  "stray-semicolon": { severity: "error", title: "A semicolon with nothing before it" },
  "missing-formula": { severity: "error", title: "Something is missing here" },
  "unexpected-word": { severity: "error", title: "A word or sign stands where it cannot stand" },
  "not-a-name": { severity: "error", title: "A name is needed" },
  "bad-number": { severity: "error", title: "A number that cannot be read" },
  "glued-minus": { severity: "error", title: "A minus sign is glued to its number" },
  "nested-application": { severity: "error", title: "A property inside the brackets of another" },
  "unclear-else": { severity: "error", title: "An else that could belong to two ifs" },
  "unknown-part": { severity: "error", title: "A part that nothing of this kind has" },
  "too-deep": { severity: "error", title: "A formula that is nested too deeply" },
  "other-language": { severity: "error", title: "A world in the other language than its file's name says" },
  // Names: what is declared, and what is not
  "empty-world": { severity: "error", title: "A world with nothing in it" },
  "unknown-name": { severity: "error", title: "A name that nothing in the world has" },
  "unknown-type": { severity: "error", title: "A type that nobody declared" },
  "undeclared-type": { severity: "error", inSabre: "warning", title: "A type that exists only because it is mentioned" },
  "unknown-property": { severity: "error", title: "A property that nobody declared" },
  "declared-twice": { severity: "error", inSabre: "warning", title: "The same name is declared twice" },
  "ambiguous-name": { severity: "error", title: "Two definitions that the same words would fit" },
  "hidden-overload": { severity: "error", inSabre: "warning", title: "A definition that another one may hide" },
  "part-twice": { severity: "error", inSabre: "warning", title: "A part is given twice" },
  "utility-twice": { severity: "error", inSabre: "warning", title: "Wants are given twice for the same person" },
  "limit-twice": { severity: "error", inSabre: "warning", title: "A limit is given twice" },
  "bad-limit": { severity: "error", title: "A limit that is not a whole number" },
  "type-cycle": { severity: "error", title: "A type that is its own ancestor" },
  "built-in-type": { severity: "error", title: "boolean and number have no family" },
  // Worlds from parts, and what holds for all of them
  "no-such-part": { severity: "error", title: "A part that cannot be found" },
  "include-cycle": { severity: "error", title: "A part that includes itself" },
  "common-belief": { severity: "error", title: "A belief about what everybody knows" },
  "unforeseen-start": { severity: "error", title: "A beginning that nobody could foresee" },
  "utility-cycle": { severity: "error", title: "Wants that depend on each other" },
  "author-utility": { severity: "error", title: "The author's wants inside a formula" },
  "no-clock": { severity: "error", title: "Time in a world without a clock" },
  "verb-forms": { severity: "error", title: "Brackets that hold no verb, or too many forms of one" },
  "empty-words": { severity: "warning", title: "Words that say nothing" },
  "unknown-placeholder": { severity: "error", title: "Words with a gap that nothing fills" },
  // Types: what fits where
  "wrong-type": { severity: "error", title: "Something of the wrong type" },
  "wrong-arguments": { severity: "error", title: "A property with arguments it does not take" },
  "unknown-argument": { severity: "error", title: "The unknown as an argument" },
  "not-a-character": { severity: "error", title: "A character is needed" },
  "number-variable": { severity: "error", title: "A variable cannot range over numbers" },
  "bad-observer": { severity: "error", title: "The observer's type leaves characters out" },
  "missing-else": { severity: "error", title: "A number with no value in some case" },
  "assignment-in-condition": { severity: "error", title: "A condition that changes something" },
  "not-an-effect": { severity: "error", title: "An effect that does not say what changes" },
  "open-effect": { severity: "error", title: "An effect that leaves open what happens" },
  "too-many-instances": { severity: "error", title: "More ways to fill in a template than anybody could go through" },
  "contradictory-effect": { severity: "error", title: "One thing is given two values at once" },
  "self-belief": { severity: "error", title: "Somebody who would be wrong about their own mind" },
  "part-not-allowed": { severity: "error", title: "A part that stands in something else" },
  // Remarks on worlds that mean something, perhaps not what was meant
  "goal-out-of-reach": { severity: "warning", title: "What the author wants can never come true" },
  "said-twice": { severity: "warning", title: "Two facts of the start that disagree" },
  "knows-all": { severity: "warning", title: "An effect that lets somebody know all there is of a kind" },
  "careless-wants": { severity: "warning", title: "Somebody who does not mind dying" },
  "never-equal": { severity: "warning", title: "A comparison of things that are never equal" },
  "unordered": { severity: "warning", title: "Only numbers can be greater or smaller" },
  "no-expectation": { severity: "warning", title: "A scenario that expects nothing" },
  "no-author-utility": { severity: "warning", title: "Nothing says what the story should reach" },
  "conflicting-effects": { severity: "warning", title: "Two effects that can disagree" },
  "contradictory-case": { severity: "warning", title: "An act that is impossible for some of its people and things" },
  "interfering-triggers": { severity: "warning", title: "Two triggers that get in each other's way" },
  "unknown-utility": { severity: "warning", title: "Wants that can become unknown" },
  "lost-digits": { severity: "warning", title: "A number that is kept otherwise than it is written" },
  "division-by-zero": { severity: "warning", title: "A division that can be by zero" },
  "arithmetic-on-unknown": { severity: "warning", title: "A calculation with something unknown" },
  "comparison-in-effect": { severity: "warning", title: "A comparison where something is given a value" },
  // Writing Sabre's format
  "not-in-sabre": { severity: "warning", title: "Something that Sabre's format cannot say" },
  // Reading our own language: where a reader could hesitate, and what only it has
  "unclear-comment": { severity: "error", title: "A comment that readers end in different places" },
  "too-long": { severity: "error", title: "A world too long to be read" },
  "unclear-and-or": { severity: "error", title: "and beside or, without parentheses" },
  "unclear-arithmetic": { severity: "error", title: "A calculation that needs parentheses" },
  "unclear-comparison": { severity: "error", title: "Two comparisons in one row" },
  "unclear-not": { severity: "error", title: "A not beside a comparison" },
  "unclear-reach": { severity: "error", title: "How far an if, a quantifier or a sum reaches" },
  // Reading our own language: words and signs of others, and what stands without its brackets
  "foreign-word": { severity: "error", title: "A word that other languages write for a sign" },
  "foreign-sign": { severity: "error", title: "A sign that other languages write" },
  "foreign-arrow": { severity: "error", title: "An arrow for what depends on something" },
  "foreign-change": { severity: "error", title: "A short form for changing a number" },
  "foreign-conditional": { severity: "error", title: "Another language's word before a condition" },
  "foreign-function": { severity: "error", title: "A function that does not exist" },
  "foreign-comment": { severity: "error", title: "Another language's comment" },
  "number-with-commas": { severity: "error", title: "A number with commas in it" },
  "number-with-points": { severity: "error", title: "A number with more than one point" },
  "name-begins-with-digit": { severity: "error", title: "A name that begins with a digit" },
  "braces-in-formula": { severity: "error", title: "Braces in a condition or an effect" },
  "if-without-brackets": { severity: "error", title: "What an if asks stands without brackets" },
  "then-in-formula": { severity: "error", title: "A then behind an if" },
  "lost-else": { severity: "error", title: "An else without its if" },
  "believer-without-brackets": { severity: "error", title: "Who believes stands without brackets" },
  "believer-missing": { severity: "error", title: "A belief that is nobody's" },
  "several-believers": { severity: "error", title: "A belief of several people at once" },
  "observer-missing": { severity: "error", title: "Nobody is asked whether they see" },
  "quantifier-without-brackets": { severity: "error", title: "What a quantifier goes through stands without brackets" },
  "sign-behind-quantifier": { severity: "error", title: "A sign behind the brackets of a quantifier" },
  "utility-without-brackets": { severity: "error", title: "Wants without brackets" },
  "consenting-joined": { severity: "error", title: "Those who consent are joined by a sign" },
  "is-as-verb": { severity: "error", title: "An is between names" },
  "question-mark-choice": { severity: "error", title: "A choice with a question mark" },
  "property-without-brackets": { severity: "error", title: "A property without its brackets" },
  "property-behind-name": { severity: "error", title: "A property behind what it is said of" },
  "entity-without-word": { severity: "error", title: "Names without the word that declares them" },
  "comma-for-semicolon": { severity: "error", title: "A comma where something ends" },
  "comma-for-join": { severity: "error", title: "A comma between conditions or effects" },
  "square-brackets": { severity: "error", title: "Square brackets" },
  "definition-inside": { severity: "error", title: "A definition inside another" },
  // Writing our own language
  renamed: { severity: "warning", title: "A name that had to be changed" },
} as const satisfies Record<string, MessageEntry>

export type MessageCode = keyof typeof messages

type Extra = Pick<Diagnostic, "hint" | "related" | "fixes">

/** A diagnostic with the severity that the register gives its code in this dialect. */
export function remark(dialect: Dialect, code: MessageCode, span: Span, message: string, extra: Extra = {}): Diagnostic {
  const entry: MessageEntry = messages[code]
  const severity = dialect === "sabre" ? (entry.inSabre ?? entry.severity) : entry.severity
  return { code, severity, span, message, ...extra }
}
