/** A whole project as a zip, and out of the browser; single files as they are. */
import { strToU8, zipSync } from "fflate"
import type { Project } from "../state.js"

export const outlineName = "outline.md"

export function zipOf({ files, outline }: Pick<Project, "files" | "outline">): Uint8Array {
  const entries = files.map(({ name, text }) => [name, strToU8(text)] as const)
  return zipSync(
    Object.fromEntries(outline.trim() === "" ? entries : [...entries, [outlineName, strToU8(outline)]]),
  )
}

export function download(name: string, content: Uint8Array | string, type: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
