/**
 * The extension for VS Code: it starts the language server that is inside it, and shows what its commands
 * answer beside the text.
 */
import { commands, type Disposable, type ExtensionContext, type Uri, window, workspace } from "vscode"
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node.js"
import { type Answer, openAnswers } from "./answers.js"

let client: LanguageClient | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const answers = openAnswers()
  const start = async () => {
    await client?.stop().catch(() => {})
    client = new LanguageClient("dramaturg", "Dramaturg", serverOptions(context), clientOptions(answers.show))
    await client.start()
  }
  /** Has the server execute a command about the world in the active editor. */
  const ask = (command: string, ...more: readonly unknown[]) =>
    commands.executeCommand(command, activeUri()?.toString(), ...more)
  const own: Readonly<Record<string, () => unknown>> = {
    "dramaturg.tellStory": () => ask("dramaturg.tell"),
    "dramaturg.runScenarios": () => ask("dramaturg.test"),
    "dramaturg.whyHere": () => {
      const position = window.activeTextEditor?.selection.active
      return position && ask("dramaturg.why", { line: position.line, character: position.character })
    },
    "dramaturg.restart": start,
  }
  const disposables: Disposable[] = [
    answers,
    ...Object.entries(own).map(([name, run]) => commands.registerCommand(name, run)),
    // A story that is in view follows what is saved.
    workspace.onDidSaveTextDocument(({ uri, languageId }) => {
      if (languageId === "dramaturg" && answers.isStoryOf(uri))
        void commands.executeCommand("dramaturg.tell", uri.toString())
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("dramaturg")) void start()
    }),
  ]
  context.subscriptions.push(...disposables)
  await start()
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop()
}

function activeUri(): Uri | undefined {
  return window.activeTextEditor?.document.uri
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const settings = workspace.getConfiguration("dramaturg")
  const words = ["lsp", "--timeout", String(settings.get("timeout", 60))]
  const args = settings.get("allowOutside", false) ? [...words, "--allow-outside"] : words
  const command = settings.get("command", "")
  // On Windows npm installs a script, which only a shell can start.
  if (command !== "" && process.platform === "win32")
    return { command: `"${command}"`, args, transport: TransportKind.stdio, options: { shell: true } }
  if (command !== "") return { command, args, transport: TransportKind.stdio }
  const module = context.asAbsolutePath("server/bin/dramaturg.js")
  return { module, args, transport: TransportKind.stdio }
}

function clientOptions(show: (uri: string, answer: Answer) => Promise<void>): LanguageClientOptions {
  return {
    documentSelector: [
      { scheme: "file", language: "dramaturg" },
      { scheme: "untitled", language: "dramaturg" },
    ],
    initializationOptions: { showsAnswers: true },
    middleware: {
      async executeCommand(command, args, next) {
        const answer = (await next(command, args)) as Answer | undefined
        if (answer) await show(String(args[0]), answer)
        return answer
      },
    },
  }
}
