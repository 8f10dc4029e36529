/** Which of them is open. */
import { lazy, Suspense } from "react"
import { addFile, freeName, takenFile } from "../commands/add-file.js"
import { renameFile } from "../commands/rename-file.js"
import { renameProject } from "../commands/rename-project.js"
import { AboutDialogue } from "./about.js"
import { NameDialogue } from "./name-dialogue.js"
import { ProjectsDialogue } from "./projects.js"
import { RenameDialogue } from "./rename-dialogue.js"
import { ShareDialogue } from "./share-dialogue.js"
import { useRun, useStudioState } from "./use-studio.js"
import { VersionsDialogue } from "./versions.js"

const Palette = lazy(() => import("./palette.js"))
const Declarations = lazy(() => import("./declarations.js"))

// The user types as soon as it opens; it must be loaded by then.
setTimeout(() => void import("./palette.js"), 2000)

export function Dialogues() {
  const [dialogue, file, title] = [
    useStudioState((it) => it.dialogue),
    useStudioState((it) => it.file),
    useStudioState((it) => it.project.title),
  ]
  const files = useStudioState((it) => it.project.files)
  const run = useRun()
  switch (dialogue) {
    case null:
      return null
    case "projects":
      return <ProjectsDialogue />
    case "versions":
      return <VersionsDialogue />
    case "share":
      return <ShareDialogue />
    case "about":
      return <AboutDialogue />
    case "commands":
      return (
        <Suspense>
          <Palette />
        </Suspense>
      )
    case "declarations":
      return (
        <Suspense>
          <Declarations />
        </Suspense>
      )
    case "new-file":
      return (
        <NameDialogue
          title="One more file"
          label="Its name"
          initial={freeName(
            "part.drama",
            files.map((each) => each.name),
          )}
          button="Add it"
          complaint={(name) => takenFile(files, name)}
          onName={(name) => run(addFile, name)}
        />
      )
    case "rename-file":
      return (
        <NameDialogue
          title="Rename this file"
          label="Its name"
          initial={file}
          button="Rename it"
          complaint={(name) =>
            takenFile(
              files.filter((each) => each.name !== file),
              name,
            )
          }
          onName={(name) => run(renameFile, name)}
        />
      )
    case "new-name":
      return <RenameDialogue />
    case "rename-project":
      return (
        <NameDialogue
          title="Rename this world"
          label="Its title"
          initial={title}
          button="Rename it"
          onName={(name) => run(renameProject, name)}
        />
      )
  }
}
