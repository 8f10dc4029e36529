/**
 * The register of all messages that the readers can report, by severity.
 *
 * Each code has a page `docs/messages/<code>.md`, which begins with its title, and a fixture in
 * `stories/_mistakes`. The sentence that an author sees is written where the mistake is found, because it
 * names the world's people and places.
 */
import type { Diagnostic, Severity, Span } from "@dramaturg/model"
import type { Dialect } from "../syntax-tree.js"

/** With one of these there is no problem. */
const errors = [
  // Reading: words, brackets, structure (Sabre's reader; ours shares what fits)
  "unclosed-comment",
  "unclosed-text",
  "unclosed-bracket",
  "stray-bracket",
  "missing-semicolon",
  "stray-semicolon",
  "missing-formula",
  "unexpected-word",
  "not-a-name",
  "bad-number",
  "glued-minus",
  "nested-application",
  "unclear-else",
  "unknown-part",
  "too-deep",
  "other-language",
  // Names: what is declared, and what is not
  "empty-world",
  "unknown-name",
  "unknown-type",
  "undeclared-type",
  "unknown-property",
  "declared-twice",
  "ambiguous-name",
  "hidden-overload",
  "part-twice",
  "utility-twice",
  "limit-twice",
  "bad-limit",
  "type-cycle",
  "built-in-type",
  // Worlds from parts, and what the author demands of all their stories
  "no-such-part",
  "include-cycle",
  "common-belief",
  "open-common",
  "knows-closed",
  "might-looks-into-minds",
  "unforeseen-start",
  "pays-foreseen",
  "utility-cycle",
  "author-utility",
  "no-clock",
  "verb-forms",
  "unknown-placeholder",
  // Types: what fits where
  "wrong-type",
  "wrong-arguments",
  "unknown-argument",
  "not-a-character",
  "number-variable",
  "bad-observer",
  "missing-else",
  "assignment-in-condition",
  "not-an-effect",
  "open-effect",
  "too-many-instances",
  "contradictory-effect",
  "self-belief",
  "part-not-allowed",
  // Reading our own language: ambiguities, and what only this language has
  "unclear-comment",
  "too-long",
  "unclear-and-or",
  "unclear-arithmetic",
  "unclear-comparison",
  "unclear-not",
  "unclear-reach",
  // Reading our own language: idioms of other languages, and missing brackets
  "foreign-word",
  "foreign-sign",
  "foreign-arrow",
  "foreign-change",
  "foreign-conditional",
  "foreign-function",
  "foreign-comment",
  "number-with-commas",
  "number-with-points",
  "name-begins-with-digit",
  "braces-in-formula",
  "if-without-brackets",
  "then-in-formula",
  "lost-else",
  "believer-without-brackets",
  "believer-missing",
  "several-believers",
  "observer-missing",
  "quantifier-without-brackets",
  "sign-behind-quantifier",
  "utility-without-brackets",
  "consenting-joined",
  "is-as-verb",
  "question-mark-choice",
  "property-without-brackets",
  "property-behind-name",
  "entity-without-word",
  "comma-for-semicolon",
  "comma-for-join",
  "square-brackets",
  "definition-inside",
  // Reading our own language: headers, blocks, items and texts
  "text-needed",
  "number-needed",
  "then-missing",
  "not-a-beginning",
  "believer-in-block",
  "missing-colon",
  "sign-needed",
  "kind-without-colon",
  "type-with-list",
  "answer-in-list",
  "answer-missing",
  "brackets-missing",
  "braces-missing",
  "kind-missing",
  "value-for-parameter",
  "kind-before-name",
  "limits-without-braces",
  "says-in-block",
  "colon-behind-believes",
  "unknown-item",
  "sign-gives-no-value",
  "not-a-pronoun",
  "every-with-brackets",
  "name-missing",
  "formula-in-block",
  "name-in-pieces",
  "modifier-misplaced",
  "part-without-heading",
  "item-not-whole",
  "bare-condition",
  "article-in-expectation",
  "more-than-names",
  "not-an-act",
  "kind-as-beginning",
  "beginning-not-whole",
  "demand-outside",
  "part-outside",
  "misspelt-beginning",
  "heading-outside",
  "quotation-marks",
  "sign-before-text",
  "misspelt-before-text",
  "text-before-colon",
  "include-without-text",
  // Reading plots and certificates
  "not-a-solution",
  "unknown-act",
  "misplaced-reason",
] as const

const warnings = [
  // Worlds from parts, and what holds for all of them
  "empty-words",
  // Worlds that mean something, but perhaps not what their author meant
  "goal-out-of-reach",
  "said-twice",
  "knows-all",
  "careless-wants",
  "nobody-can-know",
  "own-belief-wanted",
  "never-equal",
  "unordered",
  "no-expectation",
  "no-author-utility",
  "conflicting-effects",
  "contradictory-case",
  "interfering-triggers",
  "unknown-utility",
  "lost-digits",
  "division-by-zero",
  "arithmetic-on-unknown",
  "comparison-in-effect",
  // Writing Sabre's format
  "not-in-sabre",
  // Writing our own language
  "renamed",
] as const

/** Errors in our own language that are only warnings in Sabre's, which allows them. */
const warningsInSabre = [
  "unclosed-comment",
  "undeclared-type",
  "declared-twice",
  "hidden-overload",
  "part-twice",
  "utility-twice",
  "limit-twice",
] as const satisfies readonly (typeof errors)[number][]

export type MessageCode = (typeof errors)[number] | (typeof warnings)[number]

type Extra = Pick<Diagnostic, "hint" | "related" | "fixes">

/** A diagnostic with the severity that the register gives its code in this dialect. */
export function remark(
  dialect: Dialect,
  code: MessageCode,
  span: Span,
  message: string,
  extra: Extra = {},
): Diagnostic {
  return { code, severity: severityOf(dialect, code), span, message, ...extra }
}

const mild: Readonly<Record<Dialect, ReadonlySet<MessageCode>>> = {
  drama: new Set(warnings),
  sabre: new Set([...warnings, ...warningsInSabre]),
}

function severityOf(dialect: Dialect, code: MessageCode): Severity {
  return mild[dialect].has(code) ? "warning" : "error"
}
