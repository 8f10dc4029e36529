/** Every command by its name, and every file of this world. */
import { commands } from "../commands/index.js"
import { openFile } from "../commands/open-file.js"
import { keyName } from "../effects/keys.js"
import { Chooser } from "./chooser.js"
import { useRun, useStudioState } from "./use-studio.js"

export default function Palette() {
  const run = useRun()
  const state = useStudioState((it) => it)
  const open = commands.filter(
    (each) => each.name !== "open-commands" && (!each.when || each.when({ ...state, dialogue: null })),
  )
  const choices = [
    ...open.map(({ name, label, key }) => ({
      id: name,
      label: label ?? name,
      ...(key === undefined ? {} : { aside: keyName(key) }),
    })),
    ...state.project.files.map(({ name }) => ({ id: `file:${name}`, label: `Open ${name}` })),
  ]
  const choose = (id: string): void => {
    if (id.startsWith("file:")) run(openFile, id.slice(5))
    else run(commands.find((each) => each.name === id)!)
  }
  return (
    <Chooser title="All commands" question="What would you like to do?" choices={choices} onChoose={choose} />
  )
}
