/** Elements and text nodes: nothing of a world is ever taken as HTML. */

/** `name`: its class; `text`: what stands in it. */
export function element(tag: string, name = "", text = ""): HTMLElement {
  const made = document.createElement(tag)
  if (name !== "") made.className = name
  if (text !== "") made.textContent = text
  return made
}

export function button(words: string, onPress: () => void, name = ""): HTMLElement {
  const made = element("button", name, words)
  made.setAttribute("type", "button")
  made.setAttribute("part", "button")
  made.addEventListener("click", onPress)
  return made
}

export function sentence(text: string, role?: string): HTMLElement {
  const made = element("p", "quiet", text)
  if (role) made.setAttribute("role", role)
  return made
}

/** A content note, with the way past it. */
export function noteShown(note: string, onRead: () => void): readonly Node[] {
  const words = element("p", "note")
  words.append(element("strong", "", "Content note. "), note)
  return [words, button("Read the story", onRead)]
}

/** A name for those who hear the page. */
export function labelled<Made extends Element>(made: Made, label: string): Made {
  made.setAttribute("aria-label", label)
  return made
}
