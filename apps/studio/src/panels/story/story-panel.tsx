/**
 * The story of the world on the left: as prose or as acts, with the reasons of all who consent; or why there
 * is none.
 */
import { Button, ToggleButton, ToggleButtonGroup } from "react-aria-components"
import { anotherStory, cancelSearch, lookLonger, searchAgain } from "../../commands/find-story.js"
import { openGallery } from "../../commands/open-project.js"
import { readNote } from "../../commands/read-note.js"
import { viewStory } from "../../commands/view-story.js"
import { gentle } from "../../gallery/worlds.js"
import { type NextStep, nextStep } from "../../next-step.js"
import { remarksOf } from "../../remarks.js"
import { contentNote, isBlank, isFresh, type StoryState, type StudioState } from "../../state.js"
import { useRun, useStudioState } from "../../shell/use-studio.js"
import { count, seconds } from "../../words.js"
import { listOthers } from "../../commands/others.js"
import { Acts } from "./acts.js"
import { Beginning } from "./beginning.js"
import { HowItIsTold } from "./manner.js"
import { NoneFound } from "./none-found.js"
import { Others } from "./others.js"
import { Prose } from "./prose.js"
import "./story.css"

export function StoryPanel() {
  const [project, notesRead] = [useStudioState((it) => it.project), useStudioState((it) => it.notesRead)]
  const note = contentNote(project)
  const isCovered = note !== null && !notesRead.includes(project.id)
  return (
    <div className="story-panel">
      <Standing />
      {isCovered ? <Cover note={note} /> : <Told />}
    </div>
  )
}

/** One row that is always there, so that nothing below it moves. */
function Standing() {
  const state = useStudioState((it) => it)
  const { story } = state
  const run = useRun()
  const isSearching = story.status === "searching"
  return (
    <div className="standing" data-searching={isSearching}>
      <p className="standing-words" role="status">
        {standingOf(state)}
      </p>
      {isSearching && (
        <Button className="link" onPress={() => run(cancelSearch)}>
          Stop
        </Button>
      )}
      {!isSearching && (story.status === "cancelled" || story.status === "broken") && (
        <Button className="link" onPress={() => run(searchAgain)}>
          Look again
        </Button>
      )}
      {story.status === "done" && story.none?.proof === "limited" && (
        <Button className="link" onPress={() => run(lookLonger)}>
          Look for longer
        </Button>
      )}
    </div>
  )
}

/** As long as something is merely not written yet, nothing is wrong. */
function standingOf(state: StudioState): string {
  const { story } = state
  if (isBlank(state.project) && story.status !== "searching") return ""
  const isGoingOn = story.status === "torn" && !remarksOf(state).some((each) => each.severity === "error")
  if (isGoingOn)
    return story.found
      ? "This is the story from before; the next one comes when the text is whole."
      : "The story comes when the text is whole."
  if (story.status === "done" && nextStep(state) !== null && story.none) return "There can be no story yet."
  return sentenceOf(story, isFresh(state))
}

function sentenceOf({ status, figures, found, none, broken, isSame }: StoryState, fresh: boolean): string {
  switch (status) {
    case "waiting":
      return "Reading …"
    case "torn":
      return found
        ? "There is a mistake in the text. This is the story from before."
        : "There is a mistake in the text."
    case "cancelled":
      return found ? "Stopped. This is the story from before." : "Stopped."
    case "broken":
      return `The engine stopped: ${broken ?? "nobody knows why"}.`
    case "searching":
      if (!figures || figures.stage !== "searching")
        return figures?.stage === "writing" ? "Found; writing it down …" : "Looking for a story …"
      return `Looking for a story: ${count(figures.visited, "moment")} seen, ${figures.mebibytes} MB, ${seconds(figures.seconds)} …`
    case "done":
      if (!fresh) return "Reading …"
      if (none)
        return none.proof === "exhausted"
          ? `Every possibility was looked at: ${count(none.visited, "moment")}, ${seconds(none.seconds)}.`
          : limitOf(none.limit, none.visited, none.seconds)
      if (!found) return ""
      return `A story in ${count(found.acts.length, "act")}${found.isShortest ? "; no shorter one would do" : ""}${found.isUndecided ? "; the judge could not be sure of it" : ""}. ${isSame ? "It is the same one again." : `Found in ${seconds(found.seconds)}.`}`
  }
}

