/** Gives the work out of the browser: a file, or everything as a zip. */
import { download, zipOf } from "../files/zip.js"
import { textOf } from "../state.js"
import { command } from "./command.js"

export const exportFile = command({
  name: "export-file",
  label: "Save this file on this computer",
  perform: ({ state }) =>
    download(state.file.split("/").at(-1)!, textOf(state.project, state.file), "text/plain"),
})

export const exportZip = command({
  name: "export-zip",
  label: "Save the whole world as a zip",
  key: "Mod-s",
  perform: ({ state: { project } }) =>
    download(`${project.main.replace(/\.[^.]*$/, "")}.zip`, zipOf(project), "application/zip"),
})
