/** A list in front of the page that one narrows down by typing, and chooses from. */
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from "react-aria-components"
import { closeDialogue } from "../commands/dialogue.js"
import { useRun } from "./use-studio.js"

export interface Choice {
  readonly id: string
  readonly label: string
  /** Small, at the end of its line: a key, a place. */
  readonly aside?: string
}

interface Given {
  readonly title: string
  readonly question: string
  readonly choices: readonly Choice[]
  readonly onChoose: (id: string) => void
}

export function Chooser({ title, question, choices, onChoose }: Given) {
  const { contains } = useFilter({ sensitivity: "base" })
  const run = useRun()
  const close = (): void => run(closeDialogue)
  const choose = (id: string): void => {
    close()
    onChoose(id)
  }
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="sheet palette">
        <Dialog className="palette-inner" aria-label={title}>
          <Autocomplete filter={contains}>
            <SearchField className="palette-field" aria-label={question} autoFocus>
              <Input placeholder={question} />
            </SearchField>
            <div className="palette-list" role="group" aria-label={title} tabIndex={0}>
              <Menu
                className="menu palette-menu"
                aria-label={title}
                onAction={(id) => choose(String(id))}
                renderEmptyState={() => <p className="quiet palette-none">Nothing is called that.</p>}
              >
                {choices.map(({ id, label, aside }) => (
                  <MenuItem key={id} id={id} className="menu-item" textValue={label}>
                    {label}
                    {aside !== undefined && <kbd>{aside}</kbd>}
                  </MenuItem>
                ))}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
