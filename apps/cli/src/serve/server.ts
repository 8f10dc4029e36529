/**
 * The server behind `serve`: takes requests, has a few of them answered at once and the others wait, hands
 * over answers in the order in which they are ready. A request is answered by running its command line within
 * surroundings of its own; no answer is written here.
 */
import type { Command } from "commander"
import { exit, Refusal, type ExitCode } from "../exit.js"
import { diagnosticJson } from "../diagnostics.js"
import type { Moment } from "../thread/progress-line.js"
import { type Surroundings, within } from "../surroundings.js"
import { version } from "../version.js"
import { methodNames, methods } from "./methods.js"
import { playRoom } from "./plays.js"
import { commandLine, type Params, refuseUnknown } from "./words.js"

/** What the server needs of the program that it is part of. */
export interface Program {
  /** Runs a command line. */
  readonly run: (words: readonly string[]) => Promise<ExitCode>
  readonly commands: readonly Command[]
}

export interface Server {
  /** Takes one line; undefined is one that was too long. */
  take(line: string | undefined): void
  /** Once every request has been answered. */
  end(): Promise<void>
}

type Id = string | number

/** A request that is being answered, or waits to be. */
interface Pending {
  readonly id: Id
  readonly method: string
  readonly params: Params
  isCancelled: boolean
  /** Set while it is being answered. */
  stop?: () => void
}

/** How often at most a request tells how it stands, in milliseconds. */
const pause = 250

export function openServer(
  { run, commands }: Program,
  { atOnce, say }: { readonly atOnce: number; readonly say: (value: object) => void },
): Server {
  const pending = new Map<Id, Pending>()
  const waiting: Pending[] = []
  const room = playRoom(commands.find((each) => each.name() === "play")!)
  let working = 0
  let onIdle: (() => void) | undefined

  const next = () => {
    while (working < atOnce && waiting.length > 0) {
      const request = waiting.shift()!
      working++
      void answer(request).then((response) => {
        working--
        pending.delete(request.id)
        say({ id: request.id, ...response })
        next()
      })
    }
    if (pending.size === 0) onIdle?.()
  }

  const answer = async (request: Pending): Promise<object> => {
    if (request.isCancelled) return failure(new Refusal("cancelled.", exit.interrupted))
    const play = /^play\.(.*)$/.exec(request.method)?.[1]
    try {
      return await (play === undefined
        ? runMethod(request)
        : within(around(request, new Map()).surroundings, () => playMethod(play, request.params)))
    } catch (error) {
      return failure(error)
    }
  }

  const runMethod = async (request: Pending): Promise<object> => {
    const { method, params } = request
    if (method === "version") {
      refuseUnknown(method, params, [])
      return success({ format: "dramaturg-version", version: 1, dramaturg: version, methods: methodNames })
    }
    const found = methods[method]
    const command = commands.find((each) => each.name() === found.command)!
    const { words, texts } = commandLine(method, found, command, params)
    const { surroundings, ending } = around(request, texts)
    const code = await within(surroundings, () => run([found.command, "--json", ...words]))
    const { printed, said, error } = ending()
    if (error !== undefined || printed === "") return failure(error ?? new Error("no answer was given"), said)
    return success(JSON.parse(printed), code, said)
  }

  const playMethod = async (name: string, params: Params): Promise<object> =>
    success(await room.ask(name, params))

  /** What a command line finds around it, and what it has left when it has ended. */
  const around = (request: Pending, texts: ReadonlyMap<string, string>) => {
    let [printed, said, error, heard] = ["", "", undefined as unknown, 0]
    const surroundings: Surroundings = {
      texts,
      allowsOutside: false,
      print: (text) => void (printed += text),
      printError: (text) => void (said += text),
      fail: (what) => void (error = what),
      progress: (moment) => {
        if (performance.now() - heard < pause) return
        heard = performance.now()
        say({ method: "progress", params: { id: request.id, ...standing(moment) } })
      },
      onCancel: (stop) => {
        request.stop = stop
        // It was cancelled between two pieces of work.
        if (request.isCancelled) setImmediate(stop)
        return () => {
          if (request.stop === stop) request.stop = undefined
        }
      },
    }
    return { surroundings, ending: () => ({ printed, said, error }) }
  }

  const cancel = (id: unknown): boolean => {
    const request = pending.get(id as Id)
    if (!request || request.isCancelled) return false
    request.isCancelled = true
    request.stop?.()
    const place = waiting.indexOf(request)
    if (place >= 0) {
      waiting.splice(place, 1)
      pending.delete(request.id)
      say({ id: request.id, ...failure(new Refusal("cancelled.", exit.interrupted)) })
      next()
    }
    return true
  }

  return {
    take(line) {
      if (line !== undefined && line.trim() === "") return
      const read = readRequest(line)
      if ("error" in read) return say(read)
      const { id, method, params } = read
      if (pending.has(id))
        return say({
          id,
          ...problem(
            "malformed",
            `${JSON.stringify(id)} is the id of a request that is not answered yet: take another.`,
          ),
        })
      if (!methodNames.includes(method))
        return say({
          id,
          ...problem(
            "no-such-method",
            `there is no method "${method}": there are ${methodNames.join(", ")}.`,
          ),
        })
      if (method === "cancel") {
        try {
          refuseUnknown(method, params, ["id"])
          return say({ id, ...success({ cancelled: cancel(params.id) }) })
        } catch (error) {
          return say({ id, ...failure(error) })
        }
      }
      const request: Pending = { id, method, params, isCancelled: false }
      pending.set(id, request)
      waiting.push(request)
      next()
    },
    async end() {
      if (pending.size > 0) await new Promise<void>((resolve) => (onIdle = resolve))
      room.close()
    },
  }
}

