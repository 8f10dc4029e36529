/** From a text or a file to a world. */
import { askGrounded, isSound, openWorld } from "@dramaturg/analysis"
import { compileStory, type Dialect, dialectOf, type Sources } from "@dramaturg/language"
import { answered, pause, type Stoppable } from "./drive.js"
import { UsageError, WorldError } from "./errors.js"
import { checkOptions, flag, func, named, oneOf, stoppable, text as string } from "./options.js"
import { type World, worldOf } from "./world.js"

/**
 * Returns the text of a part that a world includes, or undefined if there is none. `path` is taken from the
 * folder of the file that includes it, without detours, with `/` between its parts.
 */
export type Include = (path: string) => string | undefined | Promise<string | undefined>

/** The options of `load`. */
export interface LoadOptions extends Pick<Stoppable, "signal"> {
  /**
   * Where the parts come from that the world includes. Default: of a file, from its folder and below; of a
   * text, there are none but those of the library (`@lib/…`).
   */
  readonly include?: Include
  /** Of a file: parts may lie outside its folder. Default: false. */
  readonly allowOutside?: boolean
  /**
   * The language of the text: our own, or Sabre's. Default: `sabre` if the name ends in `.txt`, else `drama`.
   */
  readonly language?: Dialect
  /** Of a text: the name that remarks on it give as its file. Default: `world.drama`. */
  readonly name?: string
}

const kinds = {
  signal: stoppable.signal,
  include: func,
  allowOutside: flag,
  language: oneOf(["drama", "sabre"]),
  name: string,
}

/**
 * Reads a world from its text, or from a file (in Node only), with all that it includes.
 *
 * Rejects with a WorldError, which holds the diagnostics, if the world has errors; with a FileError if the
 * file cannot be read; with a UsageError if the call is wrong; with the signal's reason if it is aborted.
 */
export async function load(
  source: string | { readonly file: string },
  options: LoadOptions = {},
): Promise<World> {
  const path = pathOf(source)
  checkOptions("load", options, kinds)
  const { signal, include, allowOutside = false, name = "world.drama" } = options
  if (path !== undefined && options.name !== undefined)
    throw new UsageError("load() takes `name` with a text; a file has its own.")
  signal?.throwIfAborted()
  const files = path === undefined ? undefined : await import("#files")
  const main = files === undefined ? (source as string) : await files.readWorldFile(path!)
  const file = path ?? name
  if (files === undefined && /^\S+\.(?:drama|txt)$/.test(main))
    throw new UsageError(
      `load() was given a name in place of a text: load({ file: ${JSON.stringify(main)} }) reads a file.`,
    )
  const dialect = options.language ?? dialectOf(file)
  const beside = include === undefined ? files?.partsBeside(file, allowOutside) : undefined
  const parts = await partsOf(main, { file, dialect, include, signal })
  const sources: Sources = (part) => parts.get(part) ?? beside?.(part)
  signal?.throwIfAborted()
  const read = openWorld(file, new Map([[file, main]]), (texts) =>
    compileStory(texts.get(file)!, { file, dialect, sources: (part) => texts.get(part) ?? sources(part) }),
  )
  await pause()
  signal?.throwIfAborted()
  const sound = await answered(askGrounded(read, {}), { signal })
  if (!isSound(sound)) throw new WorldError(sound.diagnostics)
  return worldOf(sound, sound)
}

/** The path of a file; undefined of a text. Throws a UsageError of anything else. */
function pathOf(source: unknown): string | undefined {
  if (typeof source === "string") return undefined
  const { file } = (source ?? {}) as { readonly file?: unknown }
  if (typeof file === "string") return file
  throw new UsageError(
    `load() takes the text of a world, or { file: "my.drama" }, not ${source === undefined ? "nothing" : named(source)}.`,
  )
}

interface Gathering {
  readonly file: string
  readonly dialect: Dialect
  readonly include: Include | undefined
  readonly signal: AbortSignal | undefined
}

/** Asks for each part that is included, and for what those include, until nothing is missing. */
async function partsOf(
  main: string,
  { file, dialect, include, signal }: Gathering,
): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>()
  if (include === undefined) return parts
  const asked = new Set<string>()
  for (;;) {
    const missing: string[] = []
    const sources = (path: string): string | undefined => {
      if (!asked.has(path)) missing.push(path)
      return parts.get(path)
    }
    compileStory(main, { file, dialect, sources })
    if (missing.length === 0) return parts
    for (const path of missing) {
      asked.add(path)
      const part = await include(path)
      signal?.throwIfAborted()
      if (part === undefined) continue
      if (typeof part !== "string")
        throw new UsageError(`include() returns the text of a part, or undefined, not ${named(part)}.`)
      parts.set(path, part)
    }
  }
}
