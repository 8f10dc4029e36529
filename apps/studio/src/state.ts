/**
 * Everything that the studio knows, as one immutable value. Panels read it and nothing else; only commands
 * change it.
 *
 * What belongs to the author (the project) stands apart from what the engine found out about it (remarks,
 * story, answers): the first is kept, the second can be found again at any time.
 */
import { contentNoteIn } from "@dramaturg/web/content-note"
import type { Diagnostic, Manner, PlayRecord, Span } from "@dramaturg/model"
import type { PanelAsked, PanelJob } from "./commands/ask-panel.js"
import type { PanelId } from "./panels/index.js"
import type {
  Answer,
  Changes,
  Checked,
  ComparedWorlds,
  DeeperStory,
  EndingSaid,
  Figures,
  FoundStory,
  ListedStories,
  NoStory,
  NotSaid,
  Offered,
  OutlineLine,
  Played,
  Refused,
  Reviewed,
  ScenarioSaid,
} from "./worker/protocol.js"

export interface TextFile {
  readonly name: string
  readonly text: string
}

export interface Project {
  readonly id: string
  readonly title: string
  readonly files: readonly TextFile[]
  /** The file that includes the others. */
  readonly main: string
  /** The plot in the outline panel. */
  readonly outline: string
  /** The play that is under way, choice by choice. */
  readonly play?: PlayRecord | null
  /** How its stories are told, if not as usual. */
  readonly manner?: Manner
  /** Margin notes are shown. */
  readonly hasNotes?: boolean
  /** The world of the gallery that it began as. */
  readonly from?: string
}

/** How a project stands on the shelf. */
export interface Card {
  readonly id: string
  readonly title: string
  readonly changed: number
  readonly from?: string
  /** Since when it is in the bin. */
  readonly binned?: number
  /** It can't be opened as it is. */
  readonly isDamaged?: boolean
}

/**
 * What was taken away last, so that it can be had back: a file, a world that is in the bin, a plot as it was
 * before a repair.
 */
export type Gone =
  | { readonly kind: "file"; readonly project: string; readonly file: TextFile; readonly at: number }
  | { readonly kind: "world"; readonly id: string; readonly title: string }
  | { readonly kind: "plot"; readonly project: string; readonly text: string }

/** Saved: what is on the screen is in the browser's store, and the store has said so. */
export type Saving = "saved" | "saving" | "failed"

/** Of two tabs on one project, one writes. */
export type Role = "writer" | "onlooker"

export interface StoryState {
  /** The last one found; it stays until there is another one, or none. */
  readonly found: FoundStory | null
  readonly none: NoStory | null
  /** The acts of the last story there was, and where they break in a world that has none. */
  readonly before: readonly string[]
  readonly breach: OutlineLine | null
  /** All of its acts hold, and still: what is to be said of the whole. */
  readonly shortfall: string | null
  /** What would open the end that the author wants, once that is known. */
  readonly opening: EndingSaid | Refused | null
  readonly figures: Figures | null
  readonly status: "waiting" | "searching" | "done" | "cancelled" | "torn" | "broken"
  readonly broken: string | null
  /** Of which text this is the story; another text has been written since if it isn't the project's. */
  readonly of: readonly TextFile[] | null
  readonly seed: number
  /** The last search for another story found the same one again. */
  readonly isSame: boolean
  readonly view: "prose" | "acts"
}

export type WhyAnswer = NotSaid | EndingSaid | ComparedWorlds | Refused

export interface Question {
  readonly kind: "why-not" | "ending" | "what-if"
  /** In the author's words, for the heading above the answer. */
  readonly title: string
  /** Of a what-if: what was changed, so that it can be kept. */
  readonly changes?: Changes
}

export interface WhyState {
  readonly question: Question | null
  readonly answer: WhyAnswer | null
  readonly figures: Figures | null
  readonly isAsking: boolean
}

export interface OutlineState {
  readonly review: Reviewed | Refused | null
  readonly repairs: Offered | Refused | null
  readonly isReviewing: boolean
  readonly isRepairing: boolean
}

/** What a panel asked the engine last, and what came of it. */
export interface PanelAnswer<Name extends PanelJob> {
  readonly asked: PanelAsked<Name>
  readonly isAsking: boolean
  readonly visited: number
  readonly refused: string | null
  /** The last one that there was, and of which text. */
  readonly answer?: Exclude<Answer<Name>, Refused>
  readonly of?: readonly TextFile[]
}

export interface PlayState {
  readonly played: Played | null
  readonly refused: string | null
  readonly isBusy: boolean
  /** In which text it was played. */
  readonly of: readonly TextFile[] | null
}

/** One scenario on the page: waiting for its turn, under way, or with what came of it. */
export interface ScenarioRun {
  readonly title: string
  readonly origin: Span
  readonly status: "waiting" | "running" | "done" | "stopped" | "broken"
  readonly said: ScenarioSaid | null
}

export interface ScenariosState {
  /** Of which text these are the scenarios; null: none was looked for yet. */
  readonly of: readonly TextFile[] | null
  readonly runs: readonly ScenarioRun[]
  /** In files that only put the world to the test. */
  readonly mistakes: readonly Diagnostic[]
  readonly isRunning: boolean
}

/** Other stories of the same world. */
export interface OthersState {
  /** Of which text. */
  readonly of: readonly TextFile[]
  readonly listed: ListedStories | null
  /** The acts of the story that the others are held against. */
  readonly from: readonly string[]
  readonly isLooking: boolean
  readonly visited: number
  readonly refused: string | null
}

