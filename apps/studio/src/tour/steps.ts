/**
 * The steps of the tour: what to do, how one sees that it was done, and what does it for a user who would
 * rather watch.
 */
import { chooseAct } from "../commands/choose-act.js"
import { readNote } from "../commands/read-note.js"
import { showPanel } from "../commands/show-panel.js"
import { writeScenario } from "../commands/write-scenario.js"
import { type Span, spansOf } from "@dramaturg/model"
import { isFresh, type StudioState, type TextFile, textOf } from "../state.js"
import type { Studio } from "../studio.js"

export interface Step {
  readonly title: string
  readonly words: string
  /** The stretch of text that it speaks of. */
  readonly place?: (state: StudioState) => Span | undefined
  /** Said once it was done. */
  readonly after: string
  readonly isDone: (state: StudioState) => boolean
  readonly perform: (studio: Studio) => void | Promise<void>
}

/** The fact that the visitor changes: Spike cannot stand foul play. */
export const fact = "  honours;\n"

export const steps: readonly Step[] = [
  {
    title: "Read the story",
    words:
      "On the left is a world, on the right a story that was found in it. Its content note comes first. Read the story, or as much of it as you like.",
    after: "Nobody wrote this story down. It follows from what each of the four wants and believes.",
    isDone: ({ notesRead, project, story, panel }) =>
      notesRead.includes(project.id) && story.found !== null && panel === "story",
    perform: (studio) => {
      void showPanel.perform(studio, "story")
      return readNote.perform(studio)
    },
  },
  {
    title: "Click a sentence",
    words:
      "Choose any sentence of the story. With the keyboard, go into the story with Tab and press the right arrow.",
    after:
      "The act behind it is lit up in the text, and its reasons stand below it: nobody does anything for the plot’s sake.",
    isDone: ({ act }) => act !== null,
    perform: async (studio) => {
      await showPanel.perform(studio, "story")
      return chooseAct.perform(studio, 1)
    },
  },
  {
    title: "Ask why",
    words:
      "Go to the panel called Why. There you can also ask why not, whether it could end otherwise, and what if.",
    after:
      "The act that you chose is there already. Answers are sentences, and places in them lead to the line of the text.",
    isDone: ({ panel }) => panel === "why",
    perform: (studio) => showPanel.perform(studio, "why"),
  },
  {
    title: "Look into a mind",
    words: "Go into Minds: what each of them believes at this moment, and what they have wrong.",
    after: "Angelus thinks that Spike is lame and lazy. The whole rescue rests on that.",
    isDone: ({ panel }) => panel === "minds",
    perform: (studio) => showPanel.perform(studio, "minds"),
  },
  {
    title: "Change one fact",
    words:
      "In the text, Spike “honours”: foul play offends him. Find the line “honours;” in the part that begins with “entity Spike” and delete it, or put // in front.",
    place: ({ project: { main, files } }) => placeOf(files.find((each) => each.name === main)),
    after: "Without that one word the rescue is gone: the page names the act at which it breaks, and why.",
    isDone: (state) => state.story.none !== null && isFresh(state),
    perform: (studio) => changeFact(studio),
  },
  {
    title: "Take it back",
    words: "Go into the text and undo (Ctrl Z; on a Mac ⌘ Z), until the word stands there again.",
    after: "And there is the story again.",
    isDone: (state) => state.story.found !== null && state.story.none === null && isFresh(state),
    perform: (studio) => takeBack(studio),
  },
  {
    title: "Keep it as a test",
    words:
      "What you have just found out can be kept. Go into Scenarios: there are nine already. Write another one.",
    after:
      "Give it a title, say what is otherwise and what you expect. It is tried again whenever the world changes.",
    isDone: ({ project }) => /^scenario /m.test(textOf(project, project.main)),
    perform: async (studio) => {
      await showPanel.perform(studio, "scenarios")
      return writeScenario.perform(studio)
    },
  },
]

function placeOf(file: TextFile | undefined): Span | undefined {
  const at = file?.text.indexOf(fact) ?? -1
  return at < 0 ? undefined : spansOf(file!.name, file!.text)(at, fact.length - 1)
}

function changeFact(studio: Studio): void {
  void showPanel.perform(studio, "story")
  const { main } = studio.state.project
  // Opened first, so that the editor can take it back.
  studio.change((state) => ({ ...state, file: main }))
  write(studio, (text) => text.replace(fact, ""))
}

/** As the visitor would; if the word is not to be had back that way, it is written in again. */
function takeBack(studio: Studio): void {
  const { main } = studio.state.project
  studio.change((state) => ({ ...state, file: main }))
  for (let i = 0; i < 50 && !textOf(studio.state.project, main).includes(fact); i++) studio.editor?.undo()
  if (!textOf(studio.state.project, main).includes(fact))
    write(studio, (text) => text.replace(/(entity Spike\b[^{]*\{\n)/, `$1${fact}`))
}

function write(studio: Studio, how: (text: string) => string): void {
  studio.change((state) => ({
    ...state,
    project: {
      ...state.project,
      files: state.project.files.map((each) =>
        each.name === state.project.main ? { ...each, text: how(each.text) } : each,
      ),
    },
  }))
}
