/**
 * The index of a workspace: which files include which, so that a question about one file is asked of all
 * worlds that it is part of. A document that is open counts as the editor has it, saved or not.
 */
import type { Sources } from "@dramaturg/language"
import { declarationsIn, includesIn, isOfLibrary, libraryText, type Texts } from "@dramaturg/language/ide"
import type { Disk } from "./disk.js"

export interface Workspace {
  /** The text of a file: of an open document, of the library, or from the disk. */
  readonly textOf: (file: string) => string | undefined
  /** The files that are not included by others and lead to this one; itself, if there are none. */
  readonly mainsOf: (file: string) => readonly string[]
  /** The texts of a main file and all that it includes, the main file first. */
  readonly worldOf: (main: string) => Texts
  /** The texts of all worlds that a file is part of, its own first. */
  readonly textsOf: (file: string) => Texts
  /** Those in which the name declared in these files can be meant. */
  readonly textsSharing: (file: string, declaring: readonly string[]) => Texts
  /** All texts of the workspace, the library's not among them. */
  readonly allTexts: () => Texts
}

export interface Surroundings {
  readonly disk: Disk
  readonly folders: () => readonly string[]
  readonly openTexts: () => ReadonlyMap<string, string>
  readonly partsOf: (file: string) => Sources
}

export function openWorkspace({ disk, folders, openTexts, partsOf }: Surroundings): Workspace {
  const includes = keeping((text: string, file: string) => includesIn(text, file).map((each) => each.path))
  const textOf = (file: string): string | undefined =>
    openTexts().get(file) ?? (isOfLibrary(file) ? libraryText(file) : disk.read(file))
  const files = (): readonly string[] => [
    ...new Set([
      ...[...openTexts().keys()].filter((each) => !isOfLibrary(each)),
      ...disk.worldsIn(folders()),
    ]),
  ]

  const worldOf = (main: string): Texts => {
    const part = partsOf(main)
    const readPart = (file: string): string | undefined => {
      if (file === main || isOfLibrary(file)) return textOf(file)
      const own = openTexts().get(file)
      if (own !== undefined && liesBelow(file, main)) return own
      const read = part(file)
      return typeof read === "object" ? undefined : (own ?? read)
    }
    const texts: Record<string, string> = {}
    const open = [main]
    for (let file = open.shift(); file !== undefined; file = open.shift()) {
      const text = Object.hasOwn(texts, file) ? undefined : readPart(file)
      if (text === undefined) continue
      texts[file] = text
      open.push(...includes(text, file))
    }
    return texts
  }

  /** For each file of the workspace, those that include it. */
  const includers = (): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, string[]>()
    for (const file of files()) {
      for (const part of includes(textOf(file) ?? "", file)) {
        const others = found.get(part)
        if (others) others.push(file)
        else found.set(part, [file])
      }
    }
    return found
  }

  const mainsIn = (by: ReadonlyMap<string, readonly string[]>, file: string): readonly string[] => {
    const met = new Set([file])
    for (const each of met) for (const one of by.get(each) ?? []) met.add(one)
    const mains = [...met].filter(
      // A world that may not read the file does not have it as a part.
      (each) => (by.get(each) ?? []).length === 0 && Object.hasOwn(worldOf(each), file),
    )
    return mains.length > 0 ? mains : [file]
  }

  const merged = (file: string, mains: readonly string[]): Texts => {
    const own = textOf(file)
    return Object.assign(own === undefined ? {} : { [file]: own }, ...mains.map(worldOf))
  }

  return {
    textOf,
    worldOf,
    mainsOf: (file) => mainsIn(includers(), file),
    textsOf: (file) => merged(file, mainsIn(includers(), file)),
    textsSharing(file, declaring) {
      const by = includers()
      return merged(file, [...new Set(declaring.flatMap((each) => mainsIn(by, each)))])
    },
    allTexts: () =>
      Object.fromEntries(
        files().flatMap((each) => {
          const text = textOf(each)
          return text === undefined ? [] : [[each, text]]
        }),
      ),
  }
}

/** Whether a file lies in the folder of another, or below it, by their names. */
function liesBelow(file: string, other: string): boolean {
  return file.startsWith(other.slice(0, other.lastIndexOf("/") + 1))
}

/** The same of one text is computed once, as long as the text stays. */
function keeping<Result>(compute: (text: string, file: string) => Result) {
  const kept = new Map<string, { readonly text: string; readonly result: Result }>()
  return (text: string, file: string): Result => {
    const before = kept.get(file)
    if (before?.text === text) return before.result
    const result = compute(text, file)
    kept.set(file, { text, result })
    return result
  }
}

/** Which of these texts declare a name. */
export function declaringIn(texts: Texts, name: string): readonly string[] {
  return Object.keys(texts).filter((each) => declarationsIn(texts[each]).some((one) => one.name === name))
}
