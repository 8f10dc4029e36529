/**
 * The page: a head, the text on the left, one of the panels on the right. On a narrow page one of them at a
 * time.
 */
import { lazy, Suspense, useEffect, useRef } from "react"
import { Button, Tab, TabList, TabPanel, Tabs } from "react-aria-components"
import { seeText, showPanel } from "../commands/show-panel.js"
import { type PanelId, panels } from "../panels/index.js"
import { TextPanel } from "../panels/text/text-panel.js"
import { TourPanel } from "../tour/tour-panel.js"
import { Dialogues } from "./dialogues.js"
import { DropZone } from "./drop-zone.js"
import { Head } from "./head.js"
import { Notices } from "./notices.js"
import { PanelGuard } from "./panel-guard.js"
import { Splitter } from "./splitter.js"
import { useRun, useStudioState } from "./use-studio.js"
import "./shell.css"

const GalleryPage = lazy(() => import("../gallery/gallery-page.js"))

export function Shell() {
  const [panel, isTextSeen, theme, title] = [
    useStudioState((it) => it.panel),
    useStudioState((it) => it.isTextSeen),
    useStudioState((it) => it.theme),
    useStudioState((it) => it.project.title),
  ]
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
    <div className="shell" data-seen={isTextSeen ? "text" : "panel"}>
      <a className="skip" href="#panels">
        Skip to the story
      </a>
      <Head />
      <Notices />
      {isGallerySeen && (
        <Suspense fallback={<p className="quiet opening">One moment …</p>}>
          <GalleryPage />
        </Suspense>
      )}
      <main className="desk" ref={desk} hidden={isGallerySeen}>
        <section className="pane pane-text" aria-label="Text">
          <TextPanel />
        </section>
        <Splitter desk={desk} />
        <section className="pane pane-panels" id="panels" aria-label="Panels">
          <Tabs
            className="panels"
            selectedKey={panel}
            onSelectionChange={(key) => run(showPanel, key as PanelId)}
          >
            <TabList className="panel-list" aria-label="Panels">
              {panels.map(({ id, name, Badge }) => (
                <Tab key={id} id={id} className="panel-tab">
                  {name}
                  {Badge && <Badge />}
                </Tab>
              ))}
            </TabList>
            {panels.map(({ id, Panel }) => (
              <TabPanel key={id} id={id} className="panel">
                <PanelGuard>
                  <Suspense fallback={<p className="quiet panel-opening">One moment …</p>}>
                    <Panel />
                  </Suspense>
                </PanelGuard>
              </TabPanel>
            ))}
          </Tabs>
        </section>
      </main>
      <TourPanel />
      <nav className="turn" hidden={isGallerySeen} aria-label="Text or panels">
        <Button
          className="turn-side"
          aria-current={isTextSeen ? "page" : undefined}
          onPress={() => run(seeText, true)}
        >
          Text
        </Button>
        <Button
          className="turn-side"
          aria-current={isTextSeen ? undefined : "page"}
          onPress={() => run(seeText, false)}
        >
          Story
        </Button>
      </nav>
      <Dialogues />
      <DropZone />
    </div>
  )
}
