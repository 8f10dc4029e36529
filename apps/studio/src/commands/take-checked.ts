/** The reader has looked through the text. */
import type { TextFile } from "../state.js"
import type { Checked } from "../worker/protocol.js"
import { command } from "./command.js"

export const takeChecked = command<{ readonly checked: Checked; readonly of: readonly TextFile[] }>({
  name: "take-checked",
  perform: ({ change }, { checked, of }) =>
    change((state) => {
      if (state.project.files !== of) return state
      const isTorn = checked.diagnostics.some((each) => each.severity === "error")
      const story = isTorn ? { ...state.story, status: "torn" as const, figures: null } : state.story
      // A text that is torn for a moment does not take away what was known of it.
      return {
        ...state,
        diagnostics: checked.diagnostics,
        besides: checked.besides,
        story,
        checked: checked.name === null && state.checked ? state.checked : checked,
      }
    }),
})
