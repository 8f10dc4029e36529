/** What helps while typing: completion, the parameters of what is being called, formatting. */
import { formatStory } from "@dramaturg/language"
import { completionsAt, type Role, signaturesAt, snippetOfCall, snippetOfWord } from "@dramaturg/language/ide"
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type SignatureHelp,
  type TextEdit,
} from "vscode-languageserver"
import type { Asked, AskedAt } from "../asked.js"
import { rangesOf } from "../positions.js"

const kinds: Partial<Record<Role, CompletionItemKind>> = {
  type: CompletionItemKind.Class,
  entity: CompletionItemKind.EnumMember,
  property: CompletionItemKind.Property,
  event: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
  keyword: CompletionItemKind.Keyword,
}

const wordBefore = /[^\s(){}[\],;:*/+\-&|!=><"]*$/

/** `withSnippets`: the editor can fill in places. The order is the language's: the likely ones first. */
export function completion(asked: AskedAt, withSnippets: boolean): CompletionItem[] {
  const { file, text, offset, workspace } = asked
  const from = offset - wordBefore.exec(text.slice(Math.max(0, offset - 200), offset))![0].length
  const range = rangesOf(text)(from, offset)
  const isCalled = /^[^\s(){}[\],;:*/+\-&|!=><"]*\s*\(/.test(text.slice(offset, offset + 200))
  return completionsAt(workspace.textsOf(file), file, from).map(({ label, role, detail, doc }, i) => {
    const snippet = withSnippets && !isCalled ? snippetOf(role, label, detail) : undefined
    return {
      label,
      kind: kinds[role] ?? CompletionItemKind.Text,
      sortText: String(i).padStart(5, "0"),
      ...(detail === undefined ? {} : { detail }),
      ...(doc === undefined ? {} : { documentation: { kind: MarkupKind.PlainText, value: doc } }),
      ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
      textEdit: { range, newText: snippet ?? label },
    }
  })
}

function snippetOf(role: Role, label: string, detail = ""): string | undefined {
  if (role === "keyword") return snippetOfWord(label)
  return role === "property" || role === "event" ? snippetOfCall(label, detail) : undefined
}

export function signatureHelp({ file, offset, workspace }: AskedAt): SignatureHelp | null {
  const found = signaturesAt(workspace.textsOf(file), file, offset)
  if (!found) return null
  const { signatures, position } = found
  const fitting = signatures.findIndex((each) => each.parameters.length > position)
  return {
    signatures: signatures.map(({ header, doc, parameters }) => ({
      label: header,
      ...(doc === undefined ? {} : { documentation: doc }),
      parameters: parameters.map((each) => ({ label: [each.offset, each.end] })),
    })),
    activeSignature: Math.max(0, fitting),
    activeParameter: position,
  }
}

/** One edit from the first difference to the last, so that the cursor stays where it can. */
export function formatting({ text, file }: Asked): TextEdit[] {
  const { text: laid } = formatStory(text, file)
  if (laid === text) return []
  let from = 0
  while (from < Math.min(text.length, laid.length) && text[from] === laid[from]) from++
  // A line end of two characters is not cut in half.
  if (from > 0 && text[from - 1] === "\r") from--
  let tail = 0
  const most = Math.min(text.length, laid.length) - from
  while (tail < most && text[text.length - 1 - tail] === laid[laid.length - 1 - tail]) tail++
  if (text[text.length - tail] === "\n" && text[text.length - tail - 1] === "\r") tail--
  return [
    {
      range: rangesOf(text)(from, text.length - tail),
      newText: laid.slice(from, laid.length - tail),
    },
  ]
}
