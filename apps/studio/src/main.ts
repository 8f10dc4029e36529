/**
 * Opens the studio: the project that a link brings, or the one that was open last, or, the first time, the
 * lair. What the first story needs comes first: the engine is begun before anything is drawn and asked before
 * the page has its shape, which is fetched meanwhile.
 */
import { openStudio, type Studio } from "./studio.js"
import { sharedIn } from "./files/share.js"
import { projectOf } from "./gallery/worlds.js"
import { forgetLastWords, lastWords } from "./store/journal.js"
import { openProjectStore, type ProjectStore } from "./store/project-store.js"
import { type Project, stateOf } from "./state.js"
import { watchText } from "./effects/text.js"
import { openWorkerClient } from "./worker/client.js"
import "./styles/fonts.css"
import "./styles/tokens.css"
import "./styles/base.css"
import "./styles/controls.css"
import "./styles/tables.css"

const engine = openWorkerClient("engine")
// No quick question can come yet; until then two processors have enough to do.
const reader = openWorkerClient("reader", { isLazy: true })
const stage = openWorkerClient("stage", { isLazy: true })
const tests = openWorkerClient("tests", { isLazy: true })
const page = import("./page.js")
const isLink = location.hash.startsWith("#w1:")
const shared = sharedIn(location.hash)
/**
 * A visitor who has been here before has probably another world open; a new visitor waits for this most of
 * all.
 */
const lair = shared ? undefined : projectOf("lair")

open().catch((error: unknown) => {
  const place = document.getElementById("studio")!.querySelector(".opening")
  if (place)
    place.textContent = `The studio could not be opened: ${error instanceof Error ? error.message : String(error)}. What you have written is where it was; load the page again.`
})

async function open(): Promise<void> {
  const studio = await firstStudio()
  watchText(studio)
  const { showPage } = await page
  showPage(studio)
}

async function firstStudio(): Promise<Studio> {
  const store = openProjectStore()
  const memory = await store.memory()
  const troubles = await keepLastWords(store)
  const { project, isNew, notice } = await firstProject(store, memory.last)
  const before = stateOf(project)
  const tour = { ...before.tour, ...memory.tour, isOpen: false, isOffered: memory.tour === undefined }
  const trouble = troubles.get(project.id) ?? null
  const saving = trouble !== null ? "failed" : isNew ? "saving" : "saved"
  const initial = {
    ...before,
    tour,
    notice,
    saving,
    trouble,
    theme: memory.theme ?? "system",
    notesRead: memory.notesRead ?? [],
  } as const
  const studio = openStudio(initial, { reader, engine, stage, tests, store })
  store.remember({ last: project.id })
  void store.cards().then((cards) => studio.change((state) => ({ ...state, cards })))
  return studio
}

interface First {
  readonly project: Project
  readonly isNew: boolean
  readonly notice: string | null
}

async function firstProject(store: ProjectStore, last: string | undefined): Promise<First> {
  const isBroken = isLink && !shared
  if (isLink) {
    history.replaceState(null, "", location.pathname + location.search)
    if (shared) return { project: { ...shared, id: crypto.randomUUID() }, isNew: true, notice: null }
  }
  const notice = isBroken
    ? "The link did not bring a world: it is cut off, or something else was in it."
    : null
  const before = last === undefined ? undefined : await store.read(last)
  if (before) return { project: before, isNew: false, notice }
  // What was open last is gone, or damaged: then the world that was changed last, and the lair only where
  // there is nothing.
  const cards = await store.cards()
  const damaged = cards.find((each) => each.id === last && each.isDamaged)
  const next = cards.find((each) => !each.isDamaged && each.binned === undefined)
  const other = next && (await store.read(next.id))
  return {
    project: other ?? (await (lair ?? projectOf("lair"))),
    isNew: other === undefined,
    notice: damaged
      ? `“${damaged.title}” is damaged and could not be opened. It stands in the list of your worlds, where what can be read of it can be saved.`
      : notice,
  }
}

/** What the pages before this one had no time to save, or no place to; why it can't be saved even now. */
async function keepLastWords(store: ProjectStore): Promise<ReadonlyMap<string, string>> {
  const troubles = new Map<string, string>()
  for (const { project, at } of lastWords()) {
    const since = (await store.cards()).find((each) => each.id === project.id && each.changed > at)
    const trouble = since ? null : await store.save(project)
    // Another tab has written since: then these words are an earlier version.
    if (since) await store.keep(project, "What a page that was closed had not saved")
    if (trouble === null) forgetLastWords(project.id)
    else troubles.set(project.id, trouble)
  }
  return troubles
}
