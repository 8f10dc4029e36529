/** Other stories of the same world: how each differs from the one that was there, and a way to read it. */
import { Button } from "react-aria-components"
import { closeOthers, readStory, stopListing } from "../../commands/others.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import type { OthersState } from "../../state.js"
import { actWords, count } from "../../words.js"
import { differenceOf } from "@dramaturg/analysis"
import type { ListedStories, ListedStory } from "../../worker/protocol.js"

export function Others() {
  const [others, files] = [useStudioState((it) => it.others), useStudioState((it) => it.project.files)]
  const run = useRun()
  if (!others || others.of !== files) return null
  const stories = others.listed?.stories ?? []
  const isOnly = others.listed?.isAll === true && others.listed.found === 1
  return (
    <section className="others" aria-labelledby="others-head">
      <div className="others-head">
        <h2 id="others-head">Other stories</h2>
        {others.isLooking && (
          <Button className="link" onPress={() => run(stopListing)}>
            Stop
          </Button>
        )}
        <Button className="plain" aria-label="Close the other stories" onPress={() => run(closeOthers)}>
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
      <p className="quiet" role="status">
        {others.refused ?? sentenceOf(others)}
      </p>
      {!isOnly && (
        <ol className="other-list">
          {stories.map((each) => (
            <Other key={each.solution.plan.join()} story={each} from={others.from} />
          ))}
        </ol>
      )}
    </section>
  )
}

function sentenceOf({ listed, isLooking, visited }: OthersState): string {
  if (isLooking)
    return `Looking: ${count(visited, "moment")} seen, ${listed ? count(listed.found, "story", "stories") : "none"} so far …`
  if (!listed) return "Stopped."
  return listed.isAll
    ? wholeWords(listed)
    : `Stopped after ${count(listed.visited, "moment")}: ${count(listed.found, "story", "stories")} so far, and there may be more.`
}

function wholeWords({ found, stories, mostActs }: ListedStories): string {
  const within = mostActs === null ? "" : ` of up to ${count(mostActs, "act")}`
  if (found === 1) return `There is no other story${within}: every possibility was looked at.`
  return `There are ${found} stories${within}, and no more.${found > stories.length ? ` These are ${stories.length} of them, as different as can be.` : ""}`
}

function Other({ story, from }: { readonly story: ListedStory; readonly from: readonly string[] }) {
  const found = useStudioState((it) => it.story.found)
  const run = useRun()
  const { plan } = story.solution
  const isRead = found?.acts.map((each) => each.label).join() === plan.join()
  return (
    <li className="other" aria-current={isRead || undefined}>
      <div className="other-head">
        <h3>{count(plan.length, "act").replace(/^o/, "O")}</h3>
        {isRead ? (
          <span className="quiet">You are reading this one</span>
        ) : (
          <Button className="link" onPress={() => run(readStory, story)}>
            Read it
          </Button>
        )}
      </div>
      <p>{differenceWords(plan, from)}</p>
      <details>
        <summary>Its acts</summary>
        <ol className="plan">
          {plan.map((each, i) => (
            <li key={i}>{actInWords(each)}</li>
          ))}
        </ol>
      </details>
    </li>
  )
}

function differenceWords(plan: readonly string[], from: readonly string[]): string {
  const { onlyHere, missing, reorderedAt } = differenceOf(plan, from)
  if (reorderedAt !== null)
    return `The same acts; from act ${reorderedAt} on in another order: first ${actInWords(plan[reorderedAt - 1])}.`
  if (onlyHere.length + missing.length === 0) return "The story that was here."
  return [
    onlyHere.length > 0 ? `Only here: ${onlyHere.map(actInWords).join("; ")}.` : "",
    missing.length > 0 ? `Not here: ${missing.map(actInWords).join("; ")}.` : "",
  ]
    .filter(Boolean)
    .join(" ")
}

function actInWords(label: string): string {
  const { verb, names } = actWords(label)
  return names.length === 0 ? verb : `${verb} (${names.join(", ")})`
}
