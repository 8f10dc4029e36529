/** The commands that an editor can have the server execute, and how their answers reach the author. */
import { eventAt } from "@dramaturg/language/ide"
import {
  type Connection,
  ErrorCodes,
  MessageType,
  type Position,
  ResponseError,
  ShowMessageNotification,
} from "vscode-languageserver"
import { TextDocument } from "vscode-languageserver-textdocument"
import { worldText } from "./diagnosing.js"
import type { Answer, Tools, WorldText } from "./tools.js"
import type { Workspace } from "./workspace.js"

export const commands = [
  "dramaturg.tell",
  "dramaturg.test",
  "dramaturg.runScenario",
  "dramaturg.why",
] as const

export interface Executing {
  readonly tools: Tools
  readonly workspace: Workspace
  readonly openTexts: () => ReadonlyMap<string, string>
  readonly pathOf: (uri: string) => string
}

/** Rejected if the command or its arguments are not what `commands` takes. */
export async function execute(
  { tools, workspace, openTexts, pathOf }: Executing,
  command: string,
  args: readonly unknown[],
  signal: AbortSignal,
): Promise<Answer> {
  if (!(commands as readonly string[]).includes(command))
    throw refused(`There is no command \`${command}\`: there are ${commands.join(", ")}.`)
  const [uri, what] = args
  if (typeof uri !== "string") throw refused(`\`${command}\` takes the URI of a world as its first argument.`)
  const file = pathOf(uri)
  const [main] = workspace.mainsOf(file)
  const world = (of: string): WorldText => {
    const found = worldText(of, workspace, openTexts())
    if (!found) throw refused(`${of} cannot be read.`)
    return found
  }
  switch (command) {
    case "dramaturg.tell":
      return tools.tell(world(main), signal)
    case "dramaturg.test":
      return tools.test(world(main), undefined, signal)
    case "dramaturg.runScenario":
      if (typeof what !== "string") throw refused("`dramaturg.runScenario` takes the title of a scenario.")
      return tools.test(world(main), what, signal)
    default:
      return tools.why(world(main), eventNamed(workspace.textOf(file) ?? "", what), signal)
  }
}

/** An action's name, or the place of the cursor in or on one. */
function eventNamed(text: string, what: unknown): string {
  const event = typeof what === "string" ? what : eventAt(text, offsetIn(text, what))
  if (event === undefined)
    throw refused("Put the cursor on an action or trigger, or into its definition: why that is done is said.")
  return event
}

function offsetIn(text: string, what: unknown): number {
  const { line, character } = (what ?? {}) as Partial<Position>
  if (typeof line !== "number" || typeof character !== "number")
    throw refused("`dramaturg.why` takes a position, or the name of an action.")
  return TextDocument.create("", "", 0, text).offsetAt({ line, character })
}

function refused(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message)
}

/** For editors that do nothing with an answer: it is opened as a document, or else shown as a message. */
export async function present(
  connection: Connection,
  { title, text }: Answer,
  open: ((text: string) => string) | undefined,
): Promise<void> {
  const shown = open && (await connection.window.showDocument({ uri: open(`${title}\n\n${text}`) }))
  if (shown?.success) return
  const message = `${title}\n\n${text}`
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message })
}
