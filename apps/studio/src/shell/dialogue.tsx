/** What stands in front of the page: a title, a content, a way out. */
import type { ReactNode } from "react"
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components"
import { closeDialogue } from "../commands/dialogue.js"
import { useRun } from "./use-studio.js"

export function DialogueBox({
  title,
  className = "",
  children,
}: {
  readonly title: string
  readonly className?: string
  readonly children: ReactNode
}) {
  const run = useRun()
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && run(closeDialogue)}
    >
      <Modal className={`sheet ${className}`}>
        <Dialog className="sheet-inner">
          <div className="sheet-head">
            <Heading slot="title" className="sheet-title">
              {title}
            </Heading>
            <Button className="plain" slot="close" aria-label="Close">
              <span aria-hidden="true">✕</span>
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
