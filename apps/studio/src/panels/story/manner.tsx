/** How the story is told, as the reader chooses it: behind one button, for most people never touch it. */
import { useState } from "react"
import { Button, ToggleButton } from "react-aria-components"
import type { Manner } from "@dramaturg/model"
import { chooseManner, showNotes } from "../../commands/choose-manner.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import { mannerOf } from "../../state.js"

export function HowItIsTold({ characters }: { readonly characters: readonly string[] }) {
  const [isOpen, setOpen] = useState(false)
  const manner = mannerOf(useStudioState((it) => it.project))
  const hasNotes = useStudioState((it) => it.project.hasNotes === true)
  const run = useRun()
  const choose = (chosen: Partial<Manner>): void => run(chooseManner, chosen)
  return (
    <div className="manner">
      <div className="manner-row">
        <Button className="link manner-open" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          How it is told
        </Button>
        <span className="quiet manner-words">{wordsFor(manner, characters)}</span>
        <ToggleButton className="view" isSelected={hasNotes} onChange={(value) => run(showNotes, value)}>
          Margin notes
        </ToggleButton>
      </div>
      {isOpen && (
        <div className="manner-choices" role="group" aria-label="How it is told">
          <Choice
            label="Through whom"
            value={viewOf(manner, characters)}
            options={views(characters)}
            onChoice={(view) => choose(mannerFrom(view))}
          />
          <Choice
            label="In which order"
            value={manner.order}
            options={orders}
            onChoice={(order) => choose({ order: order as Manner["order"] })}
          />
          <Choice
            label="How fully"
            value={manner.length ?? "full"}
            options={lengths}
            onChoice={(length) => choose({ length: length as Manner["length"] })}
          />
          <Choice
            label="Pace"
            value={manner.pace}
            options={paces}
            onChoice={(pace) => choose({ pace: pace as Manner["pace"] })}
          />
          <Choice
            label="Tense"
            value={manner.tense}
            options={tenses}
            onChoice={(tense) => choose({ tense: tense as Manner["tense"] })}
          />
        </div>
      )}
    </div>
  )
}

type Options = readonly (readonly [value: string, words: string])[]

const orders: Options = [
  ["as it happened", "as it happened"],
  ["from the middle", "from the middle, then back"],
  ["from the end", "from the end, then back"],
]
const lengths: Options = [
  ["full", "in full"],
  ["short", "in short"],
]
const paces: Options = [
  ["scene", "with what people see and feel"],
  ["summary", "the acts alone"],
]
const tenses: Options = [
  ["past", "past"],
  ["present", "present"],
]

function views(characters: readonly string[]): Options {
  return [
    ["zero", "nobody in particular"],
    ["external", "an onlooker, who sees no thoughts"],
    ...characters.flatMap(
      (who): Options => [
        [`third ${who}`, `through ${who}`],
        [`first ${who}`, `${who} tells it`],
      ],
    ),
  ]
}

/** The character that it was told through may have been removed since. */
function viewOf({ focalisation, focaliser, person }: Manner, characters: readonly string[]): string {
  if (focalisation !== "internal") return focalisation
  return focaliser !== undefined && characters.includes(focaliser) ? `${person} ${focaliser}` : "zero"
}

function mannerFrom(view: string): Partial<Manner> {
  if (view === "zero" || view === "external")
    return { focalisation: view, focaliser: undefined, person: "third" }
  const [person, ...name] = view.split(" ")
  return { focalisation: "internal", focaliser: name.join(" "), person: person as Manner["person"] }
}

/** What is chosen besides what is usual, shown while the choices are closed. */
function wordsFor(manner: Manner, characters: readonly string[]): string {
  const view = viewOf(manner, characters)
  const words = [
    view === "zero"
      ? ""
      : (views(characters)
          .find(([value]) => value === view)?.[1]
          .replace(/,.*/, "") ?? ""),
    manner.order === "as it happened" ? "" : manner.order,
    manner.length === "short" ? "in short" : "",
    manner.pace === "summary" ? "the acts alone" : "",
    manner.tense === "present" ? "in the present tense" : "",
  ]
  return words.filter((each) => each !== "").join(", ")
}

interface Asked {
  readonly label: string
  readonly value: string
  readonly options: Options
  readonly onChoice: (value: string) => void
}

function Choice({ label, value, options, onChoice }: Asked) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(it) => onChoice(it.target.value)}>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
