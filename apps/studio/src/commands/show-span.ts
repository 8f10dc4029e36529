/** Brings a stretch of text into sight and lights it up. */
import type { Span } from "@dramaturg/model"
import { command } from "./command.js"

export const showSpan = command<Span>({
  name: "show-span",
  perform: ({ change }, span) =>
    change((state) => {
      if (!state.project.files.some((each) => each.name === span.file))
        return { ...state, notice: `This stands in ${span.file}, which comes with the language.` }
      return { ...state, file: span.file, shown: { span }, isTextSeen: true }
    }),
})
