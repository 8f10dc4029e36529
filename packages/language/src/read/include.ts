/**
 * Worlds from parts: a text and all that it includes become one syntax tree, whose definitions stand where
 * the `include` stood.
 *
 * Nothing is read here: `sources` returns the text of a path, and paths are resolved from the names alone. A
 * part is added once, where it is first included. Every span names its file.
 */
import type { Diagnostic, Span } from "@dramaturg/model"
import type { SyntaxTree, SyntaxDefinition } from "../syntax-tree.js"
import { isOfLibrary, libraryText, namesOfLibrary } from "../library/library.js"
import { remark } from "../errors/messages.js"
import { didYouMean } from "../errors/suggest.js"

/**
 * Returns the text of a part by its path; undefined: there is none; `isOutside`: the path is where no file
 * may be read.
 */
export type Sources = (path: string) => string | undefined | { readonly isOutside: true }

export interface Whole {
  readonly tree: SyntaxTree
  readonly diagnostics: readonly Diagnostic[]
  /** The text of every part that was read, in the order of reading. */
  readonly texts: ReadonlyMap<string, string>
}

interface Reader {
  readonly read: (
    text: string,
    file: string,
  ) => { readonly tree: SyntaxTree; readonly diagnostics: readonly Diagnostic[] }
  readonly sources: Sources
}

interface Gathering extends Reader {
  readonly texts: Map<string, string>
  readonly definitions: SyntaxDefinition[]
  readonly namesWithErrors: string[]
  readonly diagnostics: Diagnostic[]
  /** The parts that are being read, the main file first, and where each includes the next. */
  readonly chain: { readonly path: string; include?: Span }[]
  readonly met: Set<string>
  hasErrors: boolean
}

type Include = Extract<SyntaxDefinition, { kind: "include" }>

export function gather(text: string, file: string, reader: Reader): Whole {
  const gathering: Gathering = {
    ...reader,
    texts: new Map(),
    definitions: [],
    namesWithErrors: [],
    diagnostics: [],
    chain: [],
    met: new Set(),
    hasErrors: false,
  }
  const main = readPart(gathering, text, file)
  const { definitions, namesWithErrors, diagnostics, texts, hasErrors } = gathering
  return { tree: { ...main, definitions, ...(hasErrors ? { namesWithErrors } : {}) }, diagnostics, texts }
}

/** Adds a part and all that it includes; returns its own syntax tree. */
function readPart(gathering: Gathering, text: string, file: string): SyntaxTree {
  const { tree, diagnostics } = gathering.read(text, file)
  const path = normal(file)
  const place: Gathering["chain"][number] = { path }
  gathering.texts.set(file, text)
  gathering.met.add(path)
  gathering.diagnostics.push(...diagnostics)
  gathering.hasErrors ||= tree.namesWithErrors !== undefined
  gathering.namesWithErrors.push(...(tree.namesWithErrors ?? []))
  gathering.chain.push(place)
  for (const each of tree.definitions) {
    if (each.kind !== "include") gathering.definitions.push(each)
    else includePart(gathering, each, file, place)
  }
  gathering.chain.pop()
  return tree
}

function includePart(
  gathering: Gathering,
  include: Include,
  file: string,
  place: Gathering["chain"][number],
): void {
  const path = resolve(include.path.text, file)
  place.include = include.path.span
  const circle = gathering.chain.findIndex((each) => each.path === path)
  if (circle >= 0) return complainOfCircle(gathering, include, circle)
  if (gathering.met.has(path)) return
  const text = isAddress(include.path.text) ? undefined : textOf(gathering, path)
  if (typeof text === "string") readPart(gathering, text, path)
  else if (text) complainOfPlace(gathering, include, path)
  else complainOfAbsence(gathering, include, path)
}

function textOf({ sources }: Gathering, path: string): ReturnType<Sources> {
  return isOfLibrary(path) ? libraryText(path) : sources(path)
}

