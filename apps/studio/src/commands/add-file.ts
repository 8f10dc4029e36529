/** Puts one more file into the project. */
import { command, isWriter } from "./command.js"

export const addFile = command<string>({
  name: "add-file",
  when: isWriter,
  perform: ({ change }, wished) => change((state) => {
    const name = freeName(named(wished), state.project.files.map((each) => each.name))
    const files = [...state.project.files, { name, text: "" }]
    return { ...state, project: { ...state.project, files }, file: name, isTextSeen: true, dialogue: null }
  }),
})

/** Whatever has no ending is a world of ours. */
export function named(wished: string): string {
  const name = wished.trim().replace(/^\/+/, "")
  return /\.[a-z]+$/i.test(name) ? name : `${name || "part"}.drama`
}

export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  const [, stem, ending] = /^(.*?)(\.[^.]*)?$/.exec(name)!
  for (let i = 2; ; i++) if (!taken.includes(`${stem}-${i}${ending ?? ""}`)) return `${stem}-${i}${ending ?? ""}`
}