/** The guided tour: which step, from 0; null: it was not begun. */
export interface TourState {
  readonly step: number | null
  readonly isOpen: boolean
  /** Steps that were seen to be done. */
  readonly done: readonly number[]
  readonly isOffered: boolean
}

export type Theme = "system" | "light" | "dark"

export type Dialogue =
  | "projects"
  | "versions"
  | "share"
  | "commands"
  | "new-file"
  | "rename-file"
  | "rename-project"
  | "new-name"
  | "about"
  | "declarations"

export interface StudioState {
  readonly project: Project
  readonly cards: readonly Card[]
  /** The open file. */
  readonly file: string
  /** Where the author is typing just now; what is not finished there is no mistake. */
  readonly typing: { readonly file: string; readonly at: number } | null
  readonly saving: Saving
  /** Why it is not saved: the rest of a sentence. */
  readonly trouble: string | null
  readonly role: Role
  /** A sentence that stands on the page until it is taken away. */
  readonly notice: string | null
  /** Offered with the notice. */
  readonly gone: Gone | null
  readonly checked: Checked | null
  readonly diagnostics: readonly Diagnostic[]
  /** Remarks on files that only put the world to the test; shown while they are open. */
  readonly besides: readonly Diagnostic[]
  readonly story: StoryState
  /** The act that lights up everywhere, from 1. */
  readonly act: number | null
  /**
   * The story with what people believe of one another, once the user asked for that; `seen` is null while it
   * is written down.
   */
  readonly nested: { readonly of: FoundStory; readonly seen: DeeperStory | null } | null
  /** After which occurrence minds are looked into; null: at the end. */
  readonly moment: number | null
  readonly why: WhyState
  readonly outline: OutlineState
  readonly play: PlayState
  /** By job, for panels that ask through `ask-panel`. */
  readonly answers: { readonly [Name in PanelJob]?: PanelAnswer<Name> }
  /** How it stands with the file that a play is carried off to. */
  readonly carrying: string | null
  readonly scenarios: ScenariosState
  readonly others: OthersState | null
  readonly tour: TourState
  /** The gallery stands in the place of the desk. */
  readonly isGallerySeen: boolean
  /** The stretch of text to be shown; a new object is a new wish. */
  readonly shown: { readonly span: Span } | null
  readonly panel: PanelId
  /** On a narrow page only one panel is seen. */
  readonly isTextSeen: boolean
  readonly dialogue: Dialogue | null
  /** The name that is to be called something else. */
  readonly renaming: { readonly file: string; readonly at: number; readonly name: string } | null
  readonly theme: Theme
  /** Worlds whose content note was read, by project. */
  readonly notesRead: readonly string[]
}

/**
 * The manner of telling until the user chooses another; written here, so that the page need not load what
 * tells.
 */
export const usualManner: Manner = {
  focalisation: "zero",
  order: "as it happened",
  pace: "scene",
  length: "full",
  tense: "past",
  person: "third",
  seed: 0,
}

const noStory: StoryState = {
  found: null,
  none: null,
  before: [],
  breach: null,
  shortfall: null,
  opening: null,
  figures: null,
  status: "waiting",
  broken: null,
  of: null,
  seed: 0,
  isSame: false,
  view: "prose",
}
const noQuestion: WhyState = { question: null, answer: null, figures: null, isAsking: false }
const noPlay: PlayState = { played: null, refused: null, isBusy: false, of: null }
const noScenarios: ScenariosState = { of: null, runs: [], mistakes: [], isRunning: false }
const noTour: TourState = { step: null, isOpen: false, done: [], isOffered: false }
const noOutline: OutlineState = { review: null, repairs: null, isReviewing: false, isRepairing: false }

export const emptyProject: Project = {
  id: "",
  title: "A new world",
  files: [{ name: "world.drama", text: "" }],
  main: "world.drama",
  outline: "",
}

export function stateOf(project: Project, before?: StudioState): StudioState {
  return {
    cards: [],
    saving: "saved",
    trouble: null,
    role: "writer",
    notice: null,
    gone: null,
    panel: "story",
    isTextSeen: false,
    dialogue: null,
    renaming: null,
    theme: "system",
    notesRead: [],
    tour: noTour,
    ...before,
    project,
    file: project.main,
    typing: null,
    checked: null,
    diagnostics: [],
    besides: [],
    act: null,
    nested: null,
    moment: null,
    shown: null,
    story: { ...noStory, view: before?.story.view ?? "prose" },
    why: noQuestion,
    outline: noOutline,
    play: noPlay,
    answers: {},
    carrying: null,
    scenarios: noScenarios,
    others: null,
    isGallerySeen: false,
  }
}

export function mannerOf({ manner }: Project): Manner {
  return manner ?? usualManner
}

export function textOf({ files }: Pick<Project, "files">, name: string): string {
  return files.find((each) => each.name === name)?.text ?? ""
}

/** There is nothing in it yet, or comments only. */
export function isBlank(project: Pick<Project, "files" | "main">): boolean {
  return (
    textOf(project, project.main)
      .replace(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, "")
      .trim() === ""
  )
}

/**
 * What readers should know before they read on: the line of the world's own opening comment that begins so.
 */
export function contentNote({ files, main }: Pick<Project, "files" | "main">): string | null {
  return contentNoteIn(textOf({ files }, main))
}

/** The story on the screen is that of the text on the screen. */
export function isFresh({ story, project }: StudioState): boolean {
  return story.of === project.files && story.status === "done"
}
