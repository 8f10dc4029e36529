/** Shows the story as prose or as acts. */
import type { StoryState } from "../state.js"
import { command } from "./command.js"

export const viewStory = command<StoryState["view"]>({
  name: "view-story",
  perform: ({ change }, view) => change((state) => ({ ...state, story: { ...state.story, view } })),
})

export const viewProse = command({
  name: "view-prose",
  label: "Read the story as prose",
  perform: (studio) => viewStory.perform(studio, "prose"),
})
export const viewActs = command({
  name: "view-acts",
  label: "Read the story as acts",
  perform: (studio) => viewStory.perform(studio, "acts"),
})
