/**
 * What people bring: every zip and every text is taken in whole, or answered with a sentence, and none costs
 * more than it may.
 */
import { deflateRawSync } from "node:zlib"
import { strToU8, zipSync } from "fflate"
import { expect, test } from "vitest"
import { decoded } from "@dramaturg/web/decode"
import { imported } from "../src/files/imported.js"
import { inflated } from "../src/files/inflate.js"
import { sharedIn } from "../src/files/share.js"
import { zipOf } from "../src/files/zip.js"

const world = "entity Zoë : character;\n".repeat(40)

const chosen = (name: string, content: Uint8Array | string) => ({
  name,
  file: new Blob([content as BlobPart]),
})
const opened = (name: string, content: Uint8Array | string) => imported([chosen(name, content)])

/** What is said of a zip that is not taken in. */
async function said(zip: Uint8Array): Promise<string> {
  const { files, outline, remarks } = await opened("w.zip", zip)
  expect([files, outline]).toEqual([[], ""])
  expect(remarks).toHaveLength(1)
  return remarks[0]
}

const plain = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const find = (zip: Uint8Array, sign: readonly number[], from = 0): number =>
  Buffer.from(zip.buffer, zip.byteOffset, zip.length).indexOf(Buffer.from(sign), from)
const centre = (zip: Uint8Array): number => find(zip, [0x50, 0x4b, 1, 2])
const changed = (zip: Uint8Array, change: (view: DataView, copy: Uint8Array) => void): Uint8Array => {
  const copy = zip.slice()
  change(new DataView(copy.buffer), copy)
  return copy
}

/** Each of its files says that it becomes so many bytes; all of them become `real` bytes. */
function packedZip(files: Readonly<Record<string, number>>, real: number): Uint8Array {
  const packed = new Uint8Array(deflateRawSync(new Uint8Array(real)))
  return changed(
    zipSync(Object.fromEntries(Object.keys(files).map((name) => [name, packed])), { level: 0 }),
    (view, copy) => {
      let at = centre(copy)
      for (const size of Object.values(files)) {
        view.setUint16(at + 10, 8, true)
        view.setUint32(at + 24, size, true)
        at = find(copy, [0x50, 0x4b, 1, 2], at + 1)
      }
    },
  )
}

test("a zip comes back as it went out, whatever the names and letters in it", async () => {
  const files = [
    { name: "a.drama", text: world },
    { name: "Teil/zwei ü.txt", text: "\uFEFFx".slice(1) },
    { name: "__proto__.drama", text: "" },
  ]
  const { files: back, outline, remarks } = await opened("w.zip", zipOf({ files, outline: "- a()" }))
  expect([back, outline, remarks]).toEqual([files, "- a()", []])
})

test("every zip that is not whole is answered with a sentence that says what is the matter", async () => {
  const zip = plain({ "a.drama": world, "b.drama": world })
  const at = centre(zip)
  expect(await said(strToU8("no zip at all"))).toBe(
    "w.zip could not be opened: it is no zip, whatever its name says.",
  )
  expect(await said(new Uint8Array())).toContain("it is no zip")
  expect(await said(zip.slice(0, zip.length / 2))).toContain("it was not copied whole")
  expect(await said(zip.slice(200))).toMatch(/damaged|can’t be true/)
  expect(await said(changed(zip, (_, copy) => copy.fill(0x55, 60, 64)))).toContain("a.drama in it is damaged")
  expect(await said(changed(zip, (view) => view.setUint32(at + 16, 1, true)))).toContain(
    "a.drama in it is damaged",
  )
  expect(await said(changed(zip, (view) => view.setUint16(at + 8, 1, true)))).toContain(
    "a.drama is locked with a password",
  )
  expect(await said(changed(zip, (view) => view.setUint16(at + 10, 14, true)))).toContain(
    "packed in a way that can’t be unpacked here (method 14)",
  )
  expect(await said(changed(zip, (view) => view.setUint32(at + 42, 7, true)))).toMatch(
    /damaged|can’t be true/,
  )
  expect(await said(changed(zip, (view) => view.setUint32(at + 20, 100_000, true)))).toContain(
    "can’t be true",
  )
  expect(await said(changed(zip, (view) => view.setUint16(zip.length - 22 + 4, 3, true)))).toContain(
    "one part of several",
  )
  expect(
    await said(changed(zip, (view) => view.setUint32(zip.length - 22 + 16, 0xffffffff, true))),
  ).toContain("Zip64")
  expect(await said(changed(zip, (view) => view.setUint32(zip.length - 22 + 16, 5_000_000, true)))).toContain(
    "its list of files is damaged",
  )
})

test("no cut and no flipped byte brings anything but the texts themselves, or a sentence", async () => {
  const zip = plain({ "a.drama": world })
  for (let i = 0; i < zip.length; i++) {
    const { files, remarks } = await opened(
      "w.zip",
      changed(zip, (_, copy) => (copy[i] ^= 1 << (i % 8))),
    )
    if (files.length === 0) expect([i, remarks.length]).toEqual([i, remarks.length === 0 ? 0 : 1])
    else expect(files[0].text).toBe(world)
    if (i < zip.length - 1) expect((await opened("w.zip", zip.slice(0, i))).remarks).toHaveLength(1)
  }
})

