/**
 * A project as a link: its texts deflated, in base64url, behind `#w1:` in the part of the address that no
 * server ever sees. What comes in with a link is text and nothing else: sizes are bounded before anything is
 * unpacked, and shapes are looked at before use.
 */
import { deflateSync, strToU8 } from "fflate"
import type { Project } from "../state.js"
import { inflated } from "./inflate.js"

const prefix = "#w1:"

/** Longer links are cut by those who pass them on. */
export const longestLink = 8000

/** More than any world there is; what unpacks to more is no world. */
const mostBytes = 4_000_000

type Shared = Pick<Project, "title" | "files" | "main" | "outline">

export function linkOf({ title, files, main, outline }: Project, page: string): string {
  const packed = deflateSync(strToU8(JSON.stringify({ title, files, main, outline } satisfies Shared)), {
    level: 9,
  })
  return `${page.replace(/#.*$/, "")}${prefix}${base64url(packed)}`
}

/** Undefined: this is no link of ours, or a broken one. */
export function sharedIn(fragment: string): Shared | undefined {
  if (!fragment.startsWith(prefix)) return undefined
  try {
    const bytes = inflated(bytesOf(fragment.slice(prefix.length)), mostBytes)
    return bytes && checked(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)))
  } catch {
    return undefined
  }
}

/** A link from a stranger may hold anything. */
export function checked(found: unknown): Shared | undefined {
  if (typeof found !== "object" || found === null) return undefined
  const { title, files, main, outline } = found as Record<string, unknown>
  if (!Array.isArray(files) || files.length === 0 || files.length > 200) return undefined
  const texts = files.map((each: unknown) => (each ?? {}) as { name?: unknown; text?: unknown })
  if (
    !texts.every(
      ({ name, text }) =>
        typeof name === "string" && name !== "" && name.length < 200 && typeof text === "string",
    )
  )
    return undefined
  if (new Set(texts.map((each) => each.name)).size < texts.length) return undefined
  const clean = texts.map(({ name, text }) => ({ name: name as string, text: text as string }))
  const first = clean.find((each) => each.name === main) ?? clean[0]
  return {
    title: typeof title === "string" ? title.slice(0, 200) : first.name,
    files: clean,
    main: first.name,
    outline: typeof outline === "string" ? outline : "",
  }
}

function base64url(bytes: Uint8Array): string {
  let text = ""
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0))
}
