/**
 * Opens a project: one of the shelf, one of the gallery, a new one, one that came with a link or from files.
 */
import { blankProject, gallery, projectOf } from "../gallery/worlds.js"
import { type Project, stateOf } from "../state.js"
import type { Studio } from "../studio.js"
import { type Command, command } from "./command.js"
import { stopSearching } from "./find-story.js"

export const openProject = command<string>({
  name: "open-project",
  perform: async (studio, id) => {
    const project = await studio.store.read(id)
    if (project) return show(studio, project)
    studio.change((state) => ({ ...state, notice: "This world can’t be opened: it is damaged, or gone." }))
  },
})

export const openGallery = command<string>({
  name: "open-gallery",
  perform: async (studio, name) => {
    const project = await projectOf(name)
    await show(
      studio,
      {
        ...project,
        title: freeTitle(
          project.title,
          studio.state.cards.map((each) => each.title),
        ),
      },
      true,
    )
  },
})

export const openGiven = command<Omit<Project, "id">>({
  name: "open-given",
  perform: (studio, given) => show(studio, { ...given, id: crypto.randomUUID() }, true),
})

export const newProject = command({
  name: "new-project",
  label: "Begin an empty world",
  perform: async (studio) => {
    await show(studio, blankProject(), true)
    studio.change((state) => ({ ...state, isTextSeen: true, panel: "story" }))
    setTimeout(() => studio.editor?.focus(), 50)
  },
})

export const duplicateProject = command({
  name: "duplicate-project",
  label: "Make a copy of this world",
  perform: (studio) => {
    const { project } = studio.state
    return show(studio, { ...project, id: crypto.randomUUID(), title: `${project.title}, a copy` }, true)
  },
})

export const galleryCommands: readonly Command[] = gallery.map(({ name, title }) =>
  command({
    name: `open-${name}`,
    label: `Open ${title.toLowerCase()}`,
    perform: (studio) => openGallery.perform(studio, name),
  }),
)

/** Opened again, a world becomes a second one; what was made of the first is never written over. */
function freeTitle(title: string, taken: readonly string[]): string {
  if (!taken.includes(title)) return title
  for (let i = 2; ; i++) if (!taken.includes(`${title} (${i})`)) return `${title} (${i})`
}

/** What was open is saved by effects/save.ts. */
export async function show(studio: Studio, project: Project, isNew = false): Promise<void> {
  stopSearching()
  const trouble =
    isNew || studio.store.unsaved().some((each) => each.id === project.id)
      ? await studio.store.save(project)
      : null
  const cards = await studio.store.cards()
  studio.change((state) => ({
    ...stateOf(project, state),
    cards,
    dialogue: null,
    isTextSeen: false,
    notice: null,
    gone: null,
    role: "writer",
    saving: trouble === null ? "saved" : "failed",
    trouble,
  }))
  studio.store.remember({ last: project.id })
}
