/** Takes files and zips in: as a project of their own, or as more files of this one. */
import { imported } from "../files/zip.js"
import { command, isWriter } from "./command.js"
import { freeName } from "./add-file.js"
import { openGiven } from "./open-project.js"

export const importFiles = command<{ readonly chosen: readonly File[]; readonly into: "new" | "this" }>({
  name: "import-files",
  perform: async (studio, { chosen, into }) => {
    const { files, outline } = await imported(chosen)
    if (files.length === 0) return studio.change((state) => ({ ...state, notice: "There was no world in it: worlds are texts that end in .drama or .txt." }))
    if (into === "new") {
      const main = files.find((each) => /(^|\/)(world|main)\.drama$/.test(each.name)) ?? files.find((each) => !files.some((other) => other.text.includes(`"${each.name}"`))) ?? files[0]
      return openGiven.perform(studio, { title: main.name.replace(/\.[^.]*$/, ""), files, main: main.name, outline })
    }
    if (!isWriter(studio.state)) return
    studio.change((state) => {
      const all = [...state.project.files]
      for (const each of files) all.push({ name: freeName(each.name, all.map((one) => one.name)), text: each.text })
      return { ...state, project: { ...state.project, files: all }, file: all.at(-1)!.name }
    })
  },
})

export const chooseFiles = command({
  name: "choose-files", label: "Open files or a zip from this computer",
  perform: (studio) => {
    const input = document.createElement("input")
    input.type = "file"
    input.multiple = true
    input.accept = ".drama,.txt,.zip,.md"
    input.addEventListener("change", () => void importFiles.perform(studio, { chosen: [...(input.files ?? [])], into: "new" }))
    input.click()
  },
})
