/** Puts one more file into the project. */
import { command, isWriter } from "./command.js"

export const addFile = command<string>({
  name: "add-file",
  when: isWriter,
  perform: ({ change }, wished) =>
    change((state) => {
      const name = freeName(
        named(wished),
        state.project.files.map((each) => each.name),
      )
      const files = [...state.project.files, { name, text: "" }]
      return { ...state, project: { ...state.project, files }, file: name, isTextSeen: true, dialogue: null }
    }),
})

/** A name without an ending gets that of a world. */
export function named(wished: string): string {
  const name = wished.trim().replace(/^\/+/, "")
  return /\.[a-z]+$/i.test(name) ? name : `${name || "part"}.drama`
}

/**
 * Why a file can't be called so, in a sentence; another case of the same letters is another name here, and
 * the same one on many computers.
 */
export function takenFile(files: readonly { readonly name: string }[], wished: string): string | undefined {
  const name = named(wished)
  const other = files.find((each) => each.name.toLowerCase() === name.toLowerCase())
  if (other) return `There is a file called ${other.name} already.`
  return /(^|\/)\.\.?(\/|$)|[\0-\x1f\\]/.test(name) ? `“${name}” can’t be the name of a file.` : undefined
}

export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  const [, stem, ending] = /^(.*?)(\.[^.]*)?$/.exec(name)!
  for (let i = 2; ; i++)
    if (!taken.includes(`${stem}-${i}${ending ?? ""}`)) return `${stem}-${i}${ending ?? ""}`
}
