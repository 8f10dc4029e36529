/** Goes to the next remark on the text. */
import { command } from "./command.js"

export const nextRemark = command({
  name: "next-remark",
  label: "Go to the next remark",
  key: "F8",
  when: ({ diagnostics, besides }) => diagnostics.length + besides.length > 0,
  perform: (studio) => {
    const { diagnostics, file, project } = studio.state
    const other = diagnostics.find(
      (each) => each.span.file !== file && project.files.some((one) => one.name === each.span.file),
    )
    if (diagnostics.every((each) => each.span.file !== file) && other) {
      studio.change((state) => ({
        ...state,
        file: other.span.file,
        shown: { span: other.span },
        isTextSeen: true,
      }))
    } else {
      studio.change((state) => ({ ...state, isTextSeen: true }))
      setTimeout(() => studio.editor?.nextRemark())
    }
  },
})
