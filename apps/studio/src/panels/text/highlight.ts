/** The light on the lines that something comes from. */
import { RangeSetBuilder, StateEffect, StateField } from "@codemirror/state"
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view"
import type { Span } from "@dramaturg/model"

const light = StateEffect.define<{ readonly from: number; readonly to: number }>()
const lit = Decoration.line({ class: "cm-lit" })

export const litLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    let now = transaction.docChanged ? Decoration.none : lines
    for (const each of transaction.effects) {
      if (!each.is(light)) continue
      const made = new RangeSetBuilder<Decoration>()
      const { doc } = transaction.state
      for (
        let number = doc.lineAt(each.value.from).number;
        number <= doc.lineAt(each.value.to).number;
        number++
      )
        made.add(doc.line(number).from, doc.line(number).from, lit)
      now = made.finish()
    }
    return now
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** `moves`: the cursor goes there, too. */
export function lightUp(view: EditorView, { offset, length }: Span, moves: boolean): void {
  const from = Math.min(offset, view.state.doc.length)
  const to = Math.min(offset + length, view.state.doc.length)
  view.dispatch({
    effects: [light.of({ from, to }), EditorView.scrollIntoView(from, { y: "center" })],
    ...(moves ? { selection: { anchor: from } } : {}),
  })
  if (moves) view.focus()
}
