/** The shelf: worlds that are there already, worlds to begin with, an empty page. */
import { useEffect } from "react"
import { Button } from "react-aria-components"
import { chooseFiles } from "../commands/import-files.js"
import { newProject, openProject } from "../commands/open-project.js"
import {
  destroyProject,
  openSalvage,
  removeProject,
  restoreProject,
  saveSalvage,
  listProjects,
} from "../commands/remove-project.js"
import { seeGallery } from "../commands/see-gallery.js"
import { daysInBin } from "../store/project-store.js"
import type { Card } from "../state.js"
import { DialogueBox } from "./dialogue.js"
import { useRun, useStudio, useStudioState } from "./use-studio.js"

export function ProjectsDialogue() {
  const studio = useStudio()
  const cards = useStudioState((it) => it.cards)
  // Titles may have changed since, and other tabs write too.
  useEffect(() => void listProjects(studio), [studio])
  const [own, damaged, binned] = [
    cards.filter((each) => !each.isDamaged && each.binned === undefined),
    cards.filter((each) => each.isDamaged),
    cards.filter((each) => each.binned !== undefined),
  ]
  const run = useRun()
  return (
    <DialogueBox title="Worlds" className="sheet-wide">
      <div className="shelf">
        <section aria-labelledby="shelf-own">
          <h3 id="shelf-own">On your shelf</h3>
          <ul className="shelf-list">
            {own.map((each) => (
              <Own key={each.id} card={each} />
            ))}
            {damaged.map((each) => (
              <Damaged key={each.id} card={each} />
            ))}
          </ul>
          {binned.length > 0 && (
            <>
              <h3 className="shelf-bin">In the bin, for {daysInBin} days</h3>
              <ul className="shelf-list">
                {binned.map((each) => (
                  <Binned key={each.id} card={each} />
                ))}
              </ul>
            </>
          )}
        </section>
        <section aria-labelledby="shelf-begin">
          <h3 id="shelf-begin">To begin with</h3>
          <ul className="shelf-list">
            <li>
              <Button className="shelf-item" onPress={() => run(newProject)}>
                <span className="shelf-title">An empty page</span>
                <small className="quiet">Who is there, what can happen, what does each of them want?</small>
              </Button>
            </li>
            <li>
              <Button className="shelf-item" onPress={() => run(seeGallery)}>
                <span className="shelf-title">The gallery</span>
                <small className="quiet">Small worlds of different kinds, each yours to change.</small>
              </Button>
            </li>
            <li>
              <Button className="shelf-item" onPress={() => run(chooseFiles)}>
                <span className="shelf-title">Files from this computer</span>
                <small className="quiet">
                  .drama, Sabre's .txt, or a zip. You can drop them on the page, too.
                </small>
              </Button>
            </li>
          </ul>
        </section>
      </div>
    </DialogueBox>
  )
}

function Own({ card: { id, title, changed } }: { readonly card: Card }) {
  const open = useStudioState((it) => it.project.id)
  const run = useRun()
  return (
    <li className="shelf-row">
      <Button className="shelf-item" onPress={() => run(openProject, id)}>
        <span className="shelf-title">
          {title}
          {id === open && <small className="quiet"> – open now</small>}
        </span>
        <small className="quiet">
          {new Date(changed).toLocaleString([], { dateStyle: "medium", timeStyle: "short" })}
        </small>
      </Button>
      <Button
        className="plain"
        aria-label={`Put ${title} into the bin`}
        onPress={() => run(removeProject, id)}
      >
        <span aria-hidden="true">✕</span>
      </Button>
    </li>
  )
}

function Damaged({ card: { id, title } }: { readonly card: Card }) {
  const run = useRun()
  return (
    <li className="shelf-row shelf-damaged">
      <p>
        <span className="shelf-title">{title}</span>{" "}
        <small className="refused">is damaged and can’t be opened as it is.</small>
      </p>
      <Button
        className="link"
        aria-label={`Open what can be read of ${title}`}
        onPress={() => run(openSalvage, id)}
      >
        Open what can be read
      </Button>
      <Button
        className="link"
        aria-label={`Save what can be read of ${title}`}
        onPress={() => run(saveSalvage, id)}
      >
        Save what can be read
      </Button>
      <Button
        className="link"
        aria-label={`Throw ${title} away, for good`}
        onPress={() =>
          confirm(`Throw “${title}” away, with all its versions? This can't be undone.`) &&
          run(destroyProject, id)
        }
      >
        Throw it away
      </Button>
    </li>
  )
}

function Binned({ card: { id, title } }: { readonly card: Card }) {
  const run = useRun()
  return (
    <li className="shelf-row">
      <span className="shelf-title shelf-binned">{title}</span>
      <Button
        className="link"
        aria-label={`Put ${title} back on the shelf`}
        onPress={() => run(restoreProject, id)}
      >
        Put it back
      </Button>
      <Button
        className="plain"
        aria-label={`Throw ${title} away, for good`}
        onPress={() =>
          confirm(`Throw “${title}” away, with all its versions? This can't be undone.`) &&
          run(destroyProject, id)
        }
      >
        <span aria-hidden="true">✕</span>
      </Button>
    </li>
  )
}
