/** Names: where they are declared and used, and what renaming them changes. */
import {
  bearerOf,
  definitionOf,
  isOfLibrary,
  nameAt,
  referencesTo,
  renamed,
  type Texts,
} from "@dramaturg/language/ide"
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  ErrorCodes,
  type Location,
  type Range,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver"
import type { AskedAt } from "../asked.js"
import { locationsOf, rangesOf } from "../positions.js"
import { declaringIn } from "../workspace.js"

/** The texts of all worlds in which the name at the cursor can be meant. */
function textsMeant({ file, text, offset, workspace }: AskedAt): Texts {
  const texts = workspace.textsOf(file)
  const name = nameAt(text, offset)
  if (name === undefined || name.role === "variable") return texts
  const declaring = declaringIn(texts, name.text)
  return declaring.length === 0 || declaring.every(isOfLibrary)
    ? texts
    : workspace.textsSharing(
        file,
        declaring.filter((each) => !isOfLibrary(each)),
      )
}

export function definition(asked: AskedAt): Location[] {
  const texts = asked.workspace.textsOf(asked.file)
  return locationsOf(texts, definitionOf(texts, asked.file, asked.offset), asked.uriOf)
}

export function references(asked: AskedAt, withDeclaration: boolean): Location[] {
  const texts = textsMeant(asked)
  const places = referencesTo(texts, asked.file, asked.offset)
  return locationsOf(
    texts,
    places.filter((each) => withDeclaration || !each.declares),
    asked.uriOf,
  )
}

export function highlights({ file, text, offset }: AskedAt): DocumentHighlight[] {
  const ranges = rangesOf(text)
  return referencesTo({ [file]: text }, file, offset).map((each) => ({
    range: ranges(each.offset, each.end),
    kind: each.declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }))
}

/** What would be renamed, or an error that says why it cannot be. */
export function renaming(asked: AskedAt): { readonly range: Range; readonly placeholder: string } {
  const name = nameAt(asked.text, asked.offset)
  if (name === undefined) throw refused("There is no name here that could be changed.")
  const texts = asked.workspace.textsOf(asked.file)
  const owner = declaringIn(texts, name.text).find(isOfLibrary)
  if (name.role !== "variable" && owner !== undefined)
    throw refused(
      `\`${name.text}\` is declared in \`${owner}\`, a part of the library, which stays as it is.`,
    )
  return { range: rangesOf(asked.text)(name.offset, name.end), placeholder: name.text }
}

export function rename(asked: AskedAt, to: string): WorkspaceEdit {
  renaming(asked)
  const { file, offset, uriOf } = asked
  const texts = textsMeant(asked)
  const bearer = bearerOf(texts, file, offset, to)
  if (bearer !== undefined) throw refused(`\`${to}\` is taken: it is ${bearers[bearer] ?? "a name"} already.`)
  if (renamed(texts, file, offset, to) === undefined)
    throw refused(`\`${to}\` cannot be a name: names begin with a letter and hold neither blanks nor signs.`)
  const changes: Record<string, TextEdit[]> = {}
  for (const { uri, range } of locationsOf(texts, referencesTo(texts, file, offset), uriOf))
    (changes[uri] ??= []).push({ range, newText: to })
  return { changes }
}

const bearers: Partial<Record<string, string>> = {
  keyword: "a word of the language",
  type: "a type",
  entity: "an entity",
  property: "a property",
  event: "an action or trigger",
  variable: "a parameter",
}

function refused(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, message)
}
