/**
 * The gallery: worlds to begin with, on a page of their own. One that is on the shelf already is opened
 * there, or begun anew beside it.
 */
import { useEffect, useRef } from "react"
import { Button } from "react-aria-components"
import { newProject, openGallery, openProject } from "../commands/open-project.js"
import { leaveGallery } from "../commands/see-gallery.js"
import { useRun, useStudioState } from "../shell/use-studio.js"
import { gallery, type GalleryWorld } from "./worlds.js"
import "./gallery.css"

export default function GalleryPage() {
  const run = useRun()
  const title = useStudioState((it) => it.project.title)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <main className="gallery" aria-labelledby="gallery-head">
      <div className="gallery-inner">
        <Button className="link gallery-back" onPress={() => run(leaveGallery)}>
          <span aria-hidden="true">←</span> Back to {title}
        </Button>
        <h2 id="gallery-head" className="gallery-head" ref={head} tabIndex={-1}>
          Worlds to begin with
        </h2>
        <p className="gallery-lead">
          Each is small enough to read in a few minutes, and yours to change. What you open becomes a copy on
          your own shelf.
        </p>
        <ul className="gallery-list">
          {gallery.map((each) => (
            <Card key={each.name} world={each} />
          ))}
        </ul>
        <p className="gallery-empty">
          Or begin with{" "}
          <Button className="link" onPress={() => run(newProject)}>
            an empty page
          </Button>
          .
        </p>
      </div>
    </main>
  )
}

function Card({ world: { name, title, genre, about, note } }: { readonly world: GalleryWorld }) {
  const cards = useStudioState((it) => it.cards)
  const run = useRun()
  const own = cards.find((each) => each.from === name)
  return (
    <li className="world-card">
      <p className="world-genre">{genre}</p>
      <h3 className="world-title">{title}</h3>
      <p className="world-about">{about}</p>
      {note && (
        <p className="world-note">
          <strong>Content note.</strong> {note}
        </p>
      )}
      <div className="world-ways">
        {own && (
          <Button
            className="link"
            aria-label={`Go on with yours: ${title}`}
            onPress={() => run(openProject, own.id)}
          >
            Go on with yours
          </Button>
        )}
        <Button
          className="link"
          aria-label={own ? `Begin anew: ${title}, as a second copy` : `Open ${title}`}
          onPress={() => run(openGallery, name)}
        >
          {own ? "Begin anew" : "Open"}
        </Button>
      </div>
    </li>
  )
}
