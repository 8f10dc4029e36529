/**
 * The parse tree that `parse-definition.ts` makes of one definition: each node with its first and last
 * token.
 *
 * It accepts a little more than the language does, so that a mistake can be named instead of only pointed
 * at. Formulas are flat rows of operands and operators here; `read/expressions.ts` applies their precedence
 * and demands parentheses where they are ambiguous.
 */
import type { WordHolding } from "./words.js"

/** Where a node stands: the tokens `from` to `to` of the text, `to` not included. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

type Node<Rule extends string, Fields> = TokenRange & { readonly rule: Rule } & Readonly<Fields>

/** A name with its place. */
export type Word = Node<"Word", { text: string }>
/** A text in quotation marks, with its marks. */
export type Quote = Node<"Quote", { text: string }>

export type Definition =
  | TypeDefinition
  | EntityDefinition
  | PropertyDefinition
  | EventDefinition
  | EveryDefinition
  | IncludeDefinition
  | StoryDefinition
  | ScenarioDefinition
  | UtilityDefinition
  | LimitsDefinition
  | Without
  | Statement

export type IncludeDefinition = Node<"IncludeDefinition", { path: Quote }>
export type TypeDefinition = Node<"TypeDefinition", { name: Word; parents: readonly Word[] }>
export type EntityDefinition = Node<
  "EntityDefinition",
  { names: readonly Word[]; types: readonly Word[]; items: readonly BlockItem[] }
>

export type BlockItem = Want | BlockBelief | BlockTold | Fact
export type Want = Node<"Want", { told: Quote | undefined; body: Formula }>
/** The name and pronoun that prose uses for an entity. */
export type BlockTold = Node<"BlockTold", { name: Quote; pronoun: Word | undefined }>
export type BlockBelief = Node<"BlockBelief", { body: Formula }>
/** A fact about the entity whose block it is: the entity is the first argument and is not written. */
export type Fact = Node<
  "Fact",
  { negated: boolean; name: Word; arguments: readonly Formula[]; value: Formula | undefined }
>

export type PropertyDefinition = Node<
  "PropertyDefinition",
  {
    isCommon: boolean
    isOpen: boolean
    name: Word
    parameters: readonly Parameter[]
    type: Word
    parts: readonly Part[]
  }
>
/** `name : type`, or a constant: a name alone or a literal. */
export type Parameter = Node<
  "Parameter",
  { name: Word | undefined; type: Word | undefined; constant: Literal | undefined }
>
export type EventDefinition = Node<
  "EventDefinition",
  {
    isUnforeseen: boolean
    kind: "action" | "trigger"
    name: Word
    parameters: readonly Parameter[]
    parts: readonly Part[]
  }
>
/** What is added to every action, or to those of one name; with `by`, for each who consents to it. */
export type EveryDefinition = Node<
  "EveryDefinition",
  {
    action: Word | undefined
    by: { readonly variable: Word; readonly type: Word } | undefined
    parts: readonly Part[]
  }
>

export type Part = FormulaPart | TextPart | ConsentingPart | ObservingPart | OtherPart
export type FormulaPart = Node<
  "FormulaPart",
  { keyword: WordHolding<"formula", "action" | "property">; body: Formula }
>
export type TextPart = Node<
  "TextPart",
  { keyword: WordHolding<"texts", "action" | "property">; texts: readonly Quote[] }
>
export type ConsentingPart = Node<
  "ConsentingPart",
  { keyword: "consenting"; characters: readonly (Literal | Mention)[] }
>
export type ObservingPart = Node<
  "ObservingPart",
  { keyword: "observing"; variable: Word; type: Word; body: Formula }
>
/** No such part exists; it is parsed so that a message can name it. */
export type OtherPart = Node<"OtherPart", { keyword: string; body: Formula }>

export type UtilityDefinition = Node<
  "UtilityDefinition",
  { character: Word | undefined; told: Quote | undefined; body: Formula }
>
export type LimitsDefinition = Node<"LimitsDefinition", { entries: readonly LimitEntry[] }>
export type LimitEntry = Node<
  "LimitEntry",
  { which: Word; negative: boolean; value: string | undefined; word: string | undefined }
>

/** Both blocks accept the items of either, so that a message can name an item in the wrong one. */
export type StoryDefinition = Node<"StoryDefinition", { items: readonly ScenarioItem[] }>
export type ScenarioDefinition = Node<"ScenarioDefinition", { title: Quote; items: readonly ScenarioItem[] }>
export type ScenarioItem =
  | Demand
  | Order
  | Expectation
  | Without
  | Goal
  | UtilityDefinition
  | LimitsDefinition
  | Statement
export type Demand = Node<"Demand", { keyword: WordHolding<"formula", "story">; body: Formula }>
export type Order = Node<"Order", { first: Formula; then: Formula }>
/** If nothing follows `expect`, the reader reports it. */
export type Expectation = Node<
  "Expectation",
  { negated: boolean; what: "story" | "ending" | "act" | undefined; body: Formula | undefined }
>
/** In a scenario, or of the world itself. */
export type Without = Node<"Without", { names: readonly Word[] }>
export type Goal = Node<"Goal", { negative: boolean; value: string }>
export type Statement = Node<"Statement", { body: Formula }>

/** Operands and, between each two of them, the sign. */
export type Formula = Node<"Formula", { operands: readonly Operand[]; operators: readonly string[] }>
export type Operand = Negation | Group | Belief | UtilityOperand | Binder | Conditional | Literal | Mention
export type Negation = Node<"Negation", { operand: Operand }>
export type Group = Node<"Group", { body: Formula }>
/** Of `knows`, the reader reports a body that is no property. */
export type Belief = Node<"Belief", { word: "believes" | "knows"; character: Formula; body: Formula }>
/** The utility of a state for a character, or for the author. */
export type UtilityOperand = Node<"UtilityOperand", { character: Formula | undefined }>
export type Binder = Node<
  "Binder",
  InRow & { kind: "forall" | "exists" | "sum" | "product"; variable: Word; type: Word; body: Formula }
>
export type Conditional = Node<
  "Conditional",
  InRow & { branches: readonly Branch[]; otherwise: Formula | undefined }
>
/** Whether an operator stands beside it in its formula, so that it may need parentheses. */
interface InRow {
  isInRow: boolean
}
export type Branch = Node<"Branch", { condition: Formula; body: Formula }>
export type Literal = Node<
  "Literal",
  { word: string | undefined; negative: boolean; number: string | undefined }
>
/** A property with what it is about in brackets, or the bare name of an entity or variable. */
export type Mention = Node<"Mention", { name: string; bracketed: boolean; arguments: readonly Formula[] }>
