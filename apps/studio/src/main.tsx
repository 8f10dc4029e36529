/** Opens the studio: the project that a link brings, or the one that was open last, or, the first time, the lair. */
import { createRoot } from "react-dom/client"
import { openStudio, type Studio } from "./studio.js"
import { sharedIn } from "./files/share.js"
import { Frame } from "./frame/frame.js"
import { StudioProvider } from "./frame/use-studio.js"
import { projectOf } from "./gallery/worlds.js"
import { openShelf, type Shelf } from "./shelf/shelf.js"
import { type Project, stateOf } from "./state.js"
import { watchKeys } from "./watch/keys.js"
import { watchOutline } from "./watch/outline.js"
import { watchScenarios } from "./watch/scenarios.js"
import { watchTour } from "./watch/tour.js"
import { watchProject } from "./watch/save.js"
import { watchTabs } from "./watch/tabs.js"
import { watchText } from "./watch/text.js"
import { openWorkshop, whenAsked } from "./worker/workshop.js"
import "./styles/fonts.css"
import "./styles/tokens.css"
import "./styles/base.css"
import "./styles/controls.css"

// Styles that libraries make carry the nonce of the content policy.
const nonce = document.createElement("meta")
nonce.setAttribute("property", "csp-nonce")
nonce.nonce = "studio"
document.head.append(nonce)

const reader = openWorkshop("reader")
const engine = openWorkshop("engine")
const tests = whenAsked(() => openWorkshop("tests"))

void open()

async function open(): Promise<void> {
  const shelf = await openShelf()
  const memory = await shelf.memory()
  const project = await firstProject(shelf, memory.last)
  const before = stateOf(project)
  const initial = { ...before, shelf: await shelf.cards(), theme: memory.theme ?? "system", notesRead: memory.notesRead ?? [], tour: { ...before.tour, ...memory.tour, isOpen: false, isOffered: memory.tour === undefined } }
  const studio = openStudio(initial, { reader, engine, tests, shelf })
  watch(studio)
  createRoot(document.getElementById("studio")!).render(<StudioProvider studio={studio}><Frame /></StudioProvider>)
  if ("serviceWorker" in navigator && import.meta.env.PROD) void navigator.serviceWorker.register("service-worker.js").catch(() => {})
}

async function firstProject(shelf: Shelf, last: string | undefined): Promise<Project> {
  const shared = sharedIn(location.hash)
  if (shared) {
    history.replaceState(null, "", location.pathname + location.search)
    return kept(shelf, { ...shared, id: crypto.randomUUID() })
  }
  const before = last === undefined ? undefined : await shelf.read(last)
  return before ?? kept(shelf, await projectOf("lair"))
}

async function kept(shelf: Shelf, project: Project): Promise<Project> {
  await shelf.save(project)
  shelf.remember({ last: project.id })
  return project
}

function watch(studio: Studio): void {
  watchText(studio)
  watchOutline(studio)
  watchScenarios(studio)
  watchTour(studio)
  const saver = watchProject(studio, () => tabs.announce())
  const tabs = watchTabs(studio, saver.flush)
  watchKeys(studio)
  if (!studio.shelf.isKeeping) studio.change((state) => ({ ...state, notice: "This browser keeps nothing for this page: save your work on this computer (Ctrl S) before you leave." }))
}
