/** What stands in an embedded play, as elements and text nodes. */
import type { Played } from "@dramaturg/web/protocol"
import type { Parts } from "./worker/play.js"
import { button, element, labelled } from "./made.js"

/** What the player can do with the buttons and keys. */
export interface Moves {
  /** Null: to wait. */
  readonly choose: (act: string | null) => void
  readonly undo: () => void
  readonly restart: () => void
}

export function partsShown({ parts }: Parts, onChosen: (as: string) => void): readonly Node[] {
  const list = labelled(element("ol", "choices"), "Who would you like to be?")
  list.append(
    ...parts.map(({ as, words }) => {
      const item = element("li")
      item.append(choiceButton(words, () => onChosen(as)))
      return item
    }),
  )
  return [element("p", "ask", "Who would you like to be?"), list]
}

/** The story so far, what can be done, and the way back. */
export function playShown(played: Played, moves: Moves): HTMLElement {
  const place = element("div", "play")
  place.append(prose(played))
  for (const { why, chosen } of played.partings)
    place.append(
      element("p", "quiet", `The world has changed since this was kept: ${chosen ?? "to wait"}: ${why}.`),
    )
  if (played.ending === null) {
    if (played.steering) place.append(element("p", "quiet", played.steering))
    place.append(choices(played, moves))
  } else place.append(endingShown(played))
  if (played.turns.length > 0) place.append(bar(moves))
  place.addEventListener("keydown", (press) => byKey(press, played, moves))
  return place
}

/** The words for those who hear the page: what has just happened, and how it stands. */
export function saidOf({ opening, turns, ending, endingWords, steering }: Played): string {
  const told = turns.at(-1)?.text ?? opening
  return [...told, ending ? endingWords : steering].filter(Boolean).join(" ")
}

function prose({ opening, turns, name }: Played): HTMLElement {
  const told = element("div", "told")
  told.setAttribute("part", "prose")
  if (opening.length > 0) told.append(element("p", "", opening.join(" ")))
  for (const { chosen, text } of turns) {
    const words = element("p", "chosen", chosen)
    words.setAttribute("part", "chosen")
    words.prepend(hidden(`${name}, your choice: `))
    told.append(words)
    if (text.length > 0) told.append(element("p", "", text.join(" ")))
  }
  return told
}

function choices({ choices: offered, name }: Played, moves: Moves): HTMLElement {
  const list = labelled(element("ol", "choices"), `What ${name} could do`)
  list.setAttribute("part", "choices")
  list.tabIndex = -1
  const entries = [
    ...offered.map(({ act, words }, i) => ({ act, words, key: i < 9 ? String(i + 1) : "" })),
    { act: null, words: "Wait.", key: "W" },
  ]
  list.append(
    ...entries.map(({ act, words, key }) => {
      const item = element("li")
      item.append(choiceButton(words, () => moves.choose(act), key))
      return item
    }),
  )
  return list
}

function choiceButton(words: string, onPress: () => void, key = ""): HTMLElement {
  const made = button("", onPress, "choice")
  made.setAttribute("part", "choice")
  if (key !== "") {
    const sign = element("kbd", "", key)
    sign.setAttribute("aria-hidden", "true")
    made.setAttribute("aria-keyshortcuts", key)
    made.append(sign)
  }
  made.append(element("span", "", words))
  return made
}

function endingShown({ endingWords }: Played): HTMLElement {
  const words = element("p", "ending", endingWords ?? "The story has ended.")
  words.setAttribute("part", "ending")
  words.tabIndex = -1
  return words
}

function bar({ undo, restart }: Moves): HTMLElement {
  const made = element("div", "bar")
  const back = button("Undo", undo, "plain")
  back.setAttribute("aria-keyshortcuts", "U")
  made.append(back, button("Begin again", restart, "plain"))
  return made
}

/** Letters and figures count only while the focus is in the play, and never with another key held. */
function byKey(press: KeyboardEvent, { choices: offered, ending, turns }: Played, moves: Moves): void {
  if (press.ctrlKey || press.metaKey || press.altKey) return
  const key = press.key.toLowerCase()
  const chosen = /^[1-9]$/.test(key) ? offered[Number(key) - 1] : undefined
  if (chosen && ending === null) moves.choose(chosen.act)
  else if (key === "w" && ending === null) moves.choose(null)
  else if (key === "u" && turns.length > 0) moves.undo()
  else return
  press.preventDefault()
}

function hidden(text: string): HTMLElement {
  return element("span", "heard", text)
}
