/** A server of questions in a process of its own, as an editor would start it, for tests to talk to. */
import { start } from "./command.js"

export interface Response {
  readonly id: string | number | null
  // The JSON of an answer, whose shape its schema says.
  readonly result?: any
  readonly error?: {
    readonly code: string
    readonly message: string
    readonly exit: number
    readonly diagnostics?: readonly { readonly code: string }[]
  }
  readonly exit?: number
  readonly remarks?: readonly string[]
}

export interface Serving {
  /** Sends a request, and waits for what answers it. */
  ask(method: string, params?: object): Promise<Response>
  /** Sends a line as it is. */
  say(line: string): void
  /** The next response with this id. */
  answer(id: string | number | null): Promise<Response>
  /** All lines that came so far, in order. */
  readonly lines: readonly unknown[]
  /** Closes its stdin; the exit code, once it has ended. */
  end(): Promise<number | null>
}

export function serving(folder: string, flags: readonly string[] = []): Serving {
  const child = start(["serve", "--stdio", ...flags], folder)
  const lines: unknown[] = []
  const unread: Response[] = []
  let listeners: (() => void)[] = []
  let rest = ""
  let count = 0
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    const parts = (rest + piece).split("\n")
    rest = parts.pop()!
    for (const each of parts) {
      const value = JSON.parse(each)
      lines.push(value)
      if ("id" in value) unread.push(value)
    }
    const woken = listeners
    listeners = []
    for (const each of woken) each()
  })
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve))
  const answer = async (id: Response["id"]): Promise<Response> => {
    for (;;) {
      const place = unread.findIndex((each) => each.id === id)
      if (place >= 0) return unread.splice(place, 1)[0]
      const more = new Promise<true>((resolve) => listeners.push(() => resolve(true)))
      if (
        (await Promise.race([more, ended])) !== true &&
        rest === "" &&
        !unread.some((each) => each.id === id)
      )
        throw new Error(`the server ended without an answer to ${id}`)
    }
  }
  const say = (line: string) => void child.stdin.write(`${line}\n`)
  return {
    lines,
    say,
    answer,
    ask(method, params = {}) {
      const id = `ask ${++count}`
      say(JSON.stringify({ id, method, params }))
      return answer(id)
    },
    end() {
      child.stdin.end()
      return ended
    },
  }
}
