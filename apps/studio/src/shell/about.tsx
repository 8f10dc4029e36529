/** What this is, in a few sentences. */
import { DialogueBox } from "./dialogue.js"

export function AboutDialogue() {
  return (
    <DialogueBox title="About this studio">
      <div className="prose about">
        <p>
          You write down a world: who there is, what can happen, what each person wants and believes. The
          studio finds a story in it in which every act has a reason.
        </p>
        <p>
          People can be wrong, be lied to, be surprised. Nobody acts on what they cannot know, and nobody acts
          because the plot needs it.
        </p>
        <p>
          All of it happens in this page. What you write stays in this browser; save it on your computer, too,
          for browsers forget.
        </p>
        <p>
          It is made with the work of others:{" "}
          <a href="licences.txt" target="_blank" rel="noreferrer">
            their names and licences
          </a>
          .
        </p>
        <p className="quiet">
          The lair is a fan work, after a scene from a fan-written story; the names in it belong to their
          owners.
        </p>
      </div>
    </DialogueBox>
  )
}
