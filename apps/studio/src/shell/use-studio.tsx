/** How panels reach the state and run commands, and nothing else. */
import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from "react"
import { type Command, run } from "../commands/command.js"
import {
  askPanel,
  type PanelAsked,
  type PanelJob,
  type PanelQuestion,
  stopAsking,
} from "../commands/ask-panel.js"
import type { PanelAnswer, StudioState } from "../state.js"
import type { Studio } from "../studio.js"

const Context = createContext<Studio | null>(null)

export function StudioProvider({
  studio,
  children,
}: {
  readonly studio: Studio
  readonly children: ReactNode
}) {
  return <Context value={studio}>{children}</Context>
}

export function useStudio(): Studio {
  const studio = useContext(Context)
  if (!studio) throw new Error("Panels stand inside a StudioProvider.")
  return studio
}

/** A part of the state; `choose` has to answer with something that stays the same while nothing changes. */
export function useStudioState<Part>(choose: (state: StudioState) => Part): Part {
  const studio = useStudio()
  return useSyncExternalStore(studio.subscribe, () => choose(studio.state))
}

export interface Run {
  (made: Command): void
  <Given>(made: Command<Given>, given: Given): void
}

export function useRun(): Run {
  const studio = useStudio()
  return useCallback(
    <Given,>(made: Command<Given>, given?: Given) => run(studio, made, given as Given),
    [studio],
  ) as Run
}

/** What a panel asked with this job last, how it stands, and how to ask anew or stop. */
export function useQuestion<Name extends PanelJob>(
  job: Name,
): Partial<PanelAnswer<Name>> & {
  readonly ask: (asked: PanelAsked<Name>) => void
  readonly stop: () => void
} {
  const run = useRun()
  const answer = useStudioState((it) => it.answers[job])
  return {
    ...answer,
    ask: (asked) => run(askPanel, { job, asked } as PanelQuestion),
    stop: () => run(stopAsking, job),
  }
}
