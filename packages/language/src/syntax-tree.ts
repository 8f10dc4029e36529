/**
 * The syntax tree of a world: what its text says before lowering. Both readers, of `.drama` and of Sabre's
 * `.txt`, produce it.
 *
 * Names are words with a place; nothing is resolved or typed. `lower/` turns a tree into a `Problem` in the
 * same way for both languages. A tree may have errors: a reader leaves out what it could not read and
 * reports it in a diagnostic. The parse tree of a single `.drama` definition, from which `read/` makes this
 * tree, is in `syntax/parse-tree.ts`.
 */
import type { ArithmeticOperator, Comparison, Limits, Mood, Span } from "@dramaturg/model"
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
export type SyntaxTerm = { readonly span: Span } & (
  | { readonly kind: "name"; readonly text: string }
  /** `written`: how the text writes a number that cannot be stored as it is written. */
  | { readonly kind: "literal"; readonly value: boolean | number | null; readonly written?: string }
)

export interface SyntaxFluent {
  readonly kind: "fluent"
  readonly name: Name
  readonly arguments: readonly SyntaxTerm[]
  readonly span: Span
}

/** Conditions, values and effects alike: which of them a formula is depends on where it stands. */
export type SyntaxExpression = { readonly span: Span } & (
  | SyntaxTerm
  | SyntaxFluent
  | { readonly kind: "believes"; readonly character: SyntaxTerm; readonly body: SyntaxExpression }
  /** `knows(c, f)`: what c believes of f is what it is. */
  | { readonly kind: "knows"; readonly character: SyntaxTerm; readonly fluent: SyntaxFluent }
  | { readonly kind: "not"; readonly body: SyntaxExpression }
  | { readonly kind: "and" | "or"; readonly parts: readonly SyntaxExpression[] }
  | {
      readonly kind: "if"
      readonly branches: readonly SyntaxBranch[]
      readonly otherwise: SyntaxExpression | undefined
    }
  | {
      readonly kind: "forall" | "exists" | "sum" | "product"
      readonly variable: Name
      readonly type: Name
      readonly body: SyntaxExpression
    }
  /** `=`; the target should be a fluent or beliefs about one. */
  | { readonly kind: "assign"; readonly target: SyntaxExpression; readonly value: SyntaxExpression }
  | {
      readonly kind: "compare"
      readonly operator: Comparison
      readonly left: SyntaxExpression
      readonly right: SyntaxExpression
    }
  | {
      readonly kind: "arithmetic"
      readonly operator: ArithmeticOperator
      readonly left: SyntaxExpression
      readonly right: SyntaxExpression
    }
  /** `e : T`, a test of type. */
  | { readonly kind: "is"; readonly body: SyntaxExpression; readonly type: Name }
  /** `unforeseen(e)`: an effect that characters do not expect when they plan. */
  | { readonly kind: "unforeseen"; readonly body: SyntaxExpression }
  /** `utility(Anna)`: the utility of a state for Anna. `character` undefined: the author's. */
  | { readonly kind: "utility"; readonly character: SyntaxTerm | undefined }
  /** `before(e)`, `after(e)`, `within(n, e)`: about the clock. */
  | {
      readonly kind: "moment"
      readonly relation: "before" | "after" | "within"
      readonly arguments: readonly SyntaxExpression[]
    }
)

export interface SyntaxBranch {
  readonly condition: SyntaxExpression
  readonly body: SyntaxExpression
}

export type SyntaxParameter = { readonly span: Span } & (
  | { readonly kind: "variable"; readonly name: Name; readonly type: Name }
  | { readonly kind: "constant"; readonly term: SyntaxTerm }
)

/** A part of an action, a trigger or a property; `keyword` is the place of the word that begins it. */
export type SyntaxPart = { readonly span: Span; readonly keyword: Span } & (
  | { readonly kind: WordHolding<"formula", "action" | "property">; readonly body: SyntaxExpression }
  | { readonly kind: WordHolding<"texts", "action" | "property">; readonly texts: readonly Quote[] }
  | { readonly kind: "consenting"; readonly characters: readonly SyntaxTerm[] }
  | {
      readonly kind: "observing"
      readonly variable: Name
      readonly type: Name
      readonly body: SyntaxExpression
    }
)

