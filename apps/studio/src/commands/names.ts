/**
 * What can be done with the name under the cursor: go where it is declared, go to where it is used next, call
 * it something else.
 */
import { type Role, bearerOf, definitionOf, referencesTo, renamed, toldOf } from "@dramaturg/language/ide"
import { spansOf } from "@dramaturg/model"
import type { Studio } from "../studio.js"
import { type StudioState, textOf } from "../state.js"
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
  name: "go-to-definition",
  label: "Go to where this name is declared",
  key: "F12",
  perform: (studio) => goToDefinition.perform(studio, studio.editor?.cursor() ?? 0),
})

export const nextReference = command({
  name: "next-reference",
  label: "Go to where this name is used next",
  key: "Shift-F12",
  perform: (studio) => {
    const { project, file } = studio.state
    const cursor = studio.editor?.cursor() ?? 0
    const places = referencesTo(worldOf(project).texts, file, cursor)
    const here = places.findIndex((each) => each.file === file && each.offset <= cursor && cursor <= each.end)
    show(studio, places[(here + 1) % Math.max(1, places.length)])
  },
})

export const askNewName = command({
  name: "ask-new-name",
  label: "Rename this everywhere",
  key: "F2",
  when: isWriter,
  perform: (studio) => {
    const { project, file } = studio.state
    const at = studio.editor?.cursor() ?? 0
    const [place] = referencesTo(worldOf(project).texts, file, at)
    if (!place)
      return studio.change((state) => ({
        ...state,
        notice: "There is no name at the cursor that could be changed.",
      }))
    const name = textOf(project, place.file).slice(place.offset, place.end)
    studio.change((state) => ({ ...state, dialogue: "new-name", renaming: { file, at, name } }))
  },
})

export interface NewName {
  readonly name: string
  /** Where what is told has the old name as words, it gets those of the new one. */
  readonly isTold: boolean
  /** The plot in the outline panel is about the same people and acts. */
  readonly isInPlot: boolean
}

export const renameEverywhere = command<NewName>({
  name: "rename-everywhere",
  when: (state) => isWriter(state) && state.renaming !== null,
  perform: async (studio, { name, isTold, isInPlot }) => {
    const { project, renaming } = studio.state
    if (whyNoName(studio.state, name) !== undefined) return
    const { texts } = worldOf(project)
    const { file, at, name: old } = renaming!
    const changed = renamed(texts, file, at, name.trim(), isTold ? toldOf(texts, file, at) : [])!
    await studio.store.keep(project, `Before ${old} became ${name.trim()}`)
    const outline = isInPlot
      ? project.outline.replace(asName(old), name.trim().replaceAll("$", "$$$$"))
      : project.outline
    studio.change((state) => ({
      ...state,
      dialogue: null,
      renaming: null,
      project: {
        ...state.project,
        outline,
        files: state.project.files.map((each) => ({ ...each, text: changed[each.name] ?? each.text })),
      },
    }))
  },
})

/** Why something cannot be called so, in a sentence. */
export function whyNoName({ project, renaming }: StudioState, wished: string): string | undefined {
  const [name, { texts }] = [wished.trim(), worldOf(project)]
  const { file, at } = renaming!
  if (!renamed(texts, file, at, name))
    return `“${name}” can’t be a name: letters come first, and no spaces or brackets may be in it.`
  const bearer = bearerOf(texts, file, at, name)
  return (
    bearer &&
    `There is ${kinds[bearer] ?? "something"} called ${name} already; two of one name could no longer be told apart.`
  )
}

const kinds: Partial<Record<Role, string>> = {
  keyword: "a word of the language",
  type: "a type",
  entity: "a person, place or thing",
  property: "a property",
  event: "an action or trigger",
  variable: "a parameter",
}

/** What else has the old name: words that are told, as they stand there, and whether the plot has it. */
export function besidesName({ project, renaming }: StudioState): {
  readonly told: readonly string[]
  readonly isInPlot: boolean
} {
  const { texts } = worldOf(project)
  const told = toldOf(texts, renaming!.file, renaming!.at).map(({ file, offset, end }) =>
    lineOf(texts[file], offset, end),
  )
  return { told: [...new Set(told)], isInPlot: asName(renaming!.name).test(project.outline) }
}

/** As far as the quotation marks. */
function lineOf(text: string, offset: number, end: number): string {
  return text.slice(text.lastIndexOf('"', offset) + 1, text.indexOf('"', end))
}

function asName(name: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}_])`,
    "gu",
  )
}

function show(
  studio: Studio,
  place: { readonly file: string; readonly offset: number; readonly end: number } | undefined,
): void {
  if (!place)
    return studio.change((state) => ({ ...state, notice: "This name is declared nowhere in this world." }))
  const span = spansOf(place.file, textOf(studio.state.project, place.file))(
    place.offset,
    place.end - place.offset,
  )
  studio.change((state) => ({ ...state, act: null, file: place.file, shown: { span }, isTextSeen: true }))
}
