/** A client as an editor is one: it starts `dramaturg lsp` as a process and speaks to it on stdin and stdout. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node.js"

export const launcher = fileURLToPath(new URL("../../cli/bin/dramaturg.js", import.meta.url))

export interface Client {
  readonly process: ChildProcess
  readonly connection: ProtocolConnection
  readonly result: InitializeResult
  /** Documents that the server asked to be shown, and messages that it showed. */
  readonly shown: readonly string[]
  readonly ended: Promise<number | null>
  open(uri: string, text: string): Promise<void>
  change(uri: string, text: string): Promise<void>
  close(uri: string): Promise<void>
  /** Asks about the place of `¦` in the marked text; the document must be open without the mark. */
  ask<Result>(method: string, uri: string, marked: string, more?: object): Promise<Result>
  request<Result>(method: string, params: unknown): Promise<Result>
  /** The diagnostics of a document, once they fit. */
  diagnostics(uri: string, fits?: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>
  /** Asks to shut down, then to exit; returns the exit code. */
  stop(): Promise<number | null>
}

export async function connect(
  folder: string,
  initialize: Partial<InitializeParams> = {},
  words: readonly string[] = [],
  command = launcher,
): Promise<Client> {
  const child = spawn(process.execPath, [command, "lsp", "--stdio", ...words], { cwd: folder })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  child.stdin.on("error", () => {})
  const latest = new Map<string, readonly Diagnostic[]>()
  const waiting = new Set<() => void>()
  const shown: string[] = []
  let complaints = ""
  child.stderr.on("data", (piece) => (complaints += piece))
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
    latest.set(uri, diagnostics)
    for (const each of waiting) each()
  })
  connection.onNotification("window/showMessage", ({ message }) => void shown.push(message))
  connection.onRequest("window/showDocument", ({ uri }) => {
    shown.push(uri)
    return { success: true }
  })
  connection.onRequest("client/registerCapability", () => null)
  connection.onRequest("window/workDoneProgress/create", () => null)
  connection.listen()
  const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)))
  const uri = pathToFileURL(folder).href
  const result = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: "worlds" }],
    capabilities: {
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
      window: { showDocument: { support: true }, workDoneProgress: true },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true },
    },
    ...initialize,
  })
  await connection.sendNotification("initialized", {})
  let version = 0
  return {
    process: child,
    connection,
    result,
    shown,
    ended,
    open: (uri, text) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "dramaturg", version: ++version, text },
      }),
    change: (uri, text) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text }],
      }),
    close: (uri) => connection.sendNotification("textDocument/didClose", { textDocument: { uri } }),
    ask: (method, uri, marked, more = {}) =>
      connection.sendRequest(method, { textDocument: { uri }, position: cursorIn(marked), ...more }),
    request: (method, params) => connection.sendRequest(method, params as object),
    diagnostics(uri, fits = () => true) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = latest.get(uri)
          if (!found || !fits(found)) return
          waiting.delete(look)
          clearTimeout(timer)
          resolve(found)
        }
        const timer = setTimeout(
          () => reject(new Error(`No such diagnostics: ${JSON.stringify(latest.get(uri))} ${complaints}`)),
          30_000,
        )
        waiting.add(look)
        look()
      })
    },
    async stop() {
      await connection.sendRequest("shutdown")
      await connection.sendNotification("exit")
      return ended
    },
  }
}

/** The place of `¦`: lines from 0, and UTF-16 units. */
export function cursorIn(marked: string) {
  const before = marked.slice(0, marked.indexOf("¦")).split(/\r\n|\r|\n/)
  return { line: before.length - 1, character: before.at(-1)!.length }
}

/** A new folder with these files in it; also its files' URIs. */
export function folderOf(files: Readonly<Record<string, string>>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dramaturg-lsp-")))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return { folder, uri: (name: string) => pathToFileURL(join(folder, name)).href }
}
