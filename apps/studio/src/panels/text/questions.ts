/**
 * What the editor asks the language about names: completion, hover, folding. Texts are shown as texts, never
 * as HTML.
 */
import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete"
import { codeFolding, foldKeymap, foldService } from "@codemirror/language"
import type { Extension } from "@codemirror/state"
import { EditorView, hoverTooltip, keymap } from "@codemirror/view"
import { type Role, completionsAt, foldsIn, hoverAt } from "@dramaturg/language/ide"
import { run } from "../../commands/command.js"
import { goToDefinition } from "../../commands/names.js"
import { worldOf } from "../../commands/find-story.js"
import type { Studio } from "../../studio.js"

export function questions(studio: Studio): Extension {
  return [
    autocompletion({ override: [(context) => completed(studio, context)], icons: false }),
    hoverTooltip((_, at) => described(studio, at)),
    // No gutter for folding: it would ask about every line at every letter.
    codeFolding({ placeholderText: "…" }),
    keymap.of(foldKeymap),
    folds,
    EditorView.domEventHandlers({
      mousedown: (press, view) => {
        if (!(press.ctrlKey || press.metaKey) || press.button !== 0) return false
        const at = view.posAtCoords({ x: press.clientX, y: press.clientY })
        if (at === null) return false
        run(studio, goToDefinition, at)
        press.preventDefault()
        return true
      },
    }),
  ]
}

const kinds: Partial<Record<Role, string>> = {
  type: "type",
  entity: "constant",
  property: "property",
  event: "function",
  variable: "variable",
  keyword: "keyword",
}

function completed(studio: Studio, context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[^\s(){}[\],;:*/+\-&|!=><"]*/)
  if (!context.explicit && (word === null || word.from === word.to)) return null
  const { file, project } = studio.state
  const from = word?.from ?? context.pos
  const options = completionsAt(worldOf(project).texts, file, from).map(
    ({ label, role, detail, doc }, i) => ({
      label,
      type: kinds[role],
      boost: -i / 10,
      info: detail === undefined ? undefined : () => declaration(detail, doc),
    }),
  )
  return { from, options, validFor: /^[^\s(){}[\],;:*/+\-&|!=><"]*$/ }
}

function described(studio: Studio, at: number) {
  const { file, project } = studio.state
  const hover = hoverAt(worldOf(project).texts, file, at)
  if (!hover) return null
  return {
    pos: hover.offset,
    end: hover.end,
    create: () => ({ dom: declaration(hover.header, hover.doc, hover.words) }),
  }
}

function declaration(header: string, doc: string | undefined, words?: string): HTMLElement {
  const place = document.createElement("div")
  place.className = "declaration"
  if (words !== undefined)
    place.append(Object.assign(document.createElement("small"), { textContent: words }))
  place.append(Object.assign(document.createElement("code"), { textContent: header }))
  if (doc !== undefined) place.append(Object.assign(document.createElement("p"), { textContent: doc }))
  return place
}

/** Found once for each text. */
let kept: { readonly text: string; readonly folds: ReturnType<typeof foldsIn> } | undefined

const folds = foldService.of((state, from, to) => {
  const text = state.doc.toString()
  if (kept?.text !== text) kept = { text, folds: foldsIn(text) }
  const found = kept.folds.find((each) => each.from >= from && each.from <= to)
  return found ? { from: found.from, to: found.to } : null
})
