/**
 * The grammar by which editors colour a text line by line (TextMate's), drawn from the table of words. It
 * knows no more than its patterns: where a name is also a word of the language, `rolesOf` says more.
 */
import { limits } from "../syntax/vocabulary.js"
import { type LanguageWord, type WordFollower, words } from "../syntax/words.js"

/** A rule of the grammar, as the format has it. */
export interface GrammarRule {
  readonly name?: string
  readonly match?: string
  readonly begin?: string
  readonly end?: string
  readonly captures?: Captures
  readonly beginCaptures?: Captures
  readonly patterns?: readonly GrammarRule[]
}

type Captures = Readonly<Record<string, { readonly name: string }>>

const table: readonly LanguageWord[] = words
const inName = `[^\\s(){}\\[\\],;:*/+\\-&|!=><"]`
const name = `\\p{L}${inName}*`
const end = `(?!${inName})`
const start = `(?<!${inName})`

/** What stands behind a word where it is a keyword. */
const behind: Readonly<Record<WordFollower, string>> = {
  name: "\\s+\\p{L}",
  colon: "\\s*:",
  round: "\\s*\\(",
  variable: "\\s*\\(",
  brace: "\\s*\\{",
  text: '\\s*"',
  formula: "\\s+[\\p{L}!(]",
  word: "\\s+\\p{L}",
  nothing: "",
}

/** The grammar as an object of JSON. */
export function textMateGrammar(): object {
  return {
    name: "Dramaturg",
    scopeName: "source.dramaturg",
    fileTypes: ["drama"],
    patterns: [
      ...comments(),
      quote(),
      ...declarations(),
      ...modifiers(),
      ...labels(),
      ...keywords(),
      ...names(),
      { name: "constant.numeric.dramaturg", match: `${start}(?:\\d+(?:\\.\\d*)?|\\.\\d+)` },
      { name: "keyword.operator.dramaturg", match: "==|!=|>=|<=|[=<>&|!+\\-*/]" },
      { name: "constant.language.unknown.dramaturg", match: `${start}\\?${end}` },
      { name: "punctuation.separator.dramaturg", match: "[,;:]" },
      { name: "punctuation.section.dramaturg", match: "[(){}]" },
    ],
  }
}

function comments(): readonly GrammarRule[] {
  return [
    { name: "comment.line.documentation.dramaturg", match: "///(?!/).*$" },
    { name: "comment.line.double-slash.dramaturg", match: "//.*$" },
    { name: "comment.block.documentation.dramaturg", begin: "/\\*\\*(?![*/])", end: "\\*/" },
    { name: "comment.block.dramaturg", begin: "/\\*", end: "\\*/" },
  ]
}

/** A text ends on its line, closed or not. */
function quote(): GrammarRule {
  return {
    name: "string.quoted.double.dramaturg",
    begin: '"',
    end: '"|$',
    patterns: [
      { name: "constant.character.escape.dramaturg", match: '\\\\["\\\\]' },
      { name: "variable.other.placeholder.dramaturg", match: '\\{[^{}"]*\\}' },
      { name: "entity.name.function.verb.dramaturg", match: '\\[[^\\[\\]"]*\\]' },
    ],
  }
}

/** `action walk`: the word and the name that it declares. */
function declarations(): readonly GrammarRule[] {
  const declaring = table.filter(
    (each) => each.places.includes("world") && each.kind === "nameable" && each.follows.includes("name"),
  )
  return declaring.map(({ word }) => ({
    match: `${start}(${word})\\s+(?!(?:else|elseif)${end})(${name}(?:\\s*,\\s*${name})*)`,
    captures: {
      1: { name: "storage.type.dramaturg" },
      2: { name: `entity.name.${declaredAs(word)}.dramaturg` },
    },
  }))
}

function declaredAs(word: string): string {
  if (word === "type") return "type"
  return word === "action" || word === "trigger" ? "function" : word === "entity" ? "constant" : "variable"
}

function modifiers(): readonly GrammarRule[] {
  return table.flatMap(({ word, before }) =>
    before
      ? [
          {
            match: `${start}(${word})(?=\\s+(?:${before.join("|")})${end})`,
            captures: { 1: { name: "storage.modifier.dramaturg" } },
          },
          // `every action { … }` declares nothing.
          ...(word === "every"
            ? [
                {
                  match: `(?<=${word})\\s+(${before.join("|")})(?=\\s*(?:\\{|by${end}))`,
                  captures: { 1: { name: "storage.type.dramaturg" } },
                },
              ]
            : []),
        ]
      : [],
  )
}

/** A word and its colon, so that no type is looked for behind it. */
function labels(): readonly GrammarRule[] {
  const simple = table
    .filter((each) => each.follows.includes("colon"))
    .map((each) => each.word)
    .join("|")
  const colon = { 2: { name: "punctuation.separator.dramaturg" } }
  return [
    {
      match: `${start}(${simple})\\s*(:)`,
      captures: { 1: { name: "keyword.other.label.dramaturg" }, ...colon },
    },
    {
      match: `(?<=^|[{;])\\s*(${limits.join("|")})\\s*(:)`,
      captures: { 1: { name: "variable.other.limit.dramaturg" }, ...colon },
    },
  ]
}

function keywords(): readonly GrammarRule[] {
  return table.flatMap((each): readonly GrammarRule[] => {
    const { word, kind, follows, places, before } = each
    if (before || kind === "asked" || (kind === "nameable" && follows.includes("name"))) return []
    const scope = scopeOf(each)
    if (kind === "reserved") return [{ name: scope, match: `${start}${word}${end}` }]
    const rest = follows.filter((one) => one !== "colon").map((one) => behind[one])
    const placed = places.includes("rest") && word !== "by"
    const rules: GrammarRule[] =
      rest.length === 0 || (placed && word !== "story")
        ? []
        : [{ name: scope, match: `${start}${word}(?=${rest.join("|")})` }]
    // `expect no story`: known by the word before.
    if (placed && word !== "then")
      rules.push({ name: scope, match: `(?<=(?:expect|no) )${word}${end}(?!\\s*[=(&|])` })
    if (word === "expect") return [{ name: scope, match: `${start}${word}(?=\\s+[\\p{L}!(]|\\s*$)` }]
    return rules
  })
}

function scopeOf({ word, follows }: LanguageWord): string {
  if (follows.includes("nothing")) return "constant.language.dramaturg"
  if (/^(?:if|else|elseif)$/.test(word)) return "keyword.control.conditional.dramaturg"
  return word === "include" ? "keyword.control.import.dramaturg" : "keyword.other.dramaturg"
}

/** The type behind a colon, and what is called. */
function names(): readonly GrammarRule[] {
  const reserved = table.filter((each) => each.kind === "reserved").map((each) => each.word)
  return [
    {
      match: `(:)\\s*(?!(?:${reserved.join("|")})${end})(${name})(?=\\s*[,;){])`,
      captures: {
        1: { name: "punctuation.separator.dramaturg" },
        2: { name: "entity.name.type.dramaturg" },
      },
    },
    { name: "entity.name.function.call.dramaturg", match: `${start}${name}(?=\\s*\\()` },
    // A name is taken whole, so that nothing is looked for inside it.
    { match: `${start}${name}` },
  ]
}
