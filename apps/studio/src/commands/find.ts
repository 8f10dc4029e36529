/** Opens the editor's own search. */
import { command } from "./command.js"

export const find = command({
  name: "find",
  label: "Find in this file",
  key: "Mod-f",
  perform: (studio) => {
    studio.change((state) => ({ ...state, isTextSeen: true, dialogue: null }))
    setTimeout(() => studio.editor?.find())
  },
})