/** Each part is reported once. */
function complainOfAbsence(gathering: Gathering, { path: { text, span } }: Include, path: string): void {
  gathering.met.add(path)
  const message = isOfLibrary(path)
    ? `The library has no part \`${text}\`.`
    : isAddress(text)
      ? `The part \`${text}\` is an address on a network, and no world is read from there.`
      : `There is no part \`${text}\` that could be read.`
  const hint = isOfLibrary(path)
    ? libraryHint(path)
    : isAddress(text)
      ? "Save it as a file beside the world, and include that."
      : `It was looked for at \`${path}\`: a path is taken from the folder of the file that includes it.`
  gathering.diagnostics.push(remark("drama", "no-such-part", span, message, { hint }))
}

/** The message reveals nothing about the path, not even whether a file is there. */
function complainOfPlace(gathering: Gathering, { path: { text, span } }: Include, path: string): void {
  gathering.met.add(path)
  const message = `The part \`${text}\` lies outside the folder of the world, and was not read.`
  const hint = "Put it into that folder, or allow it: the command line takes --allow-outside."
  gathering.diagnostics.push(remark("drama", "no-such-part", span, message, { hint }))
}

function libraryHint(path: string): string {
  const names = namesOfLibrary()
  return didYouMean(path, names) ?? `It has ${names.map((each) => `\`${each}\``).join(", ")}.`
}

function complainOfCircle(gathering: Gathering, { path: { span } }: Include, from: number): void {
  const circle = gathering.chain.slice(from)
  const names = [...circle, circle[0]].map((each) => `\`${each.path}\``)
  const message =
    names.length === 2
      ? `${names[0]} includes itself.`
      : `These parts go in a circle: ${names[0]} includes ${names.slice(1).join(", which includes ")}.`
  const start = circle.length > 1 ? circle[0].include : undefined
  const related = start ? { related: [{ span: start, message: "The circle begins here." }] } : {}
  const hint = "Take one of these includes out; what both need can stand in a third part."
  gathering.diagnostics.push(remark("drama", "include-cycle", span, message, { hint, ...related }))
}

// Paths: of any system, whatever system this is. What is resolved has slashes, which every system reads.

/** The path of a part as seen from the file that includes it. */
export function resolve(path: string, from: string): string {
  if (isOfLibrary(path) || rootOf(path).isWhole) return normal(path)
  // `/parts/x` stands on the drive, or the share, of the file that includes it.
  if (rootOf(path).root !== "") return normal((rootOf(from).root || "/") + path.slice(1))
  const folder = /^(.*[/\\])[^/\\]*$/s.exec(from)?.[1] ?? ""
  return normal(folder + path)
}

/** `https://…`, `file:///…`: a text that names no path. A drive has one letter. */
function isAddress(path: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(path)
}

/**
 * Where a path begins: at a share (`\\\\server\\share`), a drive (`C:\\`), the root, or, where it is "", in a
 * folder. `isWhole`: it says so entirely; `/x` leaves a drive to the file that includes it.
 */
function rootOf(path: string): { readonly root: string; readonly isWhole: boolean } {
  const share = /^[/\\]{2}([^/\\]+)[/\\]+([^/\\]+)(?:[/\\]|$)/.exec(path)
  if (share) return { root: `//${share[1]}/${share[2]}/`, isWhole: true }
  const drive = /^([A-Za-z]:)[/\\]/.exec(path)
  if (drive) return { root: `${drive[1]}/`, isWhole: true }
  return { root: /^[/\\]/.test(path) ? "/" : "", isWhole: false }
}

/** A path without detours: `a/../b` is `b`, and `..` stays only in front, where there is no root. */
function normal(path: string): string {
  const { root } = rootOf(path)
  const kept: string[] = []
  for (const part of path.slice(root.length).split(/[/\\]/)) {
    if (part === "" || part === ".") continue
    if (part === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop()
    else if (part !== ".." || root === "") kept.push(part)
  }
  return root + kept.join("/")
}
