/** What can be done with the name under the cursor: go where it is declared, go to where it is used next, call it something else. */
import { definitionOf, referencesTo, renamed } from "@dramaturg/language/ide"
import { spansOf } from "@dramaturg/model"
import type { Studio } from "../studio.js"
import { textOf } from "../state.js"
import { command, isWriter } from "./command.js"
import { worldOf } from "./find-story.js"

/** At a place of the open file. */
export const goToDefinition = command<number>({
  name: "go-to-definition-at",
  perform: (studio, at) => {
    const { project, file } = studio.state
    show(studio, definitionOf(worldOf(project).texts, file, at)[0])
  },
})

export const goToItsDefinition = command({
  name: "go-to-definition", label: "Go to where this name is declared", key: "F12",
  perform: (studio) => goToDefinition.perform(studio, studio.editor?.cursor() ?? 0),
})

export const nextReference = command({
  name: "next-reference", label: "Go to where this name is used next", key: "Shift-F12",
  perform: (studio) => {
    const { project, file } = studio.state
    const cursor = studio.editor?.cursor() ?? 0
    const places = referencesTo(worldOf(project).texts, file, cursor)
    const here = places.findIndex((each) => each.file === file && each.offset <= cursor && cursor <= each.end)
    show(studio, places[(here + 1) % Math.max(1, places.length)])
  },
})

export const askNewName = command({
  name: "ask-new-name", label: "Rename this everywhere", key: "F2", when: isWriter,
  perform: (studio) => {
    const { project, file } = studio.state
    const at = studio.editor?.cursor() ?? 0
    const [place] = referencesTo(worldOf(project).texts, file, at)
    if (!place) return studio.change((state) => ({ ...state, notice: "There is no name at the cursor that could be changed." }))
    const name = textOf(project, place.file).slice(place.offset, place.end)
    studio.change((state) => ({ ...state, dialogue: "new-name", renaming: { file, at, name } }))
  },
})

export const renameEverywhere = command<string>({
  name: "rename-everywhere",
  when: (state) => isWriter(state) && state.renaming !== null,
  perform: async (studio, name) => {
    const { project, renaming } = studio.state
    const texts = renamed(worldOf(project).texts, renaming!.file, renaming!.at, name.trim())
    if (!texts) return studio.change((state) => ({ ...state, dialogue: null, notice: `${name} can't be a name: letters come first, and no spaces or brackets may be in it.` }))
    await studio.shelf.keep(project, `Before ${renaming!.name} became ${name.trim()}`)
    studio.change((state) => ({ ...state, dialogue: null, renaming: null, project: { ...state.project, files: state.project.files.map((each) => ({ ...each, text: texts[each.name] ?? each.text })) } }))
  },
})

function show(studio: Studio, place: { readonly file: string; readonly offset: number; readonly end: number } | undefined): void {
  if (!place) return studio.change((state) => ({ ...state, notice: "This name is declared nowhere in this world." }))
  const span = spansOf(place.file, textOf(studio.state.project, place.file))(place.offset, place.end - place.offset)
  studio.change((state) => ({ ...state, act: null, file: place.file, shown: { span }, isTextSeen: true }))
}
