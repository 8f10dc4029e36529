/** What stands in an embedded story, as elements and text nodes. */
import type { Sentence } from "@dramaturg/model"
import type { FoundStory, ToldAct } from "@dramaturg/web/protocol"
import { element } from "./made.js"

/**
 * The prose; a sentence that is clicked lights up, and below its paragraph stands the act, and why. The arrow
 * keys do the same.
 */
export function storyShown(found: FoundStory): readonly Node[] {
  const place = element("div", "story", "")
  place.setAttribute("part", "prose")
  place.tabIndex = 0
  place.setAttribute("role", "group")
  place.setAttribute(
    "aria-label",
    "The story; left and right go from act to act and say why, Escape closes that",
  )
  const why = element("aside", "", "")
  why.setAttribute("part", "why")
  const heard = element("div", "", "")
  heard.setAttribute("aria-live", "polite")
  const told = found.telling?.paragraphs ?? [
    {
      sentences: found.acts.map(
        (each) => ({ text: each.label, occurrences: [each.occurrence] }) as unknown as Sentence,
      ),
    },
  ]
  let chosen = 0
  const actOf = ({ occurrences }: Pick<Sentence, "occurrences">): number | null =>
    found.fabula.occurrences[(occurrences[0] ?? 0) - 1]?.act ?? null
  const choose = (number: number): void => {
    chosen = number
    for (const each of place.querySelectorAll("[data-act]"))
      each.toggleAttribute("data-lit", each.getAttribute("data-act") === String(number))
    const act = found.acts.find((each) => each.number === number)
    const last = [...place.querySelectorAll(`[data-act="${number}"]`)].at(-1)
    heard.remove()
    if (!act || !last) return
    why.replaceChildren(...reasonsOf(act))
    why.setAttribute("aria-label", `Why: act ${act.number}`)
    heard.replaceChildren(why)
    last.closest("p")!.after(heard)
  }
  place.append(
    ...told.map(({ sentences }) => {
      const paragraph = element("p", "", "")
      for (const each of sentences) {
        const act = actOf(each)
        const words = element("span", "", each.text)
        if (act !== null) {
          words.dataset.act = String(act)
          words.addEventListener("click", () => choose(chosen === act ? 0 : act))
        }
        paragraph.append(words, " ")
      }
      return paragraph
    }),
  )
  place.addEventListener("keydown", (press) => {
    const step = press.key === "ArrowRight" ? 1 : press.key === "ArrowLeft" ? -1 : 0
    if (press.key === "Escape") choose(0)
    if (step === 0) return
    press.preventDefault()
    choose(Math.min(found.acts.length, Math.max(1, chosen + step)))
  })
  return [
    place,
    element(
      "small",
      "",
      `${found.acts.length === 1 ? "One act" : `${found.acts.length} acts`}, found in this page. Click a sentence to see why.`,
    ),
  ]
}

function reasonsOf(act: ToldAct): readonly Node[] {
  const head = element("p", "", "")
  head.append(element("code", "", act.label))
  return [
    head,
    ...(act.doc === null ? [] : [element("p", "", act.doc)]),
    ...act.reasons.map((each) => element("p", "", each)),
  ]
}
