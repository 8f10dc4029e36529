/** Light, dark, or as the system has it. */
import type { Theme } from "../state.js"
import { type Command, command } from "./command.js"

const theme = (name: Theme, label: string): Command =>
  command({
    name: `theme-${name}`,
    label,
    when: (state) => state.theme !== name,
    perform: ({ change, store }) =>
      change((state) => {
        store.remember({ theme: name })
        return { ...state, theme: name }
      }),
  })

export const themeLight = theme("light", "Light page")
export const themeDark = theme("dark", "Dark page")
export const themeSystem = theme("system", "Light or dark as the system has it")
