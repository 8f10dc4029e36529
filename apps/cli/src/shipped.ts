/**
 * What travels with the command in its folder `bundle`: worlds to begin from, and the pages of messages. The
 * build puts them there (scripts/shipped.mjs).
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { exit, Refusal } from "./exit.js"

const folder = fileURLToPath(new URL("../bundle/", import.meta.url))

/** A world of the gallery. */
export interface Template {
  readonly name: string
  /** What the first line of the world says of it. */
  readonly about: string
  /** The paragraph of its head that warns of what is in it, if there is one. */
  readonly note: string | undefined
  /** Its texts by the names of their files; `NAME.drama` is the world, the others belong to it. */
  readonly files: ReadonlyMap<string, string>
}

/** The one to begin with comes first, the others by name. */
const firstTemplate = "parcel"

export function templates(): readonly Template[] {
  const names = listOf("templates").sort((a, b) => Number(b === firstTemplate) - Number(a === firstTemplate))
  return names.map((name) => {
    const files = new Map(
      listOf(join("templates", name)).map((file) => [file, textOf(join("templates", name, file))]),
    )
    const [first, ...rest] = headOf(files.get(`${name}.drama`) ?? "")
    return { name, about: first ?? "", note: rest.find((each) => each.startsWith("Content note:")), files }
  })
}

/** The lines of the comment that a world begins with. */
function headOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/)
  const end = lines.findIndex((each) => !each.startsWith("///"))
  return lines.slice(0, end).map((each) => each.replace(/^\/\/\/ ?/, ""))
}

/** The codes of all messages, in order. */
export function messageCodes(): readonly string[] {
  return listOf("messages").map((each) => each.replace(/\.md$/, ""))
}

/** The page about a message, as Markdown. */
export function messagePage(code: string): string {
  return textOf(join("messages", `${code}.md`))
}

function listOf(place: string): string[] {
  return withGrace(() => readdirSync(join(folder, place)).sort())
}

function textOf(place: string): string {
  return withGrace(() => readFileSync(join(folder, place), "utf8"))
}

function withGrace<Result>(read: () => Result): Result {
  try {
    return read()
  } catch {
    throw new Refusal(
      "the folder `bundle` of the command is not whole: install it again, or build it in a checkout.",
      exit.fault,
    )
  }
}
