/**
 * Takes files and zips in: as a project of their own, or as more files of this one. What could not be taken
 * in is said.
 */
import { type Chosen, imported } from "../files/imported.js"
import { command, isWriter, run } from "./command.js"
import { freeName } from "./add-file.js"
import { openGiven } from "./open-project.js"

export const importFiles = command<{ readonly chosen: readonly Chosen[]; readonly into: "new" | "this" }>({
  name: "import-files",
  perform: async (studio, { chosen, into }) => {
    const { files, outline, remarks } = await imported(chosen)
    const say = (...more: readonly string[]): void => {
      const sentences = [...remarks, ...more]
      if (sentences.length > 0) studio.change((state) => ({ ...state, notice: shortened(sentences) }))
    }
    const hasOwnOutline = into === "this" && studio.state.project.outline.trim() !== ""
    if (files.length === 0 && (into === "new" || outline === "" || hasOwnOutline))
      return say("There was no world in it: worlds are texts that end in .drama or .txt.")
    if (into === "new") {
      const main =
        files.find((each) => /(^|\/)(world|main)\.drama$/.test(each.name)) ??
        files.find((each) => !files.some((other) => other.text.includes(`"${each.name}"`))) ??
        files[0]
      await openGiven.perform(studio, {
        title: main.name.replace(/\.[^.]*$/, ""),
        files: namedApart(files),
        main: main.name,
        outline,
      })
      return say()
    }
    if (!isWriter(studio.state)) return say("Another tab writes this world; nothing was added.")
    studio.change((state) => {
      const all = namedApart([...state.project.files, ...files])
      return {
        ...state,
        project: {
          ...state.project,
          files: all,
          outline: hasOwnOutline || outline === "" ? state.project.outline : outline,
        },
        file: files.length > 0 ? all.at(-1)!.name : state.file,
      }
    })
    say(...(hasOwnOutline && outline !== "" ? ["The outline was left out: this world has one."] : []))
  },
})

/** Those that come later give way. */
function namedApart(files: readonly { readonly name: string; readonly text: string }[]) {
  const all: { readonly name: string; readonly text: string }[] = []
  for (const { name, text } of files)
    all.push({
      name: freeName(
        name,
        all.map((each) => each.name),
      ),
      text,
    })
  return all
}

/** Many files can go wrong at once, and all in the same way. */
function shortened(sentences: readonly string[]): string {
  const said = sentences.slice(0, 3).join(" ")
  return sentences.length > 3 ? `${said} And ${sentences.length - 3} more like that.` : said
}

export const chooseFiles = command({
  name: "choose-files",
  label: "Open files or a zip from this computer",
  perform: (studio) => {
    const input = document.createElement("input")
    input.type = "file"
    input.multiple = true
    input.accept = ".drama,.txt,.zip,.md"
    // A command that fails says so; a bare promise would be silent.
    input.addEventListener("change", () =>
      run(studio, importFiles, {
        chosen: [...(input.files ?? [])].map((file) => ({ name: file.name, file })),
        into: "new",
      }),
    )
    input.click()
  },
})
