/** What was dropped on the page: files, and the texts in folders, to a depth that no real folder exceeds. */
import { type Chosen, isText } from "./imported.js"
import { bounds } from "./unzip.js"

const deepest = 8

/** Has to be called while the drop is going on; afterwards the browser forgets what was dropped. */
export function droppedIn(transfer: DataTransfer): Promise<readonly Chosen[]> {
  const given = [...transfer.items]
    .filter((each) => each.kind === "file")
    .map((each) => ({ entry: each.webkitGetAsEntry?.() ?? null, file: each.getAsFile() }))
  return Promise.all(
    given.map(async ({ entry, file }) =>
      entry?.isDirectory
        ? textsIn(entry as FileSystemDirectoryEntry)
        : file
          ? [{ name: file.name, file }]
          : [],
    ),
  ).then((all) => all.flat())
}

/** One more than there may be is enough to be too many. */
async function textsIn(folder: FileSystemDirectoryEntry): Promise<readonly Chosen[]> {
  const found: Chosen[] = []
  const look = async (each: FileSystemDirectoryEntry, path: string, depth: number): Promise<void> => {
    for await (const entry of entriesOf(each)) {
      if (found.length > bounds.files) return
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue
      if (entry.isDirectory && depth < deepest)
        await look(entry as FileSystemDirectoryEntry, `${path}${entry.name}/`, depth + 1)
      if (entry.isFile && isText(entry.name))
        found.push({
          name: path + entry.name,
          file: await new Promise<File>((resolve, reject) =>
            (entry as FileSystemFileEntry).file(resolve, reject),
          ),
        })
    }
  }
  await look(folder, "", 0)
  return found
}

/** Browsers give a hundred at a time. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader()
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return
    yield* some
  }
}
