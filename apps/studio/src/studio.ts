/**
 * What commands may reach: the state, the clients of the workers, the project store, the editor. One of each,
 * made once.
 */
import type { StudioState } from "./state.js"
import type { ProjectStore } from "./store/project-store.js"
import type { WorkerClient } from "./worker/client.js"

/** What the text panel lends to commands while it is on the page. */
export interface EditorHandle {
  readonly focus: () => void
  readonly find: () => void
  readonly nextRemark: () => void
  readonly cursor: () => number
  /** Brings a stretch into sight and selects it, so that the text typed next replaces it. */
  readonly select: (from: number, to: number) => void
  readonly undo: () => void
}

export interface Studio {
  readonly state: StudioState
  readonly change: (how: (state: StudioState) => StudioState) => void
  readonly subscribe: (listener: () => void) => () => void
  /** For quick questions about the text. */
  readonly reader: WorkerClient
  /** For long work. */
  readonly engine: WorkerClient
  /** Where plays are kept. */
  readonly stage: WorkerClient
  /** For what may wait: the world's scenarios. */
  readonly tests: WorkerClient
  readonly store: ProjectStore
  editor: EditorHandle | null
}

export function openStudio(
  initial: StudioState,
  parts: Pick<Studio, "reader" | "engine" | "stage" | "tests" | "store">,
): Studio {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    ...parts,
    editor: null,
    get state() {
      return state
    },
    change(how) {
      const next = how(state)
      if (next === state) return
      state = next
      for (const each of [...listeners]) each()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
