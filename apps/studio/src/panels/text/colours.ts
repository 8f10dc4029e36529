/**
 * Colours by the roles that the language itself gives to words; they follow a moment behind the typing and
 * never hold it up.
 */
import { RangeSetBuilder } from "@codemirror/state"
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view"
import { type Role, rolesOf } from "@dramaturg/language/ide"

const marks = new Map<Role, Decoration>()

function markOf(role: Role, declares: boolean): Decoration {
  const key = (declares ? `${role} declared` : role) as Role
  const made = marks.get(key) ?? Decoration.mark({ class: declares ? `d-${role} d-declared` : `d-${role}` })
  marks.set(key, made)
  return made
}

const silent = new Set<Role>(["sign", "variable"])

/** How long after the last letter, in milliseconds. */
const rest = 250

/** Shorter texts are coloured at every letter, and at once. */
const short = 4000

class Colours {
  decorations: DecorationSet = Decoration.none
  #timer = 0

  constructor(view: EditorView) {
    if (view.state.doc.length < short) this.decorations = coloured(view.state.doc.toString())
    else this.#colourIn(view, 0)
  }

  update({ docChanged, changes, view, state }: ViewUpdate): void {
    if (!docChanged) return
    this.decorations = this.decorations.map(changes)
    clearTimeout(this.#timer)
    if (state.doc.length < short) this.decorations = coloured(state.doc.toString())
    else this.#colourIn(view, rest)
  }

  #colourIn(view: EditorView, milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      this.decorations = coloured(view.state.doc.toString())
      view.dispatch({})
    }, milliseconds)
  }

  destroy(): void {
    clearTimeout(this.#timer)
  }
}

function coloured(text: string): DecorationSet {
  const made = new RangeSetBuilder<Decoration>()
  for (const { role, offset, end, declares } of rolesOf(text))
    if (!silent.has(role) || declares) made.add(offset, end, markOf(role, declares === true))
  return made.finish()
}

export const colours = ViewPlugin.fromClass(Colours, { decorations: (it) => it.decorations })
