/** Opens and closes what stands in front of the page. */
import type { Dialogue } from "../state.js"
import { command, isWriter } from "./command.js"

export const openDialogue = command<Dialogue>({
  name: "open-dialogue",
  perform: ({ change }, dialogue) => change((state) => ({ ...state, dialogue })),
})

export const closeDialogue = command({
  name: "close-dialogue",
  perform: ({ change }) => change((state) => ({ ...state, dialogue: null })),
})

const open = (dialogue: Dialogue, label: string, key?: string) =>
  command({
    name: `open-${dialogue}`,
    label,
    key,
    perform: (studio) => openDialogue.perform(studio, dialogue),
  })

export const openProjects = open("projects", "Open or begin a world", "Mod-o")
export const openVersions = open("versions", "Go back to an earlier version")
export const openShare = open("share", "Share this world as a link")
export const openPalette = open("commands", "Show all commands", "Mod-k")
export const openDeclarations = open("declarations", "Go to something that is declared", "Mod-Shift-o")
export const openAbout = open("about", "About this studio")
export const askRenameProject = { ...open("rename-project", "Rename this world"), when: isWriter }
