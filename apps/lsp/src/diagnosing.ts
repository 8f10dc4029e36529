/**
 * Diagnostics: a short while after the last change, the worlds that a changed document is part of are
 * checked, one after another. What was changed again meanwhile is not published but checked again.
 */
import type { Texts } from "@dramaturg/language/ide"
import type { Diagnostic as Remark } from "@dramaturg/model"
import type { Diagnostic } from "vscode-languageserver"
import { diagnosticsOf } from "./answers/fixes.js"
import type { Remarks, Tools, WorldText } from "./tools.js"
import type { Workspace } from "./workspace.js"

/** How long nothing is typed before a world is checked, in milliseconds. */
const pause = 200

/** A check of a text that is no longer the author's gets this long to end, in milliseconds. */
const patience = 1_000

export interface Diagnosing {
  /** A document was opened, or its text is another. */
  readonly changed: (file: string) => void
  readonly closed: (file: string) => void
  /** Files changed that are not open. */
  readonly changedOutside: () => void
  /** What the last check said of a file, with the texts that it read. */
  readonly lastOf: (file: string) => { readonly remarks: readonly Remark[]; readonly texts: Texts }
}

export interface Around {
  readonly workspace: Workspace
  readonly tools: Pick<Tools, "check">
  readonly openTexts: () => ReadonlyMap<string, string>
  readonly uriOf: (file: string) => string
  readonly publish: (file: string, diagnostics: Diagnostic[]) => void
  readonly log: (message: string) => void
}

export function startDiagnosing(around: Around): Diagnosing {
  const { workspace, tools, openTexts, uriOf, publish, log } = around
  const results = new Map<string, Remarks>()
  const published = new Set<string>()
  const due = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let isChecking = false
  let current: { readonly main: string; readonly controller: AbortController } | undefined

  const schedule = (mains: readonly string[]) => {
    for (const each of mains) due.add(each)
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (current && due.has(current.main)) giveUp(current.controller)
      void checkAll()
    }, pause)
  }

  const checkAll = async () => {
    if (isChecking) return
    isChecking = true
    try {
      for (const [main] of due.entries()) {
        due.delete(main)
        await checkOne(main)
      }
    } catch (error) {
      log(`The check was given up: ${String(error)}`)
    } finally {
      isChecking = false
    }
  }

  const checkOne = async (main: string) => {
    const world = worldText(main, workspace, openTexts())
    if (world === undefined) return void results.delete(main)
    const controller = new AbortController()
    current = { main, controller }
    try {
      const remarks = await tools.check(world, controller.signal)
      // It was changed while it was checked: the next check is under way.
      if (due.has(main)) return
      results.set(main, remarks)
    } catch (error) {
      if (controller.signal.aborted) return
      log(`${main} could not be checked: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      current = undefined
    }
    show()
  }

  const lastOf = (file: string): { readonly remarks: readonly Remark[]; readonly texts: Texts } => {
    const about = [...results.values()].filter((each) => each.texts.has(file))
    const met = new Set<string>()
    return {
      remarks: about
        .flatMap((each) => each.diagnostics)
        .filter(({ span, code, message }) => {
          const key = `${span.offset} ${span.length} ${code} ${message}`
          return span.file === file && !met.has(key) && met.add(key)
        }),
      texts: Object.assign({}, ...about.map((each) => Object.fromEntries(each.texts))),
    }
  }

  const show = () => {
    const files = new Set([...results.values()].flatMap((each) => [...each.texts.keys()]))
    for (const file of published) {
      if (files.has(file)) continue
      published.delete(file)
      publish(file, [])
    }
    for (const file of files) {
      if (file.startsWith("@lib/")) continue
      const { remarks, texts } = lastOf(file)
      if (remarks.length > 0 || published.has(file) || openTexts().has(file)) {
        publish(file, diagnosticsOf(remarks, texts, uriOf))
        published.add(file)
      }
    }
  }

  /** The main files of all documents that are open. */
  const mains = (): ReadonlySet<string> =>
    new Set([...openTexts().keys()].filter((each) => !each.startsWith("@lib/")).flatMap(workspace.mainsOf))

  /** What no open document is part of any more is no longer shown. */
  const forgetOthers = () => {
    const wanted = mains()
    for (const each of results.keys()) if (!wanted.has(each)) results.delete(each)
    show()
  }

  return {
    lastOf,
    changed(file) {
      if (!file.startsWith("@lib/")) schedule(workspace.mainsOf(file))
    },
    closed(file) {
      forgetOthers()
      // Its text may be another on the disk.
      if (results.size > 0) schedule(workspace.mainsOf(file).filter((each) => mains().has(each)))
    },
    changedOutside() {
      forgetOthers()
      schedule([...mains()])
    },
  }
}

function giveUp(controller: AbortController) {
  setTimeout(() => controller.abort(), patience).unref()
}

/** Undefined: there is no such file any more. */
export function worldText(
  main: string,
  workspace: Workspace,
  open: ReadonlyMap<string, string>,
): WorldText | undefined {
  const text = workspace.textOf(main)
  return text === undefined ? undefined : { file: main, text, open: new Map(open) }
}
