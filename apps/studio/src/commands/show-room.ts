/** Goes into another room. */
import type { StudioState } from "../state.js"
import { type Command, command } from "./command.js"

export const showRoom = command<StudioState["room"]>({
  name: "show-room",
  perform: ({ change }, room) => change((state) => ({ ...state, room, isTextSeen: false })),
})

/** On a narrow page: the text, or the rooms. */
export const seeText = command<boolean>({
  name: "see-text",
  perform: ({ change }, isTextSeen) => change((state) => ({ ...state, isTextSeen })),
})

const room = (name: StudioState["room"], label: string, key: string): Command =>
  command({ name: `show-${name}`, label, key, perform: (studio) => showRoom.perform(studio, name) })

export const showStory = room("story", "Go to the story", "Alt-2")
export const showTimeline = room("timeline", "Go to the timeline", "Alt-6")
export const showPlay = room("play", "Play a part", "Alt-8")
export const showMap = room("map", "Go to the story map", "Alt-9")
export const showMinds = room("minds", "Go to the minds", "Alt-3")
export const showWhy = room("why", "Go to the questions", "Alt-4")
export const showOutline = room("outline", "Go to the outline", "Alt-5")
export const showScenarios = room("scenarios", "Go to the scenarios", "Alt-7")
