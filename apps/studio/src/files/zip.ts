/** A whole project as a zip, and back; single files as they are. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import type { Project, TextFile } from "../state.js"

const outlineName = "outline.md"
const mostBytes = 20_000_000

export function zipOf({ files, outline }: Project): Uint8Array {
  const entries = files.map(({ name, text }) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(outline.trim() === "" ? entries : [...entries, [outlineName, strToU8(outline)]]))
}

export interface Imported {
  readonly files: readonly TextFile[]
  readonly outline: string
}

/** The texts in files that somebody chose or dropped: zips are unpacked, and whatever is no text is left out. */
export async function imported(chosen: readonly File[]): Promise<Imported> {
  const files: TextFile[] = []
  let outline = ""
  for (const file of chosen) {
    if (file.size > mostBytes) continue
    const bytes = new Uint8Array(await file.arrayBuffer())
    const entries = /\.zip$/i.test(file.name) ? Object.entries(unzipSync(bytes, { filter: ({ originalSize, name }) => originalSize < mostBytes && isText(name) })) : [[file.name, bytes] as const]
    for (const [name, content] of entries) {
      if (/\.md$/i.test(name)) outline = strFromU8(content)
      else if (isText(name)) files.push({ name: clean(name), text: strFromU8(content) })
    }
  }
  return { files, outline }
}

function isText(name: string): boolean {
  return /\.(drama|txt|md)$/i.test(name) && !name.endsWith("/")
}

/** No path leads out of the project. */
function clean(name: string): string {
  return name.split(/[/\\]/).filter((each) => each !== "" && each !== "." && each !== "..").join("/")
}

export function download(name: string, content: Uint8Array | string, type: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
