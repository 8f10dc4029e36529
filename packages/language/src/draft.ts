/**
 * What a world's text says, before anybody asks whether it makes sense: the common tree of both readers.
 *
 * `.drama` and Sabre's `.txt`, each through a reader of its own, both end here. Names are still bare words with
 * a place; nothing is resolved or typed. `names`, `typing`, `checks` and `lower` turn a draft into a `Problem`, once, for
 * both. A draft may be torn: a reader leaves out what it could not read and says so in a diagnostic.
 */
import type { ArithmeticOperator, Comparison, Span } from "@dramaturg/model"
import type { WordHolding } from "./syntax/words.js"

/** A word with its place. */
export interface Name {
  readonly text: string
  readonly span: Span
}

/** A text in quotation marks, its escapes undone; the span covers the marks. */
export interface Quote {
  readonly text: string
  readonly span: Span
}

/** Something that stands where a variable, an entity, a number, `True`, `False` or `?` may stand. */
export type DraftTerm = { readonly span: Span } & (
  | { readonly kind: "name"; readonly text: string }
  /** `written`: how the text writes a number that cannot be kept as it stands there. */
  | { readonly kind: "literal"; readonly value: boolean | number | null; readonly written?: string }
)

export interface DraftFluent {
  readonly kind: "fluent"
  readonly name: Name
  readonly arguments: readonly DraftTerm[]
  readonly span: Span
}

/** Conditions, values and effects alike: which of them a formula is depends on where it stands. */
export type DraftExpression = { readonly span: Span } & (
  | DraftTerm
  | DraftFluent
  | { readonly kind: "believes"; readonly character: DraftTerm; readonly body: DraftExpression }
  | { readonly kind: "not"; readonly body: DraftExpression }
  | { readonly kind: "and" | "or"; readonly parts: readonly DraftExpression[] }
  | { readonly kind: "if"; readonly branches: readonly DraftBranch[]; readonly otherwise: DraftExpression | undefined }
  | {
      readonly kind: "forall" | "exists" | "sum" | "product"
      readonly variable: Name
      readonly type: Name
      readonly body: DraftExpression
    }
  /** `=`; the target should be a fluent or beliefs about one. */
  | { readonly kind: "assign"; readonly target: DraftExpression; readonly value: DraftExpression }
  | { readonly kind: "compare"; readonly operator: Comparison; readonly left: DraftExpression; readonly right: DraftExpression }
  | {
      readonly kind: "arithmetic"
      readonly operator: ArithmeticOperator
      readonly left: DraftExpression
      readonly right: DraftExpression
    }
  /** `e : T`, a test of type. */
  | { readonly kind: "is"; readonly body: DraftExpression; readonly type: Name }
  /** An effect that nobody counts on. */
  | { readonly kind: "unforeseen"; readonly body: DraftExpression }
  /** `utility(Anna)`: what somebody's state is worth to them. `character` undefined: the author's. */
  | { readonly kind: "utility"; readonly character: DraftTerm | undefined }
  /** `before(e)`, `after(e)`, `within(n, e)`: about the clock. */
  | { readonly kind: "moment"; readonly relation: "before" | "after" | "within"; readonly arguments: readonly DraftExpression[] }
)

export interface DraftBranch {
  readonly condition: DraftExpression
  readonly body: DraftExpression
}

export type DraftParameter = { readonly span: Span } & (
  | { readonly kind: "variable"; readonly name: Name; readonly type: Name }
  | { readonly kind: "constant"; readonly term: DraftTerm }
)

/** A part of an action or trigger; `keyword` is the place of the word that opens it. */
export type DraftPart = { readonly span: Span; readonly keyword: Span } & (
  | { readonly kind: WordHolding<"formula", "action">; readonly body: DraftExpression }
  | { readonly kind: WordHolding<"texts", "action">; readonly texts: readonly Quote[] }
  | { readonly kind: "consenting"; readonly characters: readonly DraftTerm[] }
  | { readonly kind: "observing"; readonly variable: Name; readonly type: Name; readonly body: DraftExpression }
)

/** What the author demands of every story. `order`: both come about, in this order. */
export type DraftDemand = { readonly span: Span } & (
  | { readonly kind: "demand"; readonly demand: WordHolding<"formula", "story">; readonly body: DraftExpression }
  | { readonly kind: "demand"; readonly demand: "order"; readonly first: DraftExpression; readonly then: DraftExpression }
)

/** What a scenario is expected to bring. An act may have `?` for anybody in its brackets. */
export type DraftExpectation = { readonly span: Span; readonly kind: "expect"; readonly negated: boolean } & (
  | { readonly what: "story" }
  | { readonly what: "ending" | "holds"; readonly body: DraftExpression }
  | { readonly what: "act"; readonly act: DraftFluent }
)

export type DraftScenarioItem =
  | Extract<DraftDefinition, { kind: "initial" | "utility" | "limit" | "without" }>
  | DraftDemand
  | DraftExpectation
  | { readonly kind: "goal"; readonly value: number; readonly span: Span }

export type DraftDefinition = { readonly span: Span; readonly doc?: string } & (
  | { readonly kind: "type"; readonly name: Name; readonly parents: readonly Name[] }
  | { readonly kind: "entity"; readonly name: Name; readonly types: readonly Name[]; readonly told?: { readonly name: Quote; readonly pronoun?: Name } }
  | {
      readonly kind: "property"
      readonly name: Name
      readonly parameters: readonly DraftParameter[]
      readonly type: Name
      readonly isCommon?: true
      readonly told?: readonly Quote[]
    }
  | {
      readonly kind: "action" | "trigger"
      readonly name: Name
      readonly parameters: readonly DraftParameter[]
      /** Of a trigger: nobody counts on it. */
      readonly isUnforeseen?: true
      /** In order of the text, repeated ones included. */
      readonly parts: readonly DraftPart[]
    }
  /** `character` undefined: the author. */
  | { readonly kind: "utility"; readonly character: Name | undefined; readonly body: DraftExpression; readonly told?: Quote }
  | { readonly kind: "initial"; readonly body: DraftExpression }
  /** A limit the world declares for itself; null is `none`. */
  | { readonly kind: "limit"; readonly which: "author" | "character" | "belief"; readonly value: number | null }
  /** Another text, whose definitions stand here. */
  | { readonly kind: "include"; readonly path: Quote }
  /** Actions and triggers that are taken out. */
  | { readonly kind: "without"; readonly names: readonly Name[] }
  /** What is added to every action, or to those called `action`; `by`: for each who consents to it. */
  | { readonly kind: "every"; readonly action?: Name; readonly by: { readonly variable: Name; readonly type: Name } | undefined; readonly parts: readonly DraftPart[] }
  | DraftDemand
  | { readonly kind: "scenario"; readonly title: Quote; readonly items: readonly DraftScenarioItem[] }
)

export interface Draft {
  readonly file: string
  readonly doc?: string
  readonly definitions: readonly DraftDefinition[]
  /**
   * Present if something could not be read: the names whose definitions are not whole, so that nobody is blamed for using
   * them. A torn draft never becomes a problem.
   */
  readonly torn?: readonly string[]
}

/**
 * Where the two dialects differ after reading. Sabre's: unknown parent types are declared silently, types and entities
 * may be declared again (merged), the last of two equal parts or utilities wins. Ours: each of these is an error.
 */
export type Dialect = "drama" | "sabre"
