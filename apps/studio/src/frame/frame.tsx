/** The page: a head, the text on the left, one of the rooms on the right. On a narrow page one of them at a time. */
import { lazy, Suspense, useEffect, useRef } from "react"
import { Button, Tab, TabList, TabPanel, Tabs } from "react-aria-components"
import { seeText, showRoom } from "../commands/show-room.js"
import { Failures } from "../rooms/scenarios/failures.js"
import { StoryRoom } from "../rooms/story/story-room.js"
import { TextRoom } from "../rooms/text/text-room.js"
import type { StudioState } from "../state.js"
import { TourPanel } from "../tour/tour-panel.js"
import { Dialogues } from "./dialogues.js"
import { DropZone } from "./drop-zone.js"
import { Head } from "./head.js"
import { Notices } from "./notices.js"
import { RoomGuard } from "./room-guard.js"
import { Splitter } from "./splitter.js"
import { useRun, useStudioState } from "./use-studio.js"
import "./frame.css"

const TimelineRoom = lazy(() => import("../rooms/timeline/timeline-room.js"))
const MindsRoom = lazy(() => import("../rooms/minds/minds-room.js"))
const WhyRoom = lazy(() => import("../rooms/why/why-room.js"))
const ScenariosRoom = lazy(() => import("../rooms/scenarios/scenarios-room.js"))
const GalleryPage = lazy(() => import("../gallery/gallery-page.js"))
const OutlineRoom = lazy(() => import("../rooms/outline/outline-room.js"))
const MapRoom = lazy(() => import("../rooms/map/map-room.js"))
const PlayRoom = lazy(() => import("../rooms/play/play-room.js"))

const rooms = [
  { id: "story", name: "Story", Room: StoryRoom },
  { id: "timeline", name: "Timeline", Room: TimelineRoom },
  { id: "minds", name: "Minds", Room: MindsRoom },
  { id: "why", name: "Why", Room: WhyRoom },
  { id: "outline", name: "Outline", Room: OutlineRoom },
  { id: "scenarios", name: "Scenarios", Room: ScenariosRoom },
  { id: "play", name: "Play", Room: PlayRoom },
  { id: "map", name: "Map", Room: MapRoom },
] as const

export function Frame() {
  const [room, isTextSeen, theme, title] = [useStudioState((it) => it.room), useStudioState((it) => it.isTextSeen), useStudioState((it) => it.theme), useStudioState((it) => it.project.title)]
  const isGallerySeen = useStudioState((it) => it.isGallerySeen)
  const run = useRun()
  const desk = useRef<HTMLElement>(null)
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => {
    document.title = `${title} – Dramaturg`
  }, [title])
  return (
    <div className="frame" data-seen={isTextSeen ? "text" : "room"}>
      <a className="skip" href="#rooms">Skip to the story</a>
      <Head />
      <Notices />
      {isGallerySeen && <Suspense fallback={<p className="quiet opening">One moment …</p>}><GalleryPage /></Suspense>}
      <main className="desk" ref={desk} hidden={isGallerySeen}>
        <section className="pane pane-text" aria-label="Text"><TextRoom /></section>
        <Splitter desk={desk} />
        <section className="pane pane-rooms" id="rooms" aria-label="Rooms">
          <Tabs className="rooms" selectedKey={room} onSelectionChange={(key) => run(showRoom, key as StudioState["room"])}>
            <TabList className="room-list" aria-label="Rooms">
              {rooms.map(({ id, name }) => <Tab key={id} id={id} className="room-tab">{name}{id === "scenarios" && <Failures />}</Tab>)}
            </TabList>
            {rooms.map(({ id, Room }) => (
              <TabPanel key={id} id={id} className="room">
                <RoomGuard><Suspense fallback={<p className="quiet room-opening">One moment …</p>}><Room /></Suspense></RoomGuard>
              </TabPanel>
            ))}
          </Tabs>
        </section>
      </main>
      <TourPanel />
      <nav className="turn" hidden={isGallerySeen} aria-label="Text or rooms">
        <Button className="turn-side" aria-current={isTextSeen ? "page" : undefined} onPress={() => run(seeText, true)}>Text</Button>
        <Button className="turn-side" aria-current={isTextSeen ? undefined : "page"} onPress={() => run(seeText, false)}>Story</Button>
      </nav>
      <Dialogues />
      <DropZone />
    </div>
  )
}
