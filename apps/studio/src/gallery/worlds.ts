/** Worlds to begin with. Each is loaded when it is opened. */
import type { Project } from "../state.js"

export interface GalleryWorld {
  readonly name: string
  readonly title: string
  readonly genre: string
  /** One line. */
  readonly about: string
  readonly note?: string
}

export const gallery: readonly GalleryWorld[] = [
  {
    name: "lair",
    title: "The lair",
    genre: "A change of sides",
    about: "Four people in a house one night, and how one of them changes sides.",
    note: "Captivity, blood, a wish to die. Told as a rescue.",
  },
  {
    name: "parcel",
    title: "The parcel",
    genre: "A small comedy",
    about: "A small lie, kindly meant: somebody has to leave the kitchen before there can be a cake.",
  },
  {
    name: "fern",
    title: "The fern",
    genre: "A misunderstanding",
    about: "A misunderstanding, with nobody to blame. It ends up in a pond.",
  },
  {
    name: "lilies",
    title: "The lilies",
    genre: "A love story",
    about: "Two lovers, one buttonhole, and a train that does not wait.",
  },
  {
    name: "heist",
    title: "The heist",
    genre: "A heist",
    about: "One ruby, one glass stone, and a guard who likes her tea.",
  },
  {
    name: "mare",
    title: "The mare",
    genre: "A negotiation",
    about: "Everybody gets what they asked for, and one of them not a straw more.",
  },
  {
    name: "cordial",
    title: "The cordial",
    genre: "A country-house mystery",
    about: "A glass on a tray, wrong conclusions, and a heart that its owner did not know of.",
    note: "Poison. Told as a narrow escape.",
  },
  {
    name: "dragon",
    title: "The dragon",
    genre: "A children’s tale",
    about: "The right deed for the wrong reason, and a feeling at the end.",
  },
  {
    name: "wolf",
    title: "The wolf",
    genre: "A school play",
    about: "Two children, two parts, and a change of heart in the wings.",
  },
  {
    name: "skerry",
    title: "The skerry",
    genre: "A whodunit",
    about: "Five keys, three clues, a knife in a false place, and a lie out of love.",
  },
  {
    name: "sleeper",
    title: "The sleeper",
    genre: "A night train",
    about: "A lie in the corridor, and a stranger who makes it true.",
  },
]

/** The gentle one. */
export const gentle = "parcel"

const texts = import.meta.glob<string>(
  ["../../../../stories/*/*.drama", "!**/_mistakes/**", "!**/epistemic/**", "!**/false-beliefs/**"],
  {
    query: "?raw",
    import: "default",
  },
)

/** The world, and beside it the files that test it. */
export async function projectOf(name: string): Promise<Project> {
  const folder = `../../../../stories/${name}/`
  const main = `${name}.drama`
  if (!texts[folder + main]) throw new Error(`there is no world ${name} in the gallery`)
  const names = Object.keys(texts)
    .filter((each) => each.startsWith(folder))
    .map((each) => each.slice(folder.length))
  const files = await Promise.all(
    [main, ...names.filter((each) => each !== main)].map(async (each) => ({
      name: each,
      text: await texts[folder + each](),
    })),
  )
  const title = gallery.find((each) => each.name === name)?.title ?? name
  return { id: crypto.randomUUID(), title, files, main, outline: "", from: name }
}

export function blankProject(): Project {
  return {
    id: crypto.randomUUID(),
    title: "A new world",
    files: [{ name: "world.drama", text: "" }],
    main: "world.drama",
    outline: "",
  }
}
