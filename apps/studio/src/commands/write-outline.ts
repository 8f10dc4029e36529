/** The plot in the outline panel has another text now. */
import { command, isWriter } from "./command.js"

export const writeOutline = command<string>({
  name: "write-outline",
  when: isWriter,
  perform: ({ change }, outline) =>
    change((state) => ({
      ...state,
      project: { ...state.project, outline },
      outline: { ...state.outline, repairs: null },
      ...(state.gone?.kind === "plot" ? { gone: null, notice: null } : {}),
    })),
})

/** The acts of the story found, as a plot to be changed. */
export const takeStoryOver = command({
  name: "take-story-over",
  label: "Take the story over into the outline",
  when: (state) => isWriter(state) && state.story.found !== null,
  perform: ({ change }) =>
    change((state) => {
      const before = state.project.outline
      const outline = state.story.found!.acts.map((each) => `- ${each.label}`).join("\n")
      return {
        ...state,
        project: { ...state.project, outline },
        panel: "outline",
        ...(before.trim() === ""
          ? {}
          : {
              notice: "The story stands in the place of the plot that was here.",
              gone: { kind: "plot" as const, project: state.project.id, text: before },
            }),
      }
    }),
})
