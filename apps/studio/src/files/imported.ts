/**
 * The texts in files that the user chose or dropped: zips are unpacked, files that are no text are left out,
 * and what went wrong is said.
 */
import type { TextFile } from "../state.js"
import { decoded } from "@dramaturg/web/decode"
import { bounds, type Entry, unzipped } from "./unzip.js"
import { outlineName } from "./zip.js"

/** A file by its name, or by its path in the folder that was dropped. */
export interface Chosen {
  readonly name: string
  readonly file: Pick<Blob, "size" | "arrayBuffer">
}

export interface Imported {
  readonly files: readonly TextFile[]
  readonly outline: string
  /** What could not be taken in, or not just as it stands. */
  readonly remarks: readonly string[]
}

export async function imported(chosen: readonly Chosen[]): Promise<Imported> {
  const remarks: string[] = []
  const files: TextFile[] = []
  const plots: TextFile[] = []
  let size = 0
  for (const each of chosen) {
    for (const { name, bytes } of await entriesOf(each, remarks)) {
      const read = decoded(bytes, name)
      if ("remark" in read) remarks.push(read.remark!)
      if ("complaint" in read) remarks.push(read.complaint)
      else if ((size += bytes.length) > bounds.all || files.length >= bounds.files) return tooMuch
      else (isPlot(name) ? plots : files).push({ name, text: read.text })
    }
  }
  const plot = plots.find((each) => each.name.endsWith(outlineName)) ?? plots[0]
  if (plots.length > 1)
    remarks.push(
      `A world has one outline: ${plot.name} was taken, ${plots
        .filter((each) => each !== plot)
        .map((each) => each.name)
        .join(", ")} left out.`,
    )
  return { files, outline: plot?.text ?? "", remarks }
}

const tooMuch: Imported = {
  files: [],
  outline: "",
  remarks: [`That is too much for one world: at most ${bounds.files} texts and ${bounds.all / 1e6} MB.`],
}

async function entriesOf({ name, file }: Chosen, remarks: string[]): Promise<readonly Entry[]> {
  const isZip = /\.zip$/i.test(name)
  if (!isZip && !isText(name)) {
    remarks.push(`${name} was left out: texts end in .drama, .txt or .md, and worlds in one file in .zip.`)
    return []
  }
  const most = isZip ? bounds.zip : bounds.file
  if (file.size > most) {
    remarks.push(`${name} is too large: ${isZip ? "a zip" : "a text"} may have ${most / 1e6} MB.`)
    return []
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (!isZip) return [{ name: clean(name), bytes }]
    const found = unzipped(bytes, isText)
    if ("entries" in found) return found.entries
    remarks.push(`${name} could not be opened: ${found.complaint}.`)
  } catch {
    remarks.push(`${name} could not be read; perhaps it was moved, or is open elsewhere.`)
  }
  return []
}

export function isText(name: string): boolean {
  return /[^/\\]\.(drama|txt|md)$/i.test(name)
}

function isPlot(name: string): boolean {
  return /\.md$/i.test(name)
}

function clean(name: string): string {
  return name
    .split(/[/\\]/)
    .filter((each) => each !== "" && each !== "." && each !== "..")
    .join("/")
    .normalize("NFC")
}
