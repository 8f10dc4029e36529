/** Where the parts of a world are looked for: paths of every system, resolved by their names alone. */
import { posix, win32 } from "node:path"
import { expect, it } from "vitest"
import { compileStory } from "../dist/index.js"

/** Under which path a part is asked for. */
function lookedFor(part: string, file: string): string | undefined {
  let asked: string | undefined
  compileStory(`include "${part.replaceAll("\\", "\\\\")}";`, {
    file,
    sources: (path) => {
      asked = path
      return undefined
    },
  })
  return asked
}

it.each([
  ["parts/a.drama", "w.drama", "parts/a.drama"],
  ["./a.drama", "worlds/w.drama", "worlds/a.drama"],
  ["../a.drama", "worlds/w.drama", "a.drama"],
  ["../../a.drama", "worlds/w.drama", "../a.drama"],
  ["../../../a.drama", "/worlds/w.drama", "/a.drama"],
  ["/parts/a.drama", "/worlds/w.drama", "/parts/a.drama"],
  ["b/../a.drama", "/worlds/w.drama", "/worlds/a.drama"],
  ["a b/ä.drama", "/worlds/w.drama", "/worlds/a b/ä.drama"],
])("posix: %s in %s is %s", (part, file, path) => {
  expect(lookedFor(part, file)).toBe(path)
  expect(posix.normalize(posix.isAbsolute(part) ? part : posix.join(posix.dirname(file), part))).toBe(path)
})

it.each([
  ["parts\\a.drama", "C:\\worlds\\w.drama", "C:\\worlds\\parts\\a.drama"],
  ["..\\a.drama", "C:\\worlds\\w.drama", "C:\\a.drama"],
  ["..\\..\\..\\a.drama", "C:\\worlds\\w.drama", "C:\\a.drama"],
  ["D:\\parts\\a.drama", "C:\\worlds\\w.drama", "D:\\parts\\a.drama"],
  ["D:/parts/a.drama", "C:/worlds/w.drama", "D:\\parts\\a.drama"],
  ["\\parts\\a.drama", "C:\\worlds\\w.drama", "C:\\parts\\a.drama"],
  ["/parts/a.drama", "C:\\worlds\\w.drama", "C:\\parts\\a.drama"],
  ["a.drama", "\\\\server\\share\\worlds\\w.drama", "\\\\server\\share\\worlds\\a.drama"],
  ["..\\..\\..\\a.drama", "\\\\server\\share\\worlds\\w.drama", "\\\\server\\share\\a.drama"],
  ["\\parts\\a.drama", "\\\\server\\share\\worlds\\w.drama", "\\\\server\\share\\parts\\a.drama"],
  ["\\\\other\\disk\\a.drama", "C:\\worlds\\w.drama", "\\\\other\\disk\\a.drama"],
  ["parts/a.drama", "w.drama", "parts\\a.drama"],
])("win32: %s in %s is %s", (part, file, path) => {
  const found = lookedFor(part, file)
  expect(found).toBe(path.replaceAll("\\", "/"))
  // As Windows itself resolves it, and reads what has slashes.
  expect(win32.normalize(found!)).toBe(path)
  if (win32.isAbsolute(file)) expect(win32.resolve(win32.dirname(file), part)).toBe(path)
})

it.each(["https://example.org/a.drama", "file:///worlds/a.drama", "HTTP://example.org/a.drama"])(
  "%s is an address, which is not asked for and not read",
  (part) => {
    expect(lookedFor(part, "/worlds/w.drama")).toBeUndefined()
    const { diagnostics } = compileStory(`include "${part}";`, {
      file: "w.drama",
      sources: () => "type place;",
    })
    expect(diagnostics.filter((each) => each.severity === "error")).toMatchObject([
      {
        code: "no-such-part",
        message: `The part \`${part}\` is an address on a network, and no world is read from there.`,
        hint: "Save it as a file beside the world, and include that.",
      },
    ])
  },
)
