/** The view beside the text: read-only documents with a story, what came of scenarios, or reasons. */
import { type Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from "vscode"

/** What a command of the server answers. */
export interface Answer {
  readonly title: string
  readonly text: string
}

export interface Answers extends Disposable {
  /** Shows an answer about the world of this URI; the editor keeps the cursor. */
  readonly show: (world: string, answer: Answer) => Promise<void>
  /** Whether a view about this world is visible. */
  readonly isStoryOf: (world: Uri) => boolean
}

const scheme = "dramaturg-answer"

export function openAnswers(): Answers {
  const texts = new Map<string, string>()
  const changed = new EventEmitter<Uri>()
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "",
  })
  return {
    async show(world, { title, text }) {
      const view = viewOf(Uri.parse(world))
      texts.set(view.toString(), `${title}\n\n${text}\n`)
      changed.fire(view)
      const document = await workspace.openTextDocument(view)
      await window.showTextDocument(document, {
        viewColumn: ViewColumn.Beside,
        preserveFocus: true,
        preview: false,
      })
    },
    isStoryOf: (world) =>
      window.visibleTextEditors.some((each) => each.document.uri.toString() === viewOf(world).toString()),
    dispose() {
      provider.dispose()
      changed.dispose()
    },
  }
}

/** One view for each world: `lair.drama — Dramaturg`. */
function viewOf(world: Uri): Uri {
  const name = world.path.split("/").at(-1) ?? "world"
  return Uri.from({ scheme, path: `/${name} — Dramaturg`, query: world.toString() })
}