test("names that lead out of a zip, or that two files share, are refused", async () => {
  for (const name of ["../a.drama", "x/../../a.drama", "..\\a.drama", "C:\\a.drama", "a\nb.drama"])
    expect(await said(plain({ [name]: "" })), name).toContain("leads out of it")
  expect(await said(plain({ "x/a.drama": "", "x//a.drama": "" }))).toContain(
    "it holds two files called x/a.drama",
  )
  expect(
    (
      await opened(
        "w.zip",
        plain({ "/a.drama": "1", "b\\c.drama": "2", "__MACOSX/._a.drama": "3", "d.png": "4" }),
      )
    ).files,
  ).toEqual([
    { name: "a.drama", text: "1" },
    { name: "b/c.drama", text: "2" },
  ])
})

test("a small zip that would become a large one costs nothing, and lies about sizes are found out at once", async () => {
  const bomb = packedZip(
    Object.fromEntries(Array.from({ length: 190 }, (_, i) => [`${i}.drama`, 3_900_000])),
    3_900_000,
  )
  expect(bomb.length).toBeLessThan(1_000_000)
  const before = process.memoryUsage().rss
  expect(await said(bomb)).toContain("unpacked it would be 741 MB; a world may have 20")
  const liar = packedZip({ "a.drama": 1000 }, 50_000_000)
  expect(await said(liar)).toContain("a.drama in it is damaged")
  expect(await said(packedZip({ "a.drama": 5_000_000 }, 5_000_000))).toContain(
    "a.drama would be 5 MB; a text may have 4",
  )
  expect(
    await said(plain(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.drama`, ""])))),
  ).toContain("it holds 201 texts")
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  // What is no text may be as large as it likes: it is not unpacked.
  expect((await opened("w.zip", packedZip({ "film.mp4": 300_000_000 }, 30_000_000))).remarks).toEqual([])
})

test("texts are read as they were written: UTF-8, UTF-16 with a mark or without, and older ones with a word", () => {
  const text = "entity Zoë : character;\n"
  const utf16 = (isLittle: boolean, mark: boolean): Uint8Array => {
    const letters = mark ? `\uFEFF${text}` : text
    const bytes = new Uint8Array(letters.length * 2)
    for (let i = 0; i < letters.length; i++)
      new DataView(bytes.buffer).setUint16(2 * i, letters.charCodeAt(i), isLittle)
    return bytes
  }
  for (const bytes of [
    strToU8(text),
    strToU8(`\uFEFF${text}`),
    utf16(true, true),
    utf16(false, true),
    utf16(true, false),
    utf16(false, false),
  ])
    expect(decoded(bytes, "a.drama")).toEqual({ text })
  const latin = Uint8Array.from(text, (each) => each.charCodeAt(0))
  expect(decoded(latin, "a.drama")).toEqual({
    text,
    remark: expect.stringContaining("a.drama was not saved as UTF-8"),
  })
  for (const wrong of [
    Uint8Array.of(0xff, 0xfe, 0x41),
    Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00),
    Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0),
    Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256),
  ]) {
    expect(decoded(wrong, "a.drama")).toEqual({ complaint: expect.stringContaining("a.drama") })
  }
  expect(decoded(new Uint8Array(), "a.drama")).toEqual({ text: "" })
})

test("whatever could not be taken in is said, and does not keep the rest out", async () => {
  const gone = { size: 3, arrayBuffer: () => Promise.reject(new Error("gone")) }
  const { files, outline, remarks } = await imported([
    chosen("a.drama", world),
    chosen("cut.zip", "PK"),
    chosen("photo.jpg", "x"),
    { name: "gone.drama", file: gone },
    { name: "huge.drama", file: { ...gone, size: 5_000_000 } },
    chosen("one.md", "- a()"),
    chosen("outline.md", "- b()"),
  ])
  expect(files).toEqual([{ name: "a.drama", text: world }])
  expect(outline).toBe("- b()")
  expect(remarks.map((each) => each.split(/ (?:could|was|is) /)[0])).toEqual([
    "cut.zip",
    "photo.jpg",
    "gone.drama",
    "huge.drama",
    "A world has one outline: outline.md",
  ])
})

test("what is unpacked never becomes more than was allowed, and a link that would is none", () => {
  expect(inflated(deflateRawSync(Buffer.alloc(1000)), 1000)?.length).toBe(1000)
  expect(inflated(deflateRawSync(Buffer.alloc(1001)), 1000)).toBe(undefined)
  expect(
    inflated(deflateRawSync(Buffer.from("who has heard of whom, and by what?")).subarray(0, 20), 10_000),
  ).toBe(undefined)
  const link = (given: unknown): string =>
    `#w1:${deflateRawSync(typeof given === "string" ? Buffer.from(given, "latin1") : JSON.stringify(given)).toString("base64url")}`
  expect(
    sharedIn(
      link({ title: "t", files: [{ name: "a", text: "x".repeat(5_000_000) }], main: "a", outline: "" }),
    ),
  ).toBe(undefined)
  expect(
    sharedIn(
      link({
        files: [
          { name: "a", text: "1" },
          { name: "a", text: "2" },
        ],
      }),
    ),
  ).toBe(undefined)
  expect(sharedIn(link('{"files":[{"name":"a","text":"Zo\xeb"}]}'))).toBe(undefined)
  expect(sharedIn(link({ files: [{ name: "a", text: "1" }] }))?.main).toBe("a")
})
