/**
 * The language server: it speaks the Language Server Protocol on stdin and stdout. What it answers is
 * computed in `packages/language/src/ide`; long work is done by the tools that the caller hands over.
 *
 * A request that fails is answered with an error and costs nothing else. The process ends when the client
 * asks for it, when stdin ends, or when the client's process is gone.
 */
import { isOfLibrary } from "@dramaturg/language/ide"
import {
  type CancellationToken,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ProposedFeatures,
  ResponseError,
  type TextDocumentIdentifier,
  TextDocuments,
  TextDocumentSyncKind,
} from "vscode-languageserver/node.js"
import { TextDocument } from "vscode-languageserver-textdocument"
import { fixesOf } from "./answers/fixes.js"
import {
  documentSymbols,
  folds,
  hover,
  lenses,
  links,
  semanticTokens,
  tokenModifiers,
  tokenTypes,
  workspaceSymbols,
} from "./answers/looks.js"
import { definition, highlights, references, rename, renaming } from "./answers/names.js"
import { completion, formatting, signatureHelp } from "./answers/typing.js"
import { type Asked, at } from "./asked.js"
import { startDiagnosing } from "./diagnosing.js"
import { openDisk } from "./disk.js"
import { commands, execute, present } from "./executing.js"
import { openShelf } from "./shelf.js"
import type { Tools } from "./tools.js"
import { isUri, pathOf as plainPathOf, uriOf as plainUriOf } from "./uris.js"
import { openWorkspace } from "./workspace.js"

export type { Answer, Remarks, Tools, WorldText } from "./tools.js"

/** What a client says of itself besides its capabilities, in `initializationOptions`. */
interface Options {
  /** It shows what commands answer by itself. */
  readonly showsAnswers?: boolean
}

