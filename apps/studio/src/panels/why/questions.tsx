/** The questions that take a moment to answer. */
import { type FormEvent, type ReactNode, useState } from "react"
import { Button, Input, Label, TextField } from "react-aria-components"
import { askEnding, askWhatIf, askWhyNot } from "../../commands/ask.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"

export function AskWhyNot() {
  const [found, before] = [useStudioState((it) => it.story.found), useStudioState((it) => it.story.before)]
  const [act, setAct] = useState("")
  const [at, setAt] = useState(0)
  const run = useRun()
  const acts = found?.acts ?? []
  return (
    <Question
      id="why-not"
      title="Why not?"
      button="Ask"
      isReady={act.trim() !== ""}
      onAsk={() => run(askWhyNot, { act, at: Math.min(at, acts.length) })}
    >
      <TextField className="field" value={act} onChange={setAct}>
        <Label>Why does nobody do</Label>
        <Input placeholder={acts[0]?.label ?? before.at(-1) ?? "walk(Anna, Garden)"} />
      </TextField>
      <label className="field">
        <span>When</span>
        <select value={at} onChange={(it) => setAt(Number(it.target.value))}>
          <option value={0}>at the start</option>
          {acts.map(({ number, label }) => (
            <option key={number} value={number}>
              after {number}. {label}
            </option>
          ))}
        </select>
      </label>
    </Question>
  )
}

export function AskEnding() {
  const [ending, setEnding] = useState("")
  const run = useRun()
  return (
    <Question
      id="why-ending"
      title="Why not this end?"
      button="Ask"
      isReady={ending.trim() !== ""}
      onAsk={() => run(askEnding, ending)}
    >
      <TextField className="field" value={ending} onChange={setEnding}>
        <Label>Can it end so that</Label>
        <Input placeholder="at(Anna) == Garden" />
      </TextField>
    </Question>
  )
}

type Kind = "fact" | "want" | "rule"

export function AskWhatIf() {
  const checked = useStudioState((it) => it.checked)
  const [kind, setKind] = useState<Kind>("fact")
  const [fact, setFact] = useState("")
  const [who, setWho] = useState("")
  const [rule, setRule] = useState("")
  const run = useRun()
  const [characters, rules] = [checked?.characters ?? [], [...new Set(checked?.rules ?? [])]]
  const person = who || (characters[0] ?? "")
  const gone = rule || (rules[0] ?? "")
  const ask = (): void => {
    const [facts, wants, without] = [
      kind === "fact" ? [fact] : [],
      kind === "want" ? [[person, fact] as const] : [],
      kind === "rule" ? [gone] : [],
    ]
    const title =
      kind === "fact"
        ? `What if ${fact}, at the start?`
        : kind === "want"
          ? `What if ${person} wanted ${fact}?`
          : `What if there were no ${gone}?`
    run(askWhatIf, { changes: { facts, wants, without }, title })
  }
  return (
    <Question
      id="what-if"
      title="What if?"
      button="Try it"
      isReady={kind === "rule" ? gone !== "" : fact.trim() !== ""}
      onAsk={ask}
    >
      <label className="field">
        <span>What is otherwise</span>
        <select value={kind} onChange={(it) => setKind(it.target.value as Kind)}>
          <option value="fact">a fact of the beginning</option>
          <option value="want">what somebody wants</option>
          <option value="rule">a rule is left out</option>
        </select>
      </label>
      {kind === "want" && (
        <label className="field">
          <span>Who</span>
          <select value={person} onChange={(it) => setWho(it.target.value)}>
            {characters.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      )}
      {kind === "rule" && (
        <label className="field">
          <span>Which</span>
          <select value={gone} onChange={(it) => setRule(it.target.value)}>
            {rules.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      )}
      {kind !== "rule" && (
        <TextField className="field" value={fact} onChange={setFact}>
          <Label>{kind === "fact" ? "What is so" : "Wants"}</Label>
          <Input
            placeholder={kind === "fact" ? "at(Anna) = Garden, or !asleep(Anna)" : "at(Anna) == Garden"}
          />
        </TextField>
      )}
    </Question>
  )
}

interface Asked {
  readonly id: string
  readonly title: string
  readonly button: string
  readonly isReady: boolean
  readonly onAsk: () => void
  readonly children: ReactNode
}

function Question({ id, title, button, isReady, onAsk, children }: Asked) {
  const submit = (form: FormEvent): void => {
    form.preventDefault()
    if (isReady) onAsk()
  }
  return (
    <form className="question" aria-labelledby={id} onSubmit={submit}>
      <h2 id={id}>{title}</h2>
      <div className="question-fields">
        {children}
        <Button type="submit" className="button" isDisabled={!isReady}>
          {button}
        </Button>
      </div>
    </form>
  )
}
