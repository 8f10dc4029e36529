/** Lights an act up everywhere: in the story, in the text, in minds. Null puts it out. */
import { command } from "./command.js"

export const chooseAct = command<number | null>({
  name: "choose-act",
  perform: ({ change }, act) =>
    change((state) => {
      const told = state.story.found?.acts.find((each) => each.number === act)
      if (!told) return { ...state, act: null }
      const isOurs =
        told.origin !== null && state.project.files.some((each) => each.name === told.origin!.file)
      const seen = isOurs ? { file: told.origin!.file, shown: { span: told.origin! } } : {}
      return { ...state, act, moment: told.occurrence, ...seen }
    }),
})
