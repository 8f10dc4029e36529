/** Worlds to begin with. Each is loaded when somebody opens it. */
import type { Project } from "../state.js"

export interface GalleryWorld {
  readonly name: string
  readonly title: string
  /** One line. */
  readonly about: string
  readonly note?: string
}

export const gallery: readonly GalleryWorld[] = [
  { name: "lair", title: "The lair", about: "Four people in a house one night, and how one of them changes sides.", note: "Captivity, blood, a wish to die. Told as a rescue." },
  { name: "parcel", title: "The parcel", about: "A small lie, kindly meant: somebody has to leave the kitchen before there can be a cake." },
  { name: "fern", title: "The fern", about: "A misunderstanding, with nobody to blame. It ends up in a pond." },
]

/** The gentle one. */
export const gentle = "parcel"

const texts = import.meta.glob<string>("../../../../stories/*/*.drama", { query: "?raw", import: "default" })

export async function projectOf(name: string): Promise<Project> {
  const load = texts[`../../../../stories/${name}/${name}.drama`]
  if (!load) throw new Error(`there is no world ${name} in the gallery`)
  const title = gallery.find((each) => each.name === name)?.title ?? name
  return { id: crypto.randomUUID(), title, files: [{ name: `${name}.drama`, text: await load() }], main: `${name}.drama`, outline: "" }
}

export function blankProject(): Project {
  return { id: crypto.randomUUID(), title: "A new world", files: [{ name: "world.drama", text: "" }], main: "world.drama", outline: "" }
}
