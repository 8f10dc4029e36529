/**
 * The table of the words of `.drama`: what each is, where it may stand, what follows it, and its purpose in
 * one sentence.
 *
 * Reader, messages, fixes, completion, formatter, writer and highlighting take their words from here,
 * through the lists of `vocabulary.ts`. A part or demand that `holds` a formula or texts is parsed, kept in
 * the syntax tree and written by its row in this table alone; its meaning is in `lower/`. A word of another
 * form has a function in `parse-*.ts` and a node in `parse-tree.ts` as well.
 */

/**
 * Where a word may stand. `formula`: within any condition, value or effect; `addition`: within a formula of
 * `every action`; `rest`: after another word of its own construct.
 */
export type WordPlace =
  | "world"
  | "action"
  | "trigger"
  | "every"
  | "property"
  | "entity"
  | "story"
  | "scenario"
  | "limits"
  | "formula"
  | "addition"
  | "rest"

/** What directly follows a word; `variable`: one and its type, in round brackets. */
export type WordFollower =
  | "name"
  | "colon"
  | "round"
  | "variable"
  | "brace"
  | "text"
  | "formula"
  | "word"
  | "nothing"

export interface LanguageWord {
  readonly word: string
  /**
   * `reserved`: a keyword wherever it stands, so nothing can have its name. `nameable`: it may be a name,
   * and the parser decides by the next token. `contextual`: a name except in its place, which follows from
   * this table or is a special one in `contextual.ts`. `asked`: no keyword, but what is asked like a property
   * if no property has the name.
   */
  readonly kind: "reserved" | "nameable" | "contextual" | "asked"
  readonly places: readonly WordPlace[]
  readonly follows: readonly WordFollower[]
  /** What follows the colon of a part or demand that consists of nothing else. */
  readonly holds?: "formula" | "texts"
  /** The words that it modifies, if it is a modifier. */
  readonly before?: readonly string[]
  /** How it is written, for messages. */
  readonly form: string
  readonly help: string
}

