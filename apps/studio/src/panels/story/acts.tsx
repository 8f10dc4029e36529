/** The story as a list of acts. Each opens on its reasons. */
import { Button } from "react-aria-components"
import { chooseAct } from "../../commands/choose-act.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import type { FoundStory } from "../../worker/protocol.js"
import { actWords } from "../../words.js"
import { Reasons } from "./reasons.js"

export function Acts({ found }: { readonly found: FoundStory }) {
  const chosen = useStudioState((it) => it.act)
  const run = useRun()
  return (
    <ol className="acts">
      {found.acts.map((act) => {
        const { verb, names } = actWords(act.label)
        const isOpen = act.number === chosen
        return (
          <li key={`${act.number} ${act.label}`} className="act" data-open={isOpen}>
            <Button
              className="act-line"
              aria-expanded={isOpen}
              onPress={() => run(chooseAct, isOpen ? null : act.number)}
            >
              <span className="act-number">{act.number}</span>
              <span className="act-verb">{verb}</span>
              <span className="act-names">{names.join(", ")}</span>
            </Button>
            {isOpen && <Reasons act={act} />}
          </li>
        )
      })}
    </ol>
  )
}
