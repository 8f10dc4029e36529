/** Asks for a name, and says why one will not do. */
import { type FormEvent, type ReactNode, useState } from "react"
import { Button, FieldError, Input, Label, TextField } from "react-aria-components"
import { DialogueBox } from "./dialogue.js"

interface Asked {
  readonly title: string
  readonly label: string
  readonly initial: string
  readonly button: string
  /** A sentence, where the name can't be taken. */
  readonly complaint?: (name: string) => string | undefined
  readonly onName: (name: string) => void
  readonly children?: ReactNode
}

export function NameDialogue({
  title,
  label,
  initial,
  button,
  complaint = () => undefined,
  onName,
  children,
}: Asked) {
  const [name, setName] = useState(initial)
  const [wrong, setWrong] = useState<string | undefined>()
  const submit = (form: FormEvent): void => {
    form.preventDefault()
    if (name.trim() === "") return setWrong("It needs a name.")
    const found = name === initial ? undefined : complaint(name)
    setWrong(found)
    if (found === undefined) onName(name)
  }
  return (
    <DialogueBox title={title}>
      <form onSubmit={submit}>
        <div className="asking">
          <TextField
            className="field"
            value={name}
            onChange={(value) => {
              setName(value)
              setWrong(undefined)
            }}
            isInvalid={wrong !== undefined}
            validationBehavior="aria"
            autoFocus
          >
            <Label>{label}</Label>
            <Input onFocus={(it) => it.currentTarget.select()} />
            <FieldError className="refused field-error">
              <span role="alert">{wrong}</span>
            </FieldError>
          </TextField>
          <Button type="submit" className="button">
            {button}
          </Button>
        </div>
        {children}
      </form>
    </DialogueBox>
  )
}
