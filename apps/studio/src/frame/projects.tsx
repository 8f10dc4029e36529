/** The shelf: worlds that are there already, worlds to begin with, an empty page. */
import { Button } from "react-aria-components"
import { chooseFiles } from "../commands/import-files.js"
import { newProject, openProject, removeProject } from "../commands/open-project.js"
import { seeGallery } from "../commands/see-gallery.js"
import { DialogueBox } from "./dialogue.js"
import { useRun, useStudioState } from "./use-studio.js"

export function ProjectsDialogue() {
  const [shelf, open] = [useStudioState((it) => it.shelf), useStudioState((it) => it.project.id)]
  const run = useRun()
  return (
    <DialogueBox title="Worlds" className="sheet-wide">
      <div className="shelf">
        <section aria-labelledby="shelf-own">
          <h3 id="shelf-own">On your shelf</h3>
          <ul className="shelf-list">
            {shelf.map(({ id, title, changed }) => (
              <li key={id} className="shelf-row">
                <Button className="shelf-item" onPress={() => run(openProject, id)}>
                  <span className="shelf-title">{title}{id === open && <small className="quiet"> – open now</small>}</span>
                  <small className="quiet">{new Date(changed).toLocaleString([], { dateStyle: "medium", timeStyle: "short" })}</small>
                </Button>
                <Button className="plain" aria-label={`Throw ${title} away, for good`} onPress={() => confirm(`Throw “${title}” away, with all its versions? This can't be undone.`) && run(removeProject, id)}><span aria-hidden="true">✕</span></Button>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="shelf-begin">
          <h3 id="shelf-begin">To begin with</h3>
          <ul className="shelf-list">
            <li><Button className="shelf-item" onPress={() => run(newProject)}><span className="shelf-title">An empty page</span><small className="quiet">Who is there, what can happen, what does each of them want?</small></Button></li>
            <li><Button className="shelf-item" onPress={() => run(seeGallery)}><span className="shelf-title">The gallery</span><small className="quiet">Ten small worlds of different kinds, each yours to change.</small></Button></li>
            <li><Button className="shelf-item" onPress={() => run(chooseFiles)}><span className="shelf-title">Files from this computer</span><small className="quiet">.drama, Sabre's .txt, or a zip. You can drop them on the page, too.</small></Button></li>
          </ul>
        </section>
      </div>
    </DialogueBox>
  )
}
