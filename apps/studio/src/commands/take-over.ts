/** This tab writes from now on; the other one looks on. */
import { command } from "./command.js"

/** Who sits at the desk is known to effects/tabs.ts alone; it listens for this. */
export const takeOverListeners = new Set<() => void>()

export const takeOver = command({
  name: "take-over",
  label: "Write in this tab",
  when: ({ role }) => role === "onlooker",
  perform: () => {
    for (const each of takeOverListeners) each()
  },
})
