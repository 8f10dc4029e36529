/**
 * Worlds are thrown away into a bin, out of which they can be had again; only from there they go for good.
 */
import { download, zipOf } from "../files/zip.js"
import { blankProject } from "../gallery/worlds.js"
import type { Studio } from "../studio.js"
import { command } from "./command.js"
import { openGiven, show } from "./open-project.js"

export const removeProject = command<string>({
  name: "remove-project",
  perform: async (studio, id) => {
    const title = studio.state.cards.find((each) => each.id === id)?.title ?? "This world"
    const { dialogue, project } = studio.state
    // effects/save.ts saves what was typed last when the open world is left.
    if (project.id === id) await openNext(studio)
    const trouble = await studio.store.bin(id, true)
    if (trouble !== null) return say(studio, `${title} could not be put into the bin: ${trouble}.`)
    await listProjects(studio)
    studio.change((state) => ({
      ...state,
      dialogue,
      notice: `“${title}” is in the bin.`,
      gone: { kind: "world", id, title },
    }))
  },
})

async function openNext(studio: Studio): Promise<void> {
  const next = (await studio.store.cards()).find(
    (each) => each.id !== studio.state.project.id && each.binned === undefined && !each.isDamaged,
  )
  const project = next && (await studio.store.read(next.id))
  await show(studio, project ?? blankProject(), !project)
}

export const restoreProject = command<string>({
  name: "restore-project",
  perform: async (studio, id) => {
    const trouble = await studio.store.bin(id, false)
    if (trouble !== null) return say(studio, `It could not be put back: ${trouble}.`)
    studio.change((state) => ({ ...state, notice: null, gone: null }))
    await listProjects(studio)
  },
})

/** For good; the user has been warned. */
export const destroyProject = command<string>({
  name: "destroy-project",
  perform: async (studio, id) => {
    const trouble = await studio.store.remove(id)
    if (trouble !== null) say(studio, `It could not be thrown away: ${trouble}.`)
    studio.change((state) =>
      state.gone?.kind === "world" && state.gone.id === id ? { ...state, notice: null, gone: null } : state,
    )
    await listProjects(studio)
  },
})

/** What can still be read of a damaged world, as files on this computer. */
export const saveSalvage = command<string>({
  name: "save-salvage",
  perform: async (studio, id) => {
    const files = await studio.store.salvage(id)
    if (files.length === 0)
      return say(studio, "Nothing can be read of it any more, and there is no version of it.")
    if (files.length === 1) download(files[0].name.split("/").at(-1)!, files[0].text, "text/plain")
    else download("what-can-be-read.zip", zipOf({ files, outline: "" }), "application/zip")
  },
})

/** … or as a new world; the damaged one stays where it is. */
export const openSalvage = command<string>({
  name: "open-salvage",
  perform: async (studio, id) => {
    const files = await studio.store.salvage(id)
    if (files.length === 0)
      return say(studio, "Nothing can be read of it any more, and there is no version of it.")
    const title = studio.state.cards.find((each) => each.id === id)?.title ?? files[0].name
    await openGiven.perform(studio, {
      title: `${title}, what could be read`,
      files,
      main: files[0].name,
      outline: "",
    })
  },
})

/** Reads the list of worlds anew. */
export const listProjects = async (studio: Studio): Promise<void> => {
  const cards = await studio.store.cards()
  studio.change((state) => ({ ...state, cards }))
}

function say({ change }: Studio, notice: string): void {
  change((state) => ({ ...state, notice, gone: null }))
}