/** What the author demands of every story. `order`: both come about, in this order. */
export type SyntaxDemand = { readonly span: Span } & (
  | {
      readonly kind: "demand"
      readonly demand: WordHolding<"formula", "story">
      readonly body: SyntaxExpression
    }
  | {
      readonly kind: "demand"
      readonly demand: "order"
      readonly first: SyntaxExpression
      readonly then: SyntaxExpression
    }
)

/** What a scenario is expected to bring. In an act, `?` stands for any value of the parameter. */
export type SyntaxExpectation = {
  readonly span: Span
  readonly kind: "expect"
  readonly negated: boolean
} & (
  | { readonly what: "story" }
  | { readonly what: "ending" | "holds"; readonly body: SyntaxExpression }
  | { readonly what: "act"; readonly act: SyntaxFluent }
)

export type SyntaxScenarioItem =
  | Extract<SyntaxDefinition, { kind: "initial" | "utility" | "limit" | "without" }>
  | SyntaxDemand
  | SyntaxExpectation
  | { readonly kind: "goal"; readonly value: number; readonly span: Span }

export type SyntaxDefinition = { readonly span: Span; readonly doc?: string } & (
  | { readonly kind: "type"; readonly name: Name; readonly parents: readonly Name[] }
  | {
      readonly kind: "entity"
      readonly name: Name
      readonly types: readonly Name[]
      readonly told?: { readonly name: Quote; readonly pronoun?: Name }
    }
  | {
      readonly kind: "property"
      readonly name: Name
      readonly parameters: readonly SyntaxParameter[]
      readonly type: Name
      readonly isCommon?: true
      /** People can wonder about it; `might` says which values they then think possible. */
      readonly isOpen?: true
      readonly might?: SyntaxExpression
      readonly told?: readonly Quote[]
      /** How the prose says what goes on in whoever wonders about it. */
      readonly moods?: { readonly [mood in Mood]?: readonly Quote[] }
    }
  | {
      readonly kind: "action" | "trigger"
      readonly name: Name
      readonly parameters: readonly SyntaxParameter[]
      /** Of a trigger: characters do not expect it when they plan. */
      readonly isUnforeseen?: true
      /** In order of the text, repeated ones included. */
      readonly parts: readonly SyntaxPart[]
    }
  /** `character` undefined: the author. */
  | {
      readonly kind: "utility"
      readonly character: Name | undefined
      readonly body: SyntaxExpression
      readonly told?: Quote
    }
  | { readonly kind: "initial"; readonly body: SyntaxExpression }
  /** A limit the world declares for itself; null is `none`. */
  | {
      readonly kind: "limit"
      readonly which: keyof Limits
      readonly value: number | null
    }
  /** Another text, whose definitions stand here. */
  | { readonly kind: "include"; readonly path: Quote }
  /** Actions and triggers that the world or scenario takes out. */
  | { readonly kind: "without"; readonly names: readonly Name[] }
  /**
   * What is added to every action, or to those called `action`; `by`: once for each character who consents
   * to it.
   */
  | {
      readonly kind: "every"
      readonly action?: Name
      readonly by: { readonly variable: Name; readonly type: Name } | undefined
      readonly parts: readonly SyntaxPart[]
    }
  | SyntaxDemand
  | { readonly kind: "scenario"; readonly title: Quote; readonly items: readonly SyntaxScenarioItem[] }
)

/** A text as its grammar reads it, before names are looked up. */
export interface SyntaxTree {
  readonly file: string
  readonly doc?: string
  readonly definitions: readonly SyntaxDefinition[]
  /**
   * Present if something could not be read: the names whose definitions have errors. Lowering reports no
   * error where they are used. A tree with this field never becomes a problem.
   */
  readonly namesWithErrors?: readonly string[]
}

/**
 * Where the two languages differ after reading. In Sabre's, unknown parent types are declared silently,
 * types and entities may be declared again (merged), and the last of two equal parts or utilities wins. In
 * ours, each of these is an error.
 */
export type Dialect = "drama" | "sabre"
