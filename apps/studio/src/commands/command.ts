/**
 * A command is a studio act as data: every change of the state is one, whether a person, a key or a worker
 * asks for it.
 */
import type { Studio } from "../studio.js"
import type { StudioState } from "../state.js"

export interface Command<Given = void> {
  readonly name: string
  /** How people read it in the palette; without one it is not listed there. */
  readonly label?: string
  /** E.g. `Mod-s`; Mod is Ctrl, or the command key on a Mac. */
  readonly key?: string
  readonly when?: (state: StudioState) => boolean
  readonly perform: (studio: Studio, given: Given) => void | Promise<void>
}

export function command<Given = void>(made: Command<Given>): Command<Given> {
  return made
}

/** Does it, unless this is not the time. An error in it becomes a notice and never a silent end. */
export function run<Given>(studio: Studio, { when, perform }: Command<Given>, given: Given): void {
  if (when && !when(studio.state)) return
  const fail = (error: unknown): void =>
    studio.change((state) => ({
      ...state,
      notice: `That did not work: ${error instanceof Error ? error.message : String(error)}`,
    }))
  try {
    Promise.resolve(perform(studio, given)).catch(fail)
  } catch (error) {
    fail(error)
  }
}

export const isWriter = ({ role }: StudioState): boolean => role === "writer"
