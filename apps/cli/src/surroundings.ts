/**
 * What one command line has around it when it does not run alone in a process: where it prints, which texts
 * it is given instead of files, and what cancels it. `serve` runs many command lines at once in one process;
 * each of them finds its own surroundings here. A command line of a process of its own has none.
 */
import { AsyncLocalStorage } from "node:async_hooks"
import type { Moment } from "./thread/progress-line.js"

export interface Surroundings {
  /** Takes what would be printed on stdout. */
  readonly print: (text: string) => void
  /** Takes what would be printed on stderr. */
  readonly printError: (text: string) => void
  /** Texts by the names under which the command line asks for them: they are taken before files. */
  readonly texts: ReadonlyMap<string, string>
  /** Hears of the error that ended the command line, before it is put into words. */
  readonly fail: (error: unknown) => void
  /** Hears how long work stands. */
  readonly progress: (moment: Moment) => void
  /** What is to be called when the command line is cancelled; what comes back takes it away again. */
  readonly onCancel: (stop: () => void) => () => void
  /** Whether parts may lie outside the folder of a world. */
  allowsOutside: boolean
}

const storage = new AsyncLocalStorage<Surroundings>()

/** Undefined: this command line has the process to itself. */
export function surroundings(): Surroundings | undefined {
  return storage.getStore()
}

/** Does work for which `surroundings()` are these, through all its awaiting. */
export function within<Result>(own: Surroundings, work: () => Result): Result {
  return storage.run(own, work)
}

/** Does work as a process of its own would, whoever calls. */
export function outside(work: () => void) {
  storage.run(undefined as never, work)
}

/** A listener that keeps the surroundings of the one who made it, whoever calls it. */
export function bound<Words extends readonly unknown[]>(
  listener: (...words: Words) => void,
): (...words: Words) => void {
  const own = storage.getStore()
  return own === undefined ? listener : (...words) => storage.run(own, () => listener(...words))
}
