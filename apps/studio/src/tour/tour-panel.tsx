/** The tour at the foot of the page: it covers nothing, and everything else goes on working. */
import { useEffect, useRef } from "react"
import { Button } from "react-aria-components"
import { seeGallery } from "../commands/see-gallery.js"
import { showSpan } from "../commands/show-span.js"
import { declineTour, doStep, goToStep, leaveTour, startTour } from "../commands/tour.js"
import { useRun, useStudioState } from "../shell/use-studio.js"
import { steps } from "./steps.js"
import "./tour.css"

export function TourPanel() {
  const tour = useStudioState((it) => it.tour)
  if (tour.isOpen && tour.step !== null) return <Panel at={tour.step} done={tour.done} />
  return tour.isOffered ? <Offer /> : null
}

function Offer() {
  const run = useRun()
  return (
    <aside className="tour tour-offer" aria-label="A tour of the studio">
      <p>New here? A tour takes five minutes.</p>
      <Button className="link" onPress={() => run(startTour)}>
        Take the tour
      </Button>
      <Button className="link quiet" onPress={() => run(declineTour)}>
        Not now
      </Button>
    </aside>
  )
}

function Panel({ at, done }: { readonly at: number; readonly done: readonly number[] }) {
  const run = useRun()
  const head = useRef<HTMLHeadingElement>(null)
  // A screen reader announces each later step; the user has just asked for the first.
  useEffect(() => head.current?.focus(), [at])
  const next = useRef<HTMLButtonElement>(null)
  const isDone = done.includes(at)
  // The button that was pressed may be gone; the next one takes its place.
  useEffect(() => {
    if (isDone && document.activeElement === document.body) next.current?.focus()
  }, [isDone])
  if (at >= steps.length) return <End />
  const { title, words, after, place } = steps[at]
  return (
    <aside className="tour" aria-label="The tour">
      <div className="tour-text">
        <h2 className="tour-head" ref={head} tabIndex={-1}>
          <span className="tour-number">
            {at + 1} of {steps.length}
          </span>{" "}
          {title}
        </h2>
        <p className="tour-words">
          {words} {place && !isDone && <ShowPlace at={at} />}
        </p>
        <p className="tour-after" role="status">
          {isDone && (
            <>
              <span className="tour-mark" aria-hidden="true">
                ✓
              </span>
              <span className="unseen">Done. </span> {after}
            </>
          )}
        </p>
      </div>
      <div className="tour-ways">
        {at > 0 && (
          <Button className="plain" onPress={() => run(goToStep, at - 1)}>
            Back
          </Button>
        )}
        {!isDone && (
          <Button className="button button-quiet" onPress={() => run(doStep, at)}>
            Do it for me
          </Button>
        )}
        <Button ref={next} className={isDone ? "button" : "plain"} onPress={() => run(goToStep, at + 1)}>
          {isDone ? "Next" : "Skip"}
        </Button>
        <Button className="plain" aria-label="Leave the tour" onPress={() => run(leaveTour)}>
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
    </aside>
  )
}

function ShowPlace({ at }: { readonly at: number }) {
  const found = steps[at].place?.(useStudioState((it) => it))
  const run = useRun()
  return found ? (
    <Button className="link" onPress={() => run(showSpan, found)}>
      Show me the line
    </Button>
  ) : null
}

function End() {
  const run = useRun()
  return (
    <aside className="tour" aria-label="The tour">
      <div className="tour-text">
        <h2 className="tour-head">That is all there is to it</h2>
        <p className="tour-words">
          Change whatever you like: nothing can break, and every version is kept. Or begin with another world.
        </p>
      </div>
      <div className="tour-ways">
        <Button
          className="button button-quiet"
          onPress={() => {
            run(leaveTour)
            run(seeGallery)
          }}
        >
          To the gallery
        </Button>
        <Button className="button" onPress={() => run(leaveTour)}>
          Close
        </Button>
      </div>
    </aside>
  )
}
