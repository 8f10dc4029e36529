/**
 * Opens the studio: the project that a link brings, or the one that was open last, or, the first time, the lair. Whatever the first story
 * needs goes ahead: the engine is begun before anything is drawn and asked before the page has its shape, which is fetched meanwhile.
 */
import { openStudio, type Studio } from "./studio.js"
import { sharedIn } from "./files/share.js"
import { projectOf } from "./gallery/worlds.js"
import { forgetLastWords, lastWords } from "./shelf/journal.js"
import { openShelf, type Shelf } from "./shelf/shelf.js"
import { type Project, stateOf } from "./state.js"
import { watchText } from "./watch/text.js"
import { openWorkshop } from "./worker/workshop.js"
import "./styles/fonts.css"
import "./styles/tokens.css"
import "./styles/base.css"
import "./styles/controls.css"
import "./styles/tables.css"

const engine = openWorkshop("engine")
// Nobody has a quick question yet; until then two processors have enough to do.
const reader = openWorkshop("reader", { isLazy: true })
const stage = openWorkshop("stage", { isLazy: true })
const tests = openWorkshop("tests", { isLazy: true })
const page = import("./page.js")
const isLink = location.hash.startsWith("#w1:")
const shared = sharedIn(location.hash)
/** Whoever has been here before has probably something else open; but who has not waits for nothing so long as for this. */
const lair = shared ? undefined : projectOf("lair")

void open()

async function open(): Promise<void> {
  const studio = await firstStudio()
  watchText(studio)
  const { showPage } = await page
  showPage(studio)
}

async function firstStudio(): Promise<Studio> {
  const shelf = await openShelf()
  const memory = await shelf.memory()
  await keepLastWords(shelf)
  const { project, isNew } = await firstProject(shelf, memory.last)
  const notice = isLink && !shared ? "The link did not bring a world: it is cut off, or something else was in it." : null
  const before = stateOf(project)
  const tour = { ...before.tour, ...memory.tour, isOpen: false, isOffered: memory.tour === undefined }
  const initial = { ...before, tour, notice, theme: memory.theme ?? "system", notesRead: memory.notesRead ?? [] }
  const studio = openStudio(initial, { reader, engine, stage, tests, shelf })
  void keep(studio, project, isNew)
  return studio
}

async function firstProject(shelf: Shelf, last: string | undefined): Promise<{ readonly project: Project; readonly isNew: boolean }> {
  if (isLink) {
    history.replaceState(null, "", location.pathname + location.search)
    if (shared) return { project: { ...shared, id: crypto.randomUUID() }, isNew: true }
  }
  const before = last === undefined ? undefined : await shelf.read(last)
  return before ? { project: before, isNew: false } : { project: await (lair ?? projectOf("lair")), isNew: true }
}

/** What the page before this one had no time to save. */
async function keepLastWords(shelf: Shelf): Promise<void> {
  const project = lastWords()
  if (project) await shelf.save(project)
  forgetLastWords()
}

/** The page need not wait for it. */
async function keep({ shelf, change }: Studio, project: Project, isNew: boolean): Promise<void> {
  if (isNew) {
    await shelf.save(project)
    shelf.remember({ last: project.id })
  }
  const cards = await shelf.cards()
  change((state) => ({ ...state, shelf: cards }))
}
