/** Every panel beside the text, in the order of its tabs. A new one is its file and its row here. */
import { type ComponentType, lazy } from "react"
import { Failures } from "./scenarios/failures.js"
import { StoryPanel } from "./story/story-panel.js"

/** What a row says. */
interface PanelRow {
  readonly id: string
  /** On its tab. */
  readonly name: string
  /** How the palette offers to go there, and by which key. */
  readonly label: string
  readonly key: string
  readonly Panel: ComponentType
  /** Shown on the tab, behind the name. */
  readonly Badge?: ComponentType
}

const table = [
  { id: "story", name: "Story", label: "Go to the story", key: "Alt-2", Panel: StoryPanel },
  {
    id: "timeline",
    name: "Timeline",
    label: "Go to the timeline",
    key: "Alt-6",
    Panel: lazy(() => import("./timeline/timeline-panel.js")),
  },
  {
    id: "minds",
    name: "Minds",
    label: "Go to the minds",
    key: "Alt-3",
    Panel: lazy(() => import("./minds/minds-panel.js")),
  },
  {
    id: "why",
    name: "Why",
    label: "Go to the questions",
    key: "Alt-4",
    Panel: lazy(() => import("./why/why-panel.js")),
  },
  {
    id: "outline",
    name: "Outline",
    label: "Go to the outline",
    key: "Alt-5",
    Panel: lazy(() => import("./outline/outline-panel.js")),
  },
  {
    id: "scenarios",
    name: "Scenarios",
    label: "Go to the scenarios",
    key: "Alt-7",
    Panel: lazy(() => import("./scenarios/scenarios-panel.js")),
    Badge: Failures,
  },
  {
    id: "play",
    name: "Play",
    label: "Play a part",
    key: "Alt-8",
    Panel: lazy(() => import("./play/play-panel.js")),
  },
  {
    id: "map",
    name: "Map",
    label: "Go to the story map",
    key: "Alt-9",
    Panel: lazy(() => import("./map/map-panel.js")),
  },
] as const

export type PanelId = (typeof table)[number]["id"]

export const panels: readonly (PanelRow & { readonly id: PanelId })[] = table
