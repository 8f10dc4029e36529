/** Does what a remark offers to do. */
import type { Fix } from "@dramaturg/model"
import { command, isWriter } from "./command.js"

export const applyFix = command<Fix>({
  name: "apply-fix",
  when: isWriter,
  perform: ({ change }, { edits }) =>
    change((state) => {
      const files = state.project.files.map(({ name, text }) => {
        const own = edits
          .filter((each) => each.span.file === name)
          .sort((a, b) => b.span.offset - a.span.offset)
        return {
          name,
          text: own.reduce(
            (done, { span, text: put }) =>
              done.slice(0, span.offset) + put + done.slice(span.offset + span.length),
            text,
          ),
        }
      })
      return { ...state, project: { ...state.project, files } }
    }),
})
