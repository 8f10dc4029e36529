/** The text of a world, to be changed by the reader: what `editable` puts above a story. */
import { button, element, labelled } from "./made.js"

export interface Editor {
  readonly place: HTMLElement
  /** Shows another text, unless the reader is in the middle of changing this one. */
  readonly take: (text: string) => void
  /** Null: the reader has changed nothing. */
  readonly edited: () => string | null
}

const mostRows = 28

/** `onAsk`: the reader wants the world, as it is written now, to be told or played. */
export function editorFor(words: string, onAsk: () => void): Editor {
  let original = ""
  const place = element("div", "editor")
  place.setAttribute("part", "editor")
  const text = labelled(element("textarea") as HTMLTextAreaElement, "The world; Control and Enter tell it")
  text.setAttribute("part", "text")
  text.spellcheck = false
  text.autocapitalize = "off"
  const back = button("Put it back", () => {
    text.value = original
    changed()
    text.focus()
    onAsk()
  })
  back.classList.add("plain")
  const changed = (): void => void back.toggleAttribute("hidden", text.value === original)
  text.addEventListener("input", changed)
  text.addEventListener("keydown", (press) => {
    if (press.key !== "Enter" || !(press.ctrlKey || press.metaKey)) return
    press.preventDefault()
    onAsk()
  })
  const bar = element("div", "bar")
  bar.append(button(words, onAsk), back)
  place.append(text, bar)
  return {
    place,
    take: (given) => {
      if (given === original) return
      original = given
      text.value = given
      text.rows = Math.min(mostRows, given.split("\n").length + 1)
      changed()
    },
    edited: () => (text.value === original ? null : text.value),
  }
}