/** Serves until the process ends. */
export function serve(tools: Tools): Promise<never> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  const documents = new TextDocuments(TextDocument)
  const disk = openDisk()
  const shelf = openShelf()
  let folders: readonly string[] = []
  let client: InitializeParams["capabilities"] = {}
  let options: Options = {}

  const pathOf = (uri: string): string => {
    const path = plainPathOf(uri)
    return shelf.partOf(path) ?? path
  }
  const openTexts = kept(
    () =>
      documents
        .all()
        .map((each) => `${each.uri} ${each.version}`)
        .join("\n"),
    () => new Map(documents.all().map((each) => [pathOf(each.uri), each.getText()])),
  )
  /** A document is called as its client calls it. */
  const uriOf = (file: string): string =>
    documents.all().find((each) => pathOf(each.uri) === file)?.uri ??
    plainUriOf(isOfLibrary(file) ? (shelf.fileOf(file) ?? file) : file)
  const partsOf: Tools["partsOf"] = (file) => (isUri(file) ? () => undefined : tools.partsOf(file))
  const workspace = openWorkspace({ disk, folders: () => folders, openTexts, partsOf })
  const diagnosing = startDiagnosing({
    workspace,
    tools,
    openTexts,
    uriOf,
    log: (message) => connection.console.warn(message),
    publish(file, diagnostics) {
      const uri = uriOf(file)
      const version = documents.get(uri)?.version
      void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) })
    },
  })

  /** Undefined: it is not open, or no world of ours. */
  const ask = ({ uri }: TextDocumentIdentifier): Asked | undefined => {
    const document = documents.get(uri)
    if (!document || pathOf(uri).toLowerCase().endsWith(".txt")) return undefined
    return { file: pathOf(uri), text: document.getText(), document, workspace, uriOf }
  }
  const answer =
    <Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
      compute: (asked: Asked, params: Params) => Result,
    ) =>
    (params: Params): Result | null => {
      const asked = ask(params.textDocument)
      return asked ? compute(asked, params) : null
    }

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities
    options = (params.initializationOptions ?? {}) as Options
    folders = foldersOf(params).map(plainPathOf)
    return { capabilities, serverInfo: { name: "dramaturg", version: tools.version } }
  })
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*.drama" }],
      })
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map((each) => plainPathOf(each.uri))
        folders = [
          ...folders.filter((each) => !gone.includes(each)),
          ...added.map((each) => plainPathOf(each.uri)),
        ]
        disk.forget()
        diagnosing.changedOutside()
      })
  })
  connection.onDidChangeWatchedFiles(() => {
    disk.forget()
    diagnosing.changedOutside()
  })
  documents.onDidChangeContent(({ document }) => diagnosing.changed(pathOf(document.uri)))
  documents.onDidClose(({ document }) => diagnosing.closed(pathOf(document.uri)))
  documents.onDidSave(() => disk.forget())

  connection.onHover(answer((asked, { position }) => hover(at(asked, position))))
  connection.onCompletion(
    answer((asked, { position }) =>
      completion(
        at(asked, position),
        client.textDocument?.completion?.completionItem?.snippetSupport === true,
      ),
    ),
  )
  connection.onSignatureHelp(answer((asked, { position }) => signatureHelp(at(asked, position))))
  connection.onDefinition(answer((asked, { position }) => definition(at(asked, position))))
  connection.onReferences(
    answer((asked, { position, context }) => references(at(asked, position), context.includeDeclaration)),
  )
  connection.onDocumentHighlight(answer((asked, { position }) => highlights(at(asked, position))))
  connection.onPrepareRename(answer((asked, { position }) => renaming(at(asked, position))))
  connection.onRenameRequest(answer((asked, { position, newName }) => rename(at(asked, position), newName)))
  connection.onDocumentSymbol(answer(documentSymbols))
  connection.onWorkspaceSymbol(({ query }) => workspaceSymbols(workspace, query, uriOf))
  connection.onDocumentLinks(answer(links))
  connection.onFoldingRanges(answer(folds))
  connection.onDocumentFormatting(answer(formatting))
  connection.onCodeLens(answer(lenses))
  connection.languages.semanticTokens.on((params) => answer((asked) => semanticTokens(asked))(params) ?? none)
  connection.languages.semanticTokens.onRange(
    (params) => answer((asked) => semanticTokens(asked, params.range))(params) ?? none,
  )
  connection.onCodeAction(
    answer(({ file, text }, { range, context }) => {
      const { remarks, texts } = diagnosing.lastOf(file)
      const isWanted = context.only?.every((each) => !"quickfix".startsWith(each)) !== true
      // The text has changed since: what was to be put in may not fit any more.
      return isWanted && texts[file] === text ? fixesOf(remarks, range, texts, uriOf) : []
    }),
  )
  connection.onExecuteCommand(async ({ command, arguments: args = [] }, token) => {
    const progress = client.window?.workDoneProgress
      ? await connection.window.createWorkDoneProgress()
      : undefined
    progress?.begin("Dramaturg", undefined, command.replace(/^dramaturg\./, ""), true)
    const signal = signalOf(token, ...(progress ? [progress.token] : []))
    try {
      const given = await execute({ tools, workspace, openTexts, pathOf }, command, args, signal)
      const open = client.window?.showDocument?.support
        ? (text: string) => plainUriOf(shelf.put("answer.txt", text))
        : undefined
      // The editor would otherwise wait for its own answer.
      if (!options.showsAnswers) setImmediate(() => void present(connection, given, open).catch(() => {}))
      return given
    } catch (error) {
      throw signal.aborted ? new ResponseError(LSPErrorCodes.RequestCancelled, "It was cancelled.") : error
    } finally {
      progress?.done()
    }
  })

  process.on("uncaughtException", (error) => connection.console.error(error.stack ?? String(error)))
  process.on("unhandledRejection", (error) => connection.console.error(String(error)))
  documents.listen(connection)
  connection.listen()
  return new Promise(() => {})
}

const none = { data: [] }

const capabilities: InitializeResult["capabilities"] = {
  positionEncoding: "utf-16",
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  completionProvider: { triggerCharacters: ["(", ",", "=", "{"] },
  signatureHelpProvider: { triggerCharacters: ["(", ","] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  documentLinkProvider: {},
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds: ["quickfix"] },
  executeCommandProvider: { commands: [...commands] },
  semanticTokensProvider: { legend: { tokenTypes, tokenModifiers }, full: true, range: true },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map((each) => each.uri)
  return rootUri ? [rootUri] : []
}

/** Aborted when the request is cancelled, or the progress that is shown for it. */
function signalOf(...tokens: readonly CancellationToken[]): AbortSignal {
  const controller = new AbortController()
  for (const each of tokens) {
    if (each.isCancellationRequested) controller.abort()
    each.onCancellationRequested(() => controller.abort())
  }
  return controller.signal
}

/** Computed again only when its key is another. */
function kept<Result>(key: () => string, compute: () => Result): () => Result {
  let last: { readonly key: string; readonly result: Result } | undefined
  return () => {
    const now = key()
    if (last?.key !== now) last = { key: now, result: compute() }
    return last.result
  }
}
