/**
 * What comes from the store may be damaged. What is whole is told from what is not, and of what is not as
 * much is saved as can be read.
 */
import type { Manner, PlayRecord } from "@dramaturg/model"
import type { Project, TextFile } from "../state.js"
import type { KeptProject, Memory } from "./database.js"

/**
 * Undefined: its texts cannot be trusted. What is merely convenient is left out where it has not the right
 * shape.
 */
export function wholeProject(found: unknown): KeptProject | undefined {
  if (!isRecord(found)) return undefined
  const { id, title, files, main, outline, play, manner, hasNotes, from, changed, binned } = found
  if (
    typeof id !== "string" ||
    id === "" ||
    !Array.isArray(files) ||
    files.length === 0 ||
    !files.every(isTextFile)
  )
    return undefined
  const names = files.map((each) => each.name)
  if (new Set(names).size < names.length || (outline !== undefined && typeof outline !== "string"))
    return undefined
  return {
    id,
    files: files.map(({ name, text }) => ({ name, text })),
    main: typeof main === "string" && names.includes(main) ? main : names[0],
    title: typeof title === "string" && title.trim() !== "" ? title : names[0],
    outline: outline ?? "",
    changed: typeof changed === "number" ? changed : 0,
    ...(isRecord(play) && typeof play.as === "string" ? { play: play as unknown as PlayRecord } : {}),
    ...(isManner(manner) ? { manner } : {}),
    ...(typeof hasNotes === "boolean" ? { hasNotes } : {}),
    ...(typeof from === "string" ? { from } : {}),
    ...(typeof binned === "number" ? { binned } : {}),
  }
}

export function projectIn({ changed: _, binned: __, ...project }: KeptProject): Project {
  return project
}

/** The texts that can still be read in something damaged; where there is none, all words in it. */
export function salvaged(found: unknown): readonly TextFile[] {
  const files = isRecord(found) && Array.isArray(found.files) ? found.files : []
  const texts = files.flatMap((each: unknown, i): readonly TextFile[] =>
    isRecord(each) && typeof each.text === "string"
      ? [
          {
            name: typeof each.name === "string" && each.name !== "" ? each.name : `part-${i + 1}.drama`,
            text: each.text,
          },
        ]
      : [],
  )
  if (texts.length > 0)
    return texts.map(({ name, text }, i) => ({
      name: texts.findIndex((one) => one.name === name) < i ? `${i + 1}-${name}` : name,
      text,
    }))
  const words = wordsIn(found, 0)
  return words.length === 0 ? [] : [{ name: "words.txt", text: words.join("\n") }]
}

/** What was found under a title, for people. */
export function titleIn(found: unknown): string {
  return isRecord(found) && typeof found.title === "string" && found.title.trim() !== ""
    ? found.title
    : "A world whose title is lost"
}

export function wholeMemory(found: unknown): Memory {
  if (!isRecord(found)) return {}
  const { last, theme, notesRead, tour } = found
  const isTour =
    isRecord(tour) &&
    (tour.step === null || typeof tour.step === "number") &&
    Array.isArray(tour.done) &&
    tour.done.every((each) => typeof each === "number")
  return {
    ...(typeof last === "string" ? { last } : {}),
    ...(theme === "light" || theme === "dark" || theme === "system" ? { theme } : {}),
    ...(Array.isArray(notesRead) && notesRead.every((each) => typeof each === "string") ? { notesRead } : {}),
    ...(isTour ? { tour: tour as unknown as Memory["tour"] } : {}),
  }
}

function wordsIn(found: unknown, depth: number): readonly string[] {
  if (typeof found === "string") return found.length > 1 ? [found] : []
  if (depth > 6 || typeof found !== "object" || found === null) return []
  return Object.values(found).flatMap((each) => wordsIn(each, depth + 1))
}

function isManner(found: unknown): found is Manner {
  return (
    isRecord(found) &&
    ["focalisation", "order", "pace", "tense", "person"].every((each) => typeof found[each] === "string")
  )
}

function isTextFile(found: unknown): found is TextFile {
  return (
    isRecord(found) && typeof found.name === "string" && found.name !== "" && typeof found.text === "string"
  )
}

function isRecord(found: unknown): found is Record<string, unknown> {
  return typeof found === "object" && found !== null
}
