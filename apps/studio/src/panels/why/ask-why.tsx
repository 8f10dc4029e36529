/** Why does this act happen? The answer is known already. */
import { chooseAct } from "../../commands/choose-act.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import { Reasons } from "../story/reasons.js"

export function AskWhy() {
  const [found, chosen] = [useStudioState((it) => it.story.found), useStudioState((it) => it.act)]
  const run = useRun()
  if (!found) return null
  return (
    <section className="question" aria-labelledby="why-why">
      <h2 id="why-why">Why?</h2>
      <label className="field">
        <span>Why does this happen</span>
        <select
          value={chosen ?? ""}
          onChange={(it) => run(chooseAct, it.target.value === "" ? null : Number(it.target.value))}
        >
          <option value="">– choose an act –</option>
          {found.acts.map(({ number, label }) => (
            <option key={number} value={number}>
              {number}. {label}
            </option>
          ))}
        </select>
      </label>
      {chosen !== null && found.acts[chosen - 1] && <Reasons act={found.acts[chosen - 1]} />}
    </section>
  )
}
