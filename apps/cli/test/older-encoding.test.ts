/** Sabre's worlds in an older encoding: read where only comments have letters beyond ASCII. */
import { expect, test } from "vitest"
import { dramaturg, makeFolder } from "./command.js"

const old = (text: string): Uint8Array => Buffer.from(text, "latin1")
const world = (comment: string, name = "Tom") =>
  old(`// ${comment}
entity ${name} : character;
property happy(c : character) : boolean;
action smile(c : character) { precondition: !happy(c); effect: happy(c); consenting: c; };
utility(): if(happy(${name})) 1 else 0; utility(${name}): if(happy(${name})) 1 else 0;
/* ${comment} */
`)
const folder = makeFolder({
  "old.txt": world("caf\xe9, d\xe9j\xe0 vu"),
  "names.txt": world("plain", "Ren\xe9"),
  "old.drama": world("caf\xe9"),
})

test("a comment in Latin-1 does not keep a world from being read, and it is said", () => {
  const { code, out, err } = dramaturg(["tell", "old.txt"], { folder })
  expect(out).toContain("1. smile(Tom)")
  expect(err).toContain(
    "old.txt is not in UTF-8, but only its comments have letters beyond ASCII: they are read as Windows-1252.",
  )
  expect(code).toBe(0)
})

test("letters beyond ASCII in names do, and so they do in our own language", () => {
  for (const file of ["names.txt", "old.drama"])
    expect(dramaturg(["check", file], { folder }).err).toContain(`${file} is not plain text in UTF-8`)
})
