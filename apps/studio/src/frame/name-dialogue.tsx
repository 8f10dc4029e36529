/** Asks for a name. */
import { type FormEvent, useState } from "react"
import { Button, Input, Label, TextField } from "react-aria-components"
import { DialogueBox } from "./dialogue.js"

interface Asked {
  readonly title: string
  readonly label: string
  readonly initial: string
  readonly button: string
  readonly onName: (name: string) => void
}

export function NameDialogue({ title, label, initial, button, onName }: Asked) {
  const [name, setName] = useState(initial)
  const submit = (form: FormEvent): void => {
    form.preventDefault()
    if (name.trim() !== "") onName(name)
  }
  return (
    <DialogueBox title={title}>
      <form className="asking" onSubmit={submit}>
        <TextField className="field" value={name} onChange={setName} autoFocus><Label>{label}</Label><Input onFocus={(it) => it.currentTarget.select()} /></TextField>
        <Button type="submit" className="button">{button}</Button>
      </form>
    </DialogueBox>
  )
}
