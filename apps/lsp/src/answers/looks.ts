/** How a text is shown: hover, colours, folds, links, lenses, and the symbols of a file or a workspace. */
import {
  type Declaration,
  declarationsIn,
  foldsIn,
  hoverAt,
  includesIn,
  placeholdersOf,
  type Role,
  rolesOf,
  scenariosIn,
} from "@dramaturg/language/ide"
import {
  type CodeLens,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  MarkupKind,
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  SymbolKind,
  type WorkspaceSymbol,
} from "vscode-languageserver"
import type { Asked, AskedAt } from "../asked.js"
import { rangesOf } from "../positions.js"
import type { Workspace } from "../workspace.js"

export function hover({ file, text, offset, workspace }: AskedAt): Hover | null {
  const found = hoverAt(workspace.textsOf(file), file, offset)
  if (!found) return null
  const { header, words, doc } = found
  const value = [`\`\`\`dramaturg\n${header}\n\`\`\``, words, ...(doc === undefined ? [] : [doc])].join(
    "\n\n",
  )
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangesOf(text)(found.offset, found.end) }
}

// Colours

export const tokenTypes = [
  "keyword",
  "number",
  "string",
  "comment",
  "type",
  "enumMember",
  "property",
  "function",
  "parameter",
  "label",
]
export const tokenModifiers = ["declaration", "documentation"]

const typeOfRole: Partial<Record<Role, string>> = {
  keyword: "keyword",
  literal: "keyword",
  number: "number",
  quote: "string",
  comment: "comment",
  doc: "comment",
  type: "type",
  entity: "enumMember",
  property: "property",
  event: "function",
  variable: "parameter",
  label: "label",
}

/** A token ends with its line, and none lies in another: so a text is cut at the names in its braces. */
export function semanticTokens({ text }: Asked, within?: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  const ranges = rangesOf(text)
  const names = placeholdersOf(text)
  let next = 0
  const all = rolesOf(text).flatMap((each) => {
    if (each.role !== "quote") return [each]
    while (next < names.length && names[next].offset < each.offset) next++
    const from = next
    while (next < names.length && names[next].end <= each.end) next++
    return cutAt(each, names.slice(from, next))
  })
  for (const { role, offset, end, ...rest } of all) {
    const type = tokenTypes.indexOf(typeOfRole[role] ?? "")
    if (type < 0) continue
    const modifiers = ("declares" in rest && rest.declares ? 1 : 0) + (role === "doc" ? 2 : 0)
    for (const line of linesOf(text, offset, end)) {
      const { start } = ranges(line.offset, line.end)
      if (within && (start.line < within.start.line || start.line > within.end.line)) continue
      builder.push(start.line, start.character, line.end - line.offset, type, modifiers)
    }
  }
  return builder.build()
}

interface Piece {
  readonly role: Role
  readonly offset: number
  readonly end: number
}

function cutAt(whole: Piece, names: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = []
  let from = whole.offset
  for (const each of names) {
    pieces.push({ role: whole.role, offset: from, end: each.offset }, each)
    from = each.end
  }
  return [...pieces, { role: whole.role, offset: from, end: whole.end }].filter(
    (each) => each.offset < each.end,
  )
}

function linesOf(text: string, offset: number, end: number): readonly { offset: number; end: number }[] {
  return [...text.slice(offset, end).matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({
    offset: offset + index,
    end: offset + index + line.length,
  }))
}

// Folds and links

export function folds({ text }: Asked): FoldingRange[] {
  const ranges = rangesOf(text)
  return foldsIn(text).map(({ from, to }) => {
    const { start, end } = ranges(from, to)
    const isComment = text.slice(from - 2, from) === "/*"
    return {
      startLine: start.line,
      endLine: isComment ? end.line : Math.max(start.line, end.line - 1),
      ...(isComment ? { kind: FoldingRangeKind.Comment } : {}),
    }
  })
}

/** An `include` of something that cannot be read is no link. */
export function links({ file, text, workspace, uriOf }: Asked): DocumentLink[] {
  const ranges = rangesOf(text)
  const own = workspace.textsOf(file)
  return includesIn(text, file)
    .filter((each) => Object.hasOwn(own, each.path))
    .map(({ path, offset, end }) => ({ range: ranges(offset, end), target: uriOf(path), tooltip: path }))
}

// Symbols

const kinds: Readonly<Record<Declaration["role"], SymbolKind>> = {
  type: SymbolKind.Class,
  entity: SymbolKind.EnumMember,
  property: SymbolKind.Property,
  event: SymbolKind.Function,
}

export function documentSymbols({ text }: Asked): DocumentSymbol[] {
  const ranges = rangesOf(text)
  const declared = declarationsIn(text).map((each) => ({
    name: each.name,
    detail: each.header,
    kind: kinds[each.role],
    range: ranges(each.from, each.to),
    selectionRange: ranges(each.offset, each.end),
  }))
  const scenarios = scenariosIn(text).map((each) => ({
    name: each.title,
    detail: "scenario",
    kind: SymbolKind.Event,
    range: ranges(each.from, each.to),
    selectionRange: ranges(each.offset, each.end),
  }))
  return [...declared, ...scenarios].sort((a, b) => a.range.start.line - b.range.start.line)
}

const mostSymbols = 1_000

/** Declarations whose name has these letters in this order. */
export function workspaceSymbols(
  workspace: Workspace,
  query: string,
  uriOf: (file: string) => string,
): WorkspaceSymbol[] {
  const letters = [...query.toLowerCase()].map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  const fits = new RegExp(letters.join(".*"), "iu")
  return Object.entries(workspace.allTexts())
    .flatMap(([file, text]) => {
      const ranges = rangesOf(text)
      return declarationsIn(text)
        .filter((each) => fits.test(each.name))
        .map((each) => ({
          name: each.name,
          kind: kinds[each.role],
          location: { uri: uriOf(file), range: ranges(each.offset, each.end) },
          containerName: file.split("/").at(-1)!,
        }))
    })
    .slice(0, mostSymbols)
}

// Lenses

/** Above a world that others do not include: tell it. Above a scenario: run it. */
export function lenses({ file, text, document, workspace }: Asked): CodeLens[] {
  const ranges = rangesOf(text)
  const isMain = workspace.mainsOf(file).includes(file)
  const [first] = declarationsIn(text)
  const tell: CodeLens[] =
    isMain && first
      ? [
          {
            range: ranges(0, 0),
            command: { title: "tell", command: "dramaturg.tell", arguments: [document.uri] },
          },
        ]
      : []
  const scenarios = scenariosIn(text).map(({ title, offset, end }) => ({
    range: ranges(offset, end),
    command: {
      title: "run scenario",
      command: "dramaturg.runScenario",
      arguments: [document.uri, title],
    },
  }))
  return [...tell, ...scenarios]
}