type Read = { readonly id: Id; readonly method: string; readonly params: Params } | { readonly error: object }

const fields = ["id", "method", "params", "jsonrpc"]

/** A line that is no request is answered with the id that it has, or null. */
function readRequest(line: string | undefined): Read {
  if (line === undefined) return { id: null, ...problem("malformed", "the line is too long.") } as never
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: null, ...problem("malformed", "the line is not JSON.") } as never
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return {
      id: null,
      ...problem("malformed", "a request is a JSON object with id, method and params."),
    } as never
  const { id = null, method, params = {} } = value as Record<string, unknown>
  const isId = typeof id === "string" || (typeof id === "number" && Number.isFinite(id))
  const wrong = (message: string): Read =>
    ({ id: isId ? id : null, ...problem("malformed", message) }) as never
  if (!isId) return wrong("a request has an id, a string or a number.")
  const strange = Object.keys(value).find((each) => !fields.includes(each))
  if (strange !== undefined) return wrong(`a request has id, method and params, not "${strange}".`)
  if (typeof method !== "string") return wrong("a request has a method, a string.")
  if (typeof params !== "object" || params === null || Array.isArray(params))
    return wrong("the params of a request are an object.")
  return { id, method, params: params as Params }
}

function success(result: unknown, code: ExitCode = exit.done, said = "") {
  return { result, exit: code, ...remarksOf(said) }
}

/** What the command said beside its answer, line by line. */
function remarksOf(said: string) {
  const remarks = said.split("\n").filter((each) => each.trim() !== "")
  return remarks.length === 0 ? {} : { remarks }
}

function problem(code: string, message: string, code_: ExitCode = exit.usage, more: object = {}) {
  return { error: { code, message, exit: code_, ...more } }
}

const codes: Readonly<Record<ExitCode, string>> = {
  [exit.done]: "fault",
  [exit.negative]: "none",
  [exit.usage]: "refused",
  [exit.unknown]: "stopped",
  [exit.fault]: "fault",
  [exit.interrupted]: "cancelled",
}

function failure(error: unknown, said = "") {
  if (error instanceof Refusal) {
    const { code, message, mistakes } = error
    const more = mistakes
      ? { file: mistakes.file, diagnostics: mistakes.diagnostics.map(diagnosticJson) }
      : {}
    const sentence = mistakes ? message.replace(/, see above\.$/, ".") : message
    return problem(mistakes ? "mistakes" : codes[code], sentence, code, more)
  }
  const message = error instanceof Error ? error.message.split("\n")[0] : String(error)
  // Minds too deep to be followed are no fault of the program.
  if (/ levels deep\.$/.test(message)) return problem("stopped", message, exit.unknown)
  return problem("fault", `this is our fault, not yours (${message}).`, exit.fault, remarksOf(said))
}

function standing({ stage, snapshots, milliseconds, note }: Moment) {
  const visited = snapshots.reduce((total, each) => total + each.progress.visited, 0)
  return {
    stage,
    milliseconds: Math.round(milliseconds),
    visited,
    note: note ?? null,
  }
}
