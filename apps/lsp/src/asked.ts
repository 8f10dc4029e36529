/** What every answer is made from: the document asked about, the cursor, and the workspace. */
import type { TextDocument } from "vscode-languageserver-textdocument"
import type { Position } from "vscode-languageserver"
import type { Workspace } from "./workspace.js"

export interface Asked {
  readonly file: string
  readonly text: string
  readonly document: TextDocument
  readonly workspace: Workspace
  /** The URI under which the editor knows a file. */
  readonly uriOf: (file: string) => string
}

/** The same at a cursor; offsets count UTF-16 units. */
export interface AskedAt extends Asked {
  readonly offset: number
}

export function at(asked: Asked, position: Position): AskedAt {
  return { ...asked, offset: asked.document.offsetAt(position) }
}
