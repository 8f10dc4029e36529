/**
 * CodeMirror between the state and the author: what is typed becomes a command, what changes elsewhere is
 * shown.
 */
import { EditorState } from "@codemirror/state"
import { EditorView } from "@codemirror/view"
import { nextDiagnostic, setDiagnostics } from "@codemirror/lint"
import { isolateHistory, undo } from "@codemirror/commands"
import { openSearchPanel } from "@codemirror/search"
import { stopTyping, writeText } from "../../commands/write-text.js"
import { textOf } from "../../state.js"
import type { Studio } from "../../studio.js"
import { run } from "../../commands/command.js"
import { lightUp } from "./highlight.js"
import { marksOf } from "./marks.js"
import { extensions, reads } from "./extensions.js"

/** After so long without a key the author is taken to have stopped typing, in milliseconds. */
const pause = 4000

/** One editor for all files; each file keeps its own history of changes while the project is open. */
export function openView(studio: Studio, parent: HTMLElement): () => void {
  const kept = new Map<string, EditorState>()
  let {
    file,
    project: { id },
    shown,
  } = studio.state
  // Until there is something to remark on, nothing has to be shown of it.
  let diagnostics: unknown = studio.state.diagnostics.length === 0 ? studio.state.diagnostics : undefined
  const beginning = (): EditorState =>
    EditorState.create({
      doc: textOf(studio.state.project, file),
      extensions: [
        extensions(studio),
        reads.of(EditorState.readOnly.of(studio.state.role !== "writer")),
        onTyped,
      ],
    })
  let rest = 0
  const rests = (): void => {
    clearTimeout(rest)
    if (studio.state.typing) run(studio, stopTyping, undefined)
  }
  const onTyped = EditorView.updateListener.of((update) => {
    if (update.docChanged && !update.transactions.some((each) => each.isUserEvent("studio"))) {
      const { doc, selection } = update.state
      run(studio, writeText, { name: file, text: doc.toString(), at: selection.main.head })
      clearTimeout(rest)
      rest = window.setTimeout(rests, pause)
    } else if ((update.selectionSet && !update.docChanged) || (update.focusChanged && !update.view.hasFocus))
      setTimeout(rests)
  })
  const view = new EditorView({ state: beginning(), parent })
  let { role, typing } = studio.state
  // The content takes the focus; the frame around it needs no stop of its own.
  view.scrollDOM.removeAttribute("tabindex")

  const look = (): void => {
    const { state } = studio
    if (state.project.id !== id) {
      kept.clear()
      id = state.project.id
      file = state.file
      view.setState(beginning())
      view.scrollDOM.scrollTop = 0
      diagnostics = undefined
    } else if (state.file !== file) {
      kept.set(file, view.state)
      file = state.file
      view.setState(kept.get(file) ?? beginning())
      diagnostics = undefined
    }
    if (state.role !== role) {
      role = state.role
      view.dispatch({ effects: reads.reconfigure(EditorState.readOnly.of(role !== "writer")) })
    }
    const text = textOf(state.project, file)
    if (text.length !== view.state.doc.length || text !== view.state.doc.toString()) replace(view, text)
    if (state.diagnostics !== diagnostics || (state.typing !== typing && state.diagnostics.length > 0)) {
      diagnostics = state.diagnostics
      typing = state.typing
      view.dispatch(setDiagnostics(view.state, marksOf(studio, file, view.state.doc.length)))
    }
    if (state.shown !== shown) {
      shown = state.shown
      if (shown?.span.file === file) lightUp(view, shown.span, state.act === null)
    }
  }
  const stop = studio.subscribe(look)
  look()
  studio.editor = {
    focus: () => view.focus(),
    find: () => openSearchPanel(view),
    select: (from, to) => {
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      })
      view.focus()
    },
    undo: () => undo(view),
    cursor: () => view.state.selection.main.head,
    nextRemark: () => {
      view.focus()
      nextDiagnostic(view)
    },
  }
  return () => {
    stop()
    studio.editor = null
    view.destroy()
  }
}

/** Only the stretch that differs, so that the cursor and everything else stay where they are. */
function replace(view: EditorView, text: string): void {
  const before = view.state.doc.toString()
  let from = 0
  while (from < before.length && from < text.length && before[from] === text[from]) from++
  let [end, to] = [before.length, text.length]
  while (end > from && to > from && before[end - 1] === text[to - 1]) {
    end--
    to--
  }
  view.dispatch({
    changes: { from, to: end, insert: text.slice(from, to) },
    userEvent: "studio.replace",
    annotations: isolateHistory.of("full"),
  })
}
