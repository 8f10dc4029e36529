/**
 * The methods of `serve`: which command answers each, with which arguments, and which flags it always gives.
 * Everything else (flags, their values, the JSON of the answer) is the command's own.
 */

export interface Method {
  readonly command: string
  /** Parameters that are arguments of the command, in order; those with a ? may be left out. */
  readonly takes: readonly string[]
  /** Flags that make the command answer this question; a parameter of the same name wins. */
  readonly always?: Readonly<Record<string, true>>
  /** Flags of which one has to be given. */
  readonly oneOf?: readonly string[]
  /** The file in `schemas/` that the result fits. */
  readonly schema: string
  readonly about: string
}

export const methods: Readonly<Record<string, Method>> = {
  check: { command: "check", takes: ["world"], schema: "check", about: "what is wrong with a world" },
  tell: { command: "tell", takes: ["world"], schema: "tell", about: "a story, with everyone's reasons" },
  stories: {
    command: "tell",
    takes: ["world"],
    always: { all: true },
    schema: "tell-all",
    about: "every story within the limits",
  },
  verify: {
    command: "verify",
    takes: ["world", "story"],
    schema: "verify",
    about: "whether a story or an outline holds",
  },
  repair: {
    command: "verify",
    takes: ["world", "story"],
    always: { repair: true },
    schema: "verify",
    about: "the same, and what would make an outline hold",
  },
  knows: {
    command: "knows",
    takes: ["world", "story"],
    schema: "knows",
    about: "who knows what in a story, since when and by what",
  },
  why: { command: "why", takes: ["world", "story"], schema: "why", about: "why an act of a story is done" },
  "why-not": {
    command: "why-not",
    takes: ["world", "story?", "act"],
    schema: "why-not",
    about: "what speaks against an act",
  },
  ending: {
    command: "why-not",
    takes: ["world"],
    oneOf: ["ending"],
    schema: "why-not",
    about: "whether a story can end so, and what would let it",
  },
  whatif: {
    command: "whatif",
    takes: ["world", "outline?"],
    schema: "whatif",
    about: "the stories of a world, or an outline, with the world changed (with an outline: `whatif-plot`)",
  },
  test: { command: "test", takes: ["world"], schema: "test", about: "which scenarios of a world come out" },
  explore: {
    command: "explore",
    takes: ["world"],
    schema: "explore",
    about: "everything that could happen, summed up",
  },
  compare: {
    command: "explore",
    takes: ["world"],
    oneOf: ["distinct", "best"],
    schema: "compare",
    about: "stories that differ, or the best by a measure",
  },
  format: { command: "format", takes: ["world"], schema: "format", about: "a world laid out the usual way" },
  import: { command: "import", takes: ["world"], schema: "import", about: "a world of Sabre's as .drama" },
  export: {
    command: "export",
    takes: ["world"],
    schema: "export",
    about: "a play, a story or a world in another format",
  },
}

/** What is asked of a play that was begun with `play.start`, and what `--protocol jsonl` calls it. */
export const moves: Readonly<Record<string, { readonly takes: readonly string[]; readonly about: string }>> =
  {
    choose: { takes: ["choice"], about: "an act, or its place among the choices from 0; what came of it" },
    wait: { takes: [], about: "others act; what came of it" },
    undo: { takes: [], about: "the last choice is taken back" },
    go: { takes: ["node"], about: "to a place that was played before; -1 is the start" },
    status: { takes: [], about: "how the play stands" },
    why: { takes: [], about: "the reasons of those who just acted" },
    measures: { takes: [], about: "what the manager had to do, and which endings can be reached" },
    save: { takes: [], about: "the play, to be loaded later" },
  }

/** Flags that are about files, terminals and ways to print: a request has no use for them. */
export const unserved: ReadonlySet<string> = new Set([
  "json",
  "jsonl",
  "csv",
  "tap",
  "output",
  "out",
  "format",
  "trace",
  "write",
  "save",
  "load",
  "protocol",
  "watch",
])

/** The names of all methods, in the order of the docs. */
export const methodNames: readonly string[] = [
  "version",
  ...Object.keys(methods),
  "play.start",
  ...Object.keys(moves).map((each) => `play.${each}`),
  "play.end",
  "cancel",
]
