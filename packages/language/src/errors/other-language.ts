/**
 * Recognises a text in one language whose file name promises the other. The author then gets that one
 * message instead of dozens that are beside the point.
 */
import { type Diagnostic, type Span, hasErrors } from "@dramaturg/model"
import { type MessageCode, remark } from "./messages.js"
import type { Dialect } from "../syntax-tree.js"

/** What only our own language has: entities with a block or in a row, and limits. */
const oursAlone =
  /(^|[;}\s])(entity\s[^;{}:()]{1,200}:[^;{}()]{1,200}\{|entity\s{1,20}[^\s;{}:(),]{1,100}\s{0,20},|limits\s{0,20}\{)/

/** The one message on a text that was read as Sabre's and is in our own language. */
export function remarkOurs(
  text: string,
  file: string,
  diagnostics: readonly Diagnostic[],
): Diagnostic | undefined {
  if (!hasErrors(diagnostics) || !oursAlone.test(withoutComments(text))) return undefined
  const message =
    "This is not written in Sabre's language, as the `.txt` of its file says, but in Dramaturg's own."
  return tell("sabre", file, message, "Give the file a name that ends in `.drama`.")
}

function withoutComments(text: string): string {
  return text.replace(/\/\/[^\r\n]*/g, "").replace(/\/\*[^]*?(\*\/|$)/g, "")
}

/**
 * What Sabre does not require; an author of our own language makes some of these mistakes, but not so many.
 */
const sabreHabits: ReadonlySet<string> = new Set<MessageCode>([
  "undeclared-type",
  "declared-twice",
  "part-twice",
  "utility-twice",
  "hidden-overload",
  "unclear-and-or",
  "unclear-arithmetic",
  "unclear-comparison",
  "unclear-not",
  "unclear-reach",
  "unclear-else",
])

const [fewest, many] = [6, 9]

/**
 * Whether the mistakes in a text that was read as our own suggest Sabre's language. It is certain only if
 * Sabre's reader accepts the text.
 */
export function looksSabre(diagnostics: readonly Diagnostic[]): boolean {
  const errors = diagnostics.filter((each) => each.severity === "error")
  const kinds = new Set(errors.map((each) => each.code))
  return (
    errors.every((each) => sabreHabits.has(each.code)) && errors.length >= (kinds.size > 1 ? fewest : many)
  )
}

/** The first mistakes are related information, for an author who did mean our own language. */
export function remarkTheirs(file: string, diagnostics: readonly Diagnostic[]): Diagnostic {
  const message = `In Sabre's language this is without a mistake; in Dramaturg's own it has ${diagnostics.length}.`
  const hint =
    "If it is in Sabre's, end its name in `.txt`; `dramaturg import world.txt -o world.drama` turns it into ours."
  return tell("drama", file, message, hint, diagnostics.slice(0, 3))
}

function tell(
  dialect: Dialect,
  file: string,
  message: string,
  hint: string,
  others: readonly Diagnostic[] = [],
): Diagnostic {
  const span: Span = { file, offset: 0, length: 0, line: 1, column: 1 }
  const related = others.map((each) => ({ span: each.span, message: each.message }))
  return remark(dialect, "other-language", span, message, {
    hint,
    ...(related.length > 0 ? { related } : {}),
  })
}
