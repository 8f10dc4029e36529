/** Each person at the chosen moment: what they want, what they feel, what they mean to do next. */
import { type Fabula, standingAt } from "@dramaturg/model"
import { Button } from "react-aria-components"
import { showSpan } from "../../commands/show-span.js"
import { useRun } from "../../shell/use-studio.js"
import type { InnerLife } from "@dramaturg/analysis"
import { actWords, fluentWords } from "../../words.js"
import { valueWords } from "./knowledge.js"

export function InnerLives({
  lives,
  fabula,
  moment,
}: {
  readonly lives: readonly InnerLife[]
  readonly fabula: Fabula
  readonly moment: number
}) {
  return (
    <section aria-labelledby="minds-inner">
      <h2 id="minds-inner">What they want, feel and mean to do</h2>
      <div className="heads">
        {lives.map((each) => (
          <Life key={each.who} life={each} fabula={fabula} moment={moment} />
        ))}
      </div>
    </section>
  )
}

function Life({
  life: { who, wants, written, origin, feelings, meant, hopes },
  fabula,
  moment,
}: {
  readonly life: InnerLife
  readonly fabula: Fabula
  readonly moment: number
}) {
  const run = useRun()
  const felt = feelings.filter(
    (each) => standingAt(fabula, moment, [], each.fluent.label)?.value === each.value,
  )
  const plan = planAt(fabula, who, moment)
  const hoped = hopes.filter((each) => isHopedAt(fabula, who, moment, each))
  return (
    <div className="head-card">
      <h3>{who}</h3>
      <ul>
        <li>
          <span className="quiet">wants </span>
          {wants ?? (written === null ? "nothing" : <code>{written}</code>)}
          {origin && (
            <>
              {" "}
              <Button
                className="link link-place"
                aria-label={`In the text: what ${who} wants`}
                onPress={() => run(showSpan, origin)}
              >
                in the text
              </Button>
            </>
          )}
        </li>
        {felt.length > 0 && (
          <li>
            <span className="unseen">feels: </span>
            {listed(felt.map((each) => each.words))}
          </li>
        )}
        <li>
          {plan.length > 0 ? (
            <>
              <span className="quiet">means </span>
              {plan.map((each) => meant[each] ?? `to ${actWords(each).verb}`).join(", then ")}
            </>
          ) : (
            <span className="quiet">has nothing in mind</span>
          )}
        </li>
        {hoped.length > 0 && (
          <li>
            <span className="quiet">hopes: </span>
            {listed(
              hoped.map(
                ({ fluent, value, words }) => words ?? `${fluentWords(fluent)}: ${valueWords(value)}`,
              ),
            )}
          </li>
        )}
      </ul>
    </div>
  )
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}

/** Whether they supposed it in what they did last for a reason, and do not know it yet. */
function isHopedAt(
  fabula: Fabula,
  who: string,
  moment: number,
  { fluent, value }: InnerLife["hopes"][number],
): boolean {
  const supposed = lastMotive(fabula, who, moment)?.motive.supposing ?? []
  return (
    supposed.some((each) => each.fluent === fluent.label && each.value === value) &&
    standingAt(fabula, moment, [who], fluent.label)?.value === null
  )
}

/** What moved them in the last act that they did for a reason, and the number of that occurrence. */
function lastMotive({ occurrences }: Fabula, who: string, moment: number) {
  const last = occurrences.findLast(
    (each) => each.number <= moment && each.motives.some((one) => one.character === who),
  )
  return last && { number: last.number, motive: last.motives.find((each) => each.character === who)! }
}

/** What is left of the plan that they had when they last did something for a reason. */
export function planAt(fabula: Fabula, who: string, moment: number): readonly string[] {
  const last = lastMotive(fabula, who, moment)
  if (!last) return []
  const since = fabula.occurrences
    .filter((each) => each.kind === "act" && each.number > last.number && each.number <= moment)
    .map((each) => each.label)
  const plan = (last.motive.plan ?? []).map((each) => each.act)
  let done = 0
  for (const each of since) if (plan[done] === each) done++
  return plan.slice(done)
}