function limitOf(limit: string | null, visited: number, time: number): string {
  const why: Record<string, string> = {
    time: "the time was up",
    visits: "so many moments were allowed and no more",
    memory: "the memory set for it was full",
    belief: "minds would have to be followed deeper than the engine goes",
  }
  return `Stopped after ${count(visited, "moment")} and ${seconds(time)}: ${why[limit ?? ""] ?? "a limit was reached"}. There may be a story.`
}

function Cover({ note }: { readonly note: string }) {
  const run = useRun()
  const title = useStudioState((it) => it.project.title)
  return (
    <div className="cover">
      <h2 className="cover-title">{title}</h2>
      <p className="cover-note">
        <strong>Content note.</strong> {note[0]?.toUpperCase()}
        {note.slice(1)}
      </p>
      <div className="cover-ways">
        <Button className="button" onPress={() => run(readNote)}>
          Read the story
        </Button>
        <Button className="button button-quiet" onPress={() => run(openGallery, gentle)}>
          A gentle world instead
        </Button>
      </div>
    </div>
  )
}

function Told() {
  const [story, fresh, project] = [
    useStudioState((it) => it.story),
    useStudioState(isFresh),
    useStudioState((it) => it.project),
  ]
  const { found, none, view } = story
  const step = nextStep({ project, story })
  const remarks = useStudioState(
    (it) => it.story.status === "torn" && remarksOf(it).some((each) => each.severity === "error"),
  )
  if (isBlank(project)) return <Beginning />
  return (
    <>
      {step && <Lacking step={step} />}
      {none && !step && story.status === "done" && <NoneFound none={none} />}
      {found && (
        <article className="told" data-fresh={fresh || story.status === "searching"} aria-label="The story">
          <Views />
          {view === "prose" && found.telling && <HowItIsTold characters={found.fabula.characters} />}
          <Others />
          {view === "prose" && found.telling ? (
            <Prose found={found} telling={found.telling} />
          ) : (
            <Acts found={found} />
          )}
        </article>
      )}
      {!found && !none && !step && story.status === "searching" && (
        <p className="quiet told-waiting">The first story of this world is on its way.</p>
      )}
      {!found && !none && remarks && (
        <p className="quiet told-waiting">
          Once the text is whole, its story stands here. What is wrong with it stands below the text; F8 goes
          from one place to the next.
        </p>
      )}
    </>
  )
}

/** What a world that is being begun lacks, and how that is written. */
function Lacking({ step: { head, words, example } }: { readonly step: NextStep }) {
  return (
    <section className="none" aria-label="What comes next">
      <h2>{head}</h2>
      <p>{words}</p>
      <pre className="lacking-example" tabIndex={0} aria-label="An example">
        <code>{example}</code>
      </pre>
    </section>
  )
}

function Views() {
  const [view, isDone] = [
    useStudioState((it) => it.story.view),
    useStudioState((it) => it.story.status === "done"),
  ]
  const run = useRun()
  return (
    <div className="views">
      <ToggleButtonGroup
        className="views-group"
        aria-label="How the story is shown"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(keys) => run(viewStory, [...keys][0] as StoryState["view"])}
      >
        <ToggleButton id="prose" className="view">
          Prose
        </ToggleButton>
        <ToggleButton id="acts" className="view">
          Acts
        </ToggleButton>
      </ToggleButtonGroup>
      <Button className="link" isDisabled={!isDone} onPress={() => run(anotherStory)}>
        Another story
      </Button>
      <Button className="link" isDisabled={!isDone} onPress={() => run(listOthers)}>
        Show me others
      </Button>
    </div>
  )
}