export const words = [
  // Definitions of a world
  {
    word: "type",
    kind: "nameable",
    places: ["world"],
    follows: ["name"],
    form: "type place;",
    help: "Declares a type of people or things.",
  },
  {
    word: "entity",
    kind: "nameable",
    places: ["world"],
    follows: ["name"],
    form: "entity Tom : character;",
    help: "Declares somebody or something there is.",
  },
  {
    word: "property",
    kind: "nameable",
    places: ["world"],
    follows: ["name"],
    form: "property asleep(who : character) : boolean;",
    help: "Declares what can be said of people and things.",
  },
  {
    word: "action",
    kind: "nameable",
    places: ["world"],
    follows: ["name"],
    form: "action walk(who : character) { … }",
    help: "Declares what somebody may do.",
  },
  {
    word: "trigger",
    kind: "nameable",
    places: ["world"],
    follows: ["name"],
    form: "trigger notice(who : character) { … }",
    help: "Declares what happens by itself as soon as it can.",
  },
  {
    word: "every",
    kind: "contextual",
    places: ["world"],
    follows: ["word"],
    before: ["action"],
    form: "every action { … }",
    help: "Adds something to all actions, or to those of one name.",
  },
  {
    word: "include",
    kind: "contextual",
    places: ["world"],
    follows: ["text"],
    form: 'include "…";',
    help: "Puts the definitions of another text here.",
  },
  {
    word: "story",
    kind: "contextual",
    places: ["world", "rest"],
    follows: ["brace"],
    form: "story { must: …; never: …; }",
    help: "Holds what you demand of every story.",
  },
  {
    word: "scenario",
    kind: "contextual",
    places: ["world"],
    follows: ["text"],
    form: 'scenario "…" { … }',
    help: "Changes some things in the world and says what is expected of it then.",
  },
  {
    word: "common",
    kind: "contextual",
    places: ["world"],
    follows: ["word"],
    before: ["property"],
    form: "common property …",
    help: "Makes a property one that everybody always knows.",
  },
  {
    word: "open",
    kind: "contextual",
    places: ["world"],
    follows: ["word"],
    before: ["property"],
    form: "open property …",
    help: "Makes a property one that people can wonder about and find out.",
  },
  {
    word: "unforeseen",
    kind: "contextual",
    places: ["world"],
    follows: ["word", "round"],
    before: ["trigger", "action"],
    form: "unforeseen trigger …",
    help: "Makes what happens something that nobody counts on.",
  },
  // Parts of actions and triggers
  {
    word: "precondition",
    kind: "nameable",
    places: ["action", "trigger", "every"],
    follows: ["colon"],
    holds: "formula",
    form: "precondition: …;",
    help: "What must be so before.",
  },
  {
    word: "effect",
    kind: "nameable",
    places: ["action", "trigger", "every"],
    follows: ["colon"],
    holds: "formula",
    form: "effect: …;",
    help: "What is so afterwards.",
  },
  {
    word: "consenting",
    kind: "nameable",
    places: ["action"],
    follows: ["colon"],
    form: "consenting: who;",
    help: "Those who need a reason for this; nobody, if it is an accident.",
  },
  {
    word: "observing",
    kind: "nameable",
    places: ["action", "every"],
    follows: ["variable"],
    form: "observing(someone : character): …;",
    help: "Who sees it happen; everybody, if it is left out.",
  },
  {
    word: "takes",
    kind: "contextual",
    places: ["action"],
    follows: ["colon"],
    holds: "formula",
    form: "takes: 2;",
    help: "How long it lasts, in a world with a clock.",
  },
  {
    word: "told",
    kind: "contextual",
    places: ["action", "trigger", "property", "entity"],
    follows: ["colon"],
    holds: "texts",
    form: 'told: "…";',
    help: "How the prose says it.",
  },
  {
    word: "says",
    kind: "contextual",
    places: ["action", "trigger"],
    follows: ["colon"],
    holds: "texts",
    form: 'says: "…";',
    help: "What is said aloud while it happens.",
  },
  {
    word: "might",
    kind: "contextual",
    places: ["property"],
    follows: ["colon"],
    holds: "formula",
    form: "might: …;",
    help: "Which values of an open property whoever wonders about it thinks possible.",
  },
  {
    word: "wondered",
    kind: "contextual",
    places: ["property"],
    follows: ["colon"],
    holds: "texts",
    form: 'wondered: "{mind} [wonder] …";',
    help: "How the prose says that somebody (`mind`) does not know it and is about to find out.",
  },
  {
    word: "hoped",
    kind: "contextual",
    places: ["property"],
    follows: ["colon"],
    holds: "texts",
    form: 'hoped: "{mind} [hope] …";',
    help: "How the prose says that somebody (`mind`) hopes that it is `value`.",
  },
  {
    word: "feared",
    kind: "contextual",
    places: ["property"],
    follows: ["colon"],
    holds: "texts",
    form: 'feared: "{mind} [fear] …";',
    help: "How the prose says that somebody (`mind`) fears that it is `value`.",
  },
  {
    word: "doubted",
    kind: "contextual",
    places: ["property"],
    follows: ["colon"],
    holds: "texts",
    form: 'doubted: "{mind} [doubt] …";',
    help: "How the prose says that somebody (`mind`) doubts that somebody else (`other`) knows it.",
  },
  // Items of an entity's block
  {
    word: "wants",
    kind: "nameable",
    places: ["entity"],
    follows: ["colon", "text"],
    form: "wants: …;",
    help: "What they want.",
  },
  {
    word: "believes",
    kind: "reserved",
    places: ["entity", "formula"],
    follows: ["formula", "round"],
    form: "believes(Tom, …)",
    help: "What somebody takes to be so.",
  },
  {
    word: "knows",
    kind: "contextual",
    places: ["formula"],
    follows: ["round"],
    form: "knows(Tom, killer())",
    help: "Somebody has an open property right, even if nobody else can say what it is.",
  },
  // Items of a story and of a scenario
  {
    word: "must",
    kind: "contextual",
    places: ["story", "scenario"],
    follows: ["colon"],
    holds: "formula",
    form: "must: …;",
    help: "Comes about at some time in every story.",
  },
  {
    word: "never",
    kind: "contextual",
    places: ["story", "scenario"],
    follows: ["colon"],
    holds: "formula",
    form: "never: …;",
    help: "Comes about in no story.",
  },
  {
    word: "first",
    kind: "contextual",
    places: ["story", "scenario"],
    follows: ["colon"],
    form: "first: … then: …;",
    help: "Comes about before something else does.",
  },
  {
    word: "ends",
    kind: "contextual",
    places: ["story", "scenario"],
    follows: ["colon"],
    holds: "formula",
    form: "ends: …;",
    help: "Is so when the story ends.",
  },
  {
    word: "goal",
    kind: "contextual",
    places: ["scenario"],
    follows: ["colon"],
    form: "goal: 2;",
    help: "How much the story must be worth to the author.",
  },
  {
    word: "expect",
    kind: "contextual",
    places: ["scenario"],
    follows: ["word", "formula"],
    form: "expect …;",
    help: "What a scenario should bring.",
  },
  {
    word: "without",
    kind: "contextual",
    places: ["world", "scenario"],
    follows: ["name"],
    form: "without walk, talk;",
    help: "Takes actions and triggers out.",
  },
  {
    word: "limits",
    kind: "nameable",
    places: ["world", "scenario"],
    follows: ["brace"],
    form: "limits { author: 5; }",
    help: "Says how long plans may be and how deep minds are.",
  },
  {
    word: "utility",
    kind: "reserved",
    places: ["world", "scenario", "formula"],
    follows: ["round"],
    form: "utility(Tom): …;",
    help: "Says what somebody wants, or, with empty brackets, what the story should reach.",
  },
  {
    word: "then",
    kind: "contextual",
    places: ["rest"],
    follows: ["colon"],
    form: "first: … then: …;",
    help: "Comes about after what comes first.",
  },
  {
    word: "no",
    kind: "contextual",
    places: ["rest"],
    follows: ["word", "formula"],
    form: "expect no story;",
    help: "Expects that there is none.",
  },
  {
    word: "ending",
    kind: "contextual",
    places: ["rest"],
    follows: ["formula"],
    form: "expect ending at(Tom) == Home;",
    help: "Expects a story that ends like this.",
  },
  {
    word: "act",
    kind: "contextual",
    places: ["rest"],
    follows: ["formula"],
    form: "expect act walk(Tom, ?);",
    help: "Expects a story in which this is done.",
  },
  {
    word: "by",
    kind: "contextual",
    places: ["rest"],
    follows: ["variable"],
    form: "every action by(who : character) { … }",
    help: "Adds it for each who consents.",
  },
  // Formulas
  {
    word: "if",
    kind: "reserved",
    places: ["formula"],
    follows: ["round"],
    form: "if(…) … else …",
    help: "Chooses by what is so.",
  },
  {
    word: "elseif",
    kind: "reserved",
    places: ["formula"],
    follows: ["round"],
    form: "elseif(…) …",
    help: "Asks on if what came before was not so.",
  },
  {
    word: "else",
    kind: "reserved",
    places: ["formula"],
    follows: ["formula"],
    form: "else …",
    help: "What is so otherwise.",
  },
  {
    word: "forall",
    kind: "reserved",
    places: ["formula"],
    follows: ["variable"],
    form: "forall(x : character) …",
    help: "Is so if it is so of all of a type.",
  },
  {
    word: "exists",
    kind: "reserved",
    places: ["formula"],
    follows: ["variable"],
    form: "exists(x : character) …",
    help: "Is so if it is so of one of a type at least.",
  },
  {
    word: "sum",
    kind: "reserved",
    places: ["formula"],
    follows: ["variable"],
    form: "sum(x : character) …",
    help: "Adds up a number over all of a type.",
  },
  {
    word: "product",
    kind: "reserved",
    places: ["formula"],
    follows: ["variable"],
    form: "product(x : character) …",
    help: "Multiplies a number over all of a type.",
  },
  {
    word: "possible",
    kind: "asked",
    places: ["addition"],
    follows: ["round"],
    form: "possible()",
    help: "The precondition of the action holds, as it was written.",
  },
  {
    word: "pays",
    kind: "asked",
    places: ["addition"],
    follows: ["round"],
    form: "unforeseen(if(pays()) …)",
    help: "Everybody who consents to the action is better off right after it.",
  },
  {
    word: "consents",
    kind: "asked",
    places: ["addition"],
    follows: ["round"],
    form: "consents(Tom)",
    help: "Somebody consents to the action.",
  },
  {
    word: "seen",
    kind: "asked",
    places: ["addition"],
    follows: ["round"],
    form: "seen(Tom)",
    help: "Somebody sees the action.",
  },
  {
    word: "True",
    kind: "reserved",
    places: ["formula"],
    follows: ["nothing"],
    form: "True",
    help: "It is so.",
  },
  {
    word: "False",
    kind: "reserved",
    places: ["formula"],
    follows: ["nothing"],
    form: "False",
    help: "It is not so.",
  },
] as const satisfies readonly LanguageWord[]

type Row = (typeof words)[number]

/** The words that may stand in one of these places and hold this and nothing else. */
export type WordHolding<Holds extends LanguageWord["holds"], Place extends WordPlace> = Standing<
  Extract<Row, { readonly holds: Holds }>,
  Place
>

type Standing<R extends Row, Place extends WordPlace> = R extends Row
  ? Place extends R["places"][number]
    ? R["word"]
    : never
  : never
