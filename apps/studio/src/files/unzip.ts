/**
 * Reads a zip from an unknown source. What it says of itself is bounded before anything is unpacked, and held
 * to while it is; every zip that is not whole, or not harmless, is answered with a sentence.
 */
import { inflated } from "./inflate.js"

export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

export type Unzipped =
  | { readonly entries: readonly Entry[]; readonly others: number }
  | { readonly complaint: string }

/** More than any world there is. */
export const bounds = { zip: 20_000_000, files: 200, file: 4_000_000, all: 20_000_000, listed: 10_000 }

/** As the list at the end of a zip has it. */
interface Listed {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

class Broken extends Error {}

/** `isWanted`: all other entries are counted and skipped. */
export function unzipped(bytes: Uint8Array, isWanted: (name: string) => boolean): Unzipped {
  try {
    const listed = listIn(bytes)
    const wanted = listed.filter(({ name }) => isWanted(name) && !/^__MACOSX\/|(^|\/)\._/.test(name))
    const files = wanted.map((each) => ({ ...each, name: pathOf(each.name) }))
    checkBounds(files)
    return {
      entries: files.map((each) => ({ name: each.name, bytes: contentOf(bytes, each) })),
      others: listed.filter(({ name }) => !/[/\\]$/.test(name)).length - files.length,
    }
  } catch (error) {
    if (error instanceof Broken) return { complaint: error.message }
    throw error
  }
}

function listIn(bytes: Uint8Array): readonly Listed[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined)
    throw new Broken(
      bytes[0] === 0x50 && bytes[1] === 0x4b
        ? "its end is missing: it was not copied whole. Fetch or make it again"
        : "it is no zip, whatever its name says",
    )
  const [disk, count, size, start] = [
    view.getUint16(end + 4, true),
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ]
  if (count === 0xffff || start === 0xffffffff)
    throw new Broken("it is of the kind for very large archives (Zip64), and no world is as large as that")
  if (disk !== 0) throw new Broken("it is one part of several; only a zip in one piece can be opened")
  if (count > bounds.listed)
    throw new Broken(`it lists ${count.toLocaleString("en")} files; worlds have at most ${bounds.files}`)
  if (start + size > end) throw new Broken("its list of files is damaged")
  const listed: Listed[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > start + size || view.getUint32(at, true) !== 0x02014b50)
      throw new Broken("its list of files is damaged")
    const lengths = [28, 30, 32].map((each) => view.getUint16(at + each, true))
    const behind = at + 46 + lengths[0] + lengths[1] + lengths[2]
    if (behind > start + size) throw new Broken("its list of files is damaged")
    listed.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + lengths[0])),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = behind
  }
  checkPlaces(listed, start)
  return listed
}

/** Where the record stands that ends a zip; a comment of up to 65,535 bytes may follow it. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
      return at
  }
  return undefined
}

/** Files that lie over one another are how a small zip becomes a large one. */
function checkPlaces(listed: readonly Listed[], end: number): void {
  const sorted = [...listed].sort((a, b) => a.offset - b.offset)
  sorted.forEach(({ name, offset, packed }, i) => {
    if (offset + 30 + packed > (sorted[i + 1]?.offset ?? end))
      throw new Broken(`what it says of ${name} can’t be true: it would lie over something else`)
  })
}

function checkBounds(files: readonly Listed[]): void {
  const names = new Set<string>()
  for (const { name, flags, method, size } of files) {
    if (names.has(name))
      throw new Broken(`it holds two files called ${name}, and which of them is meant can’t be told`)
    names.add(name)
    if ((flags & 1) !== 0)
      throw new Broken(`${name} is locked with a password. Make the zip again without one`)
    if (method !== 0 && method !== 8)
      throw new Broken(
        `${name} is packed in a way that can’t be unpacked here (method ${method}). Make the zip again the usual way`,
      )
    if (size > bounds.file)
      throw new Broken(`${name} would be ${megabytes(size)} MB; a text may have ${megabytes(bounds.file)}`)
  }
  if (files.length > bounds.files)
    throw new Broken(
      `it holds ${files.length.toLocaleString("en")} texts; worlds have at most ${bounds.files}`,
    )
  const all = files.reduce((sum, each) => sum + each.size, 0)
  if (all > bounds.all)
    throw new Broken(`unpacked it would be ${megabytes(all)} MB; a world may have ${megabytes(bounds.all)}`)
}

function megabytes(size: number): string {
  return Math.ceil(size / 1e6).toLocaleString("en")
}

function contentOf(bytes: Uint8Array, { name, method, crc, packed, size, offset }: Listed): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const damaged = new Broken(`${name} in it is damaged. Fetch or make the zip again`)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length) throw damaged
  const stored = bytes.subarray(from, from + packed)
  const content = method === 0 ? stored : inflated(stored, size)
  if (content?.length !== size || checksum(content) !== crc) throw damaged
  return content
}

/** Steps that lead out of the zip are no accident. */
function pathOf(name: string): string {
  const steps = name.split(/[/\\]/).filter((each) => each !== "" && each !== ".")
  if (steps.includes("..") || steps.length === 0 || /[\0-\x1f]/.test(name) || /^[A-Za-z]:/.test(name))
    throw new Broken(`the name ${JSON.stringify(name)} in it leads out of it`)
  return steps.join("/").normalize("NFC")
}

/** Older programs wrote names as they pleased; a name that looks odd can be changed. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

const table = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const each of bytes) value = table[(value ^ each) & 255] ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
