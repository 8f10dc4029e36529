/** Every command by its name, and every file and act of this world. */
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField, useFilter } from "react-aria-components"
import { commands } from "../commands/index.js"
import { closeDialogue } from "../commands/dialogue.js"
import { openFile } from "../commands/open-file.js"
import { keyName } from "../watch/keys.js"
import { useRun, useStudioState } from "./use-studio.js"

export default function Palette() {
  const { contains } = useFilter({ sensitivity: "base" })
  const run = useRun()
  const state = useStudioState((it) => it)
  const close = (): void => run(closeDialogue)
  const open = commands.filter((each) => each.name !== "open-commands" && (!each.when || each.when({ ...state, dialogue: null })))
  const act = (key: string): void => {
    close()
    if (key.startsWith("file:")) run(openFile, key.slice(5))
    else run(commands.find((each) => each.name === key)!)
  }
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="sheet palette">
        <Dialog className="palette-inner" aria-label="All commands">
          <Autocomplete filter={contains}>
            <SearchField className="palette-field" aria-label="What would you like to do?" autoFocus><Input placeholder="What would you like to do?" /></SearchField>
            <div className="palette-list" role="group" aria-label="Everything that can be done" tabIndex={0}>
            <Menu className="menu palette-menu" aria-label="Commands" onAction={(key) => act(String(key))} renderEmptyState={() => <p className="quiet palette-none">Nothing is called that.</p>}>
              {open.map((each) => <MenuItem key={each.name} id={each.name} className="menu-item" textValue={each.label}>{each.label}{each.key && <kbd>{keyName(each.key)}</kbd>}</MenuItem>)}
              {state.project.files.map((each) => <MenuItem key={each.name} id={`file:${each.name}`} className="menu-item" textValue={`Open ${each.name}`}>Open {each.name}</MenuItem>)}
            </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
