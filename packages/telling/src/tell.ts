/**
 * Tells a fabula: chooses what is told and through whom (select), in which order (arrange), and in which words (realise).
 *
 * Nothing here asks what anybody believes: the fabula says it.
 */
import { type Fabula, type Manner, type Problem, type Telling, templateFor } from "@dramaturg/model"
import { arrange } from "./discourse/arrange.js"
import { select, type Speakable } from "./discourse/select.js"
import { lexiconOf, type Lexicon } from "./english/lexicon.js"
import { realise } from "./english/realise.js"
import { notesFor } from "./english/notes.js"
import { saying, sentencesIn } from "./english/template.js"

export const usualManner: Manner = { focalisation: "zero", order: "as it happened", pace: "scene", tense: "past", person: "third", seed: 0 }

/**
 * `problem` lends the words; the fabula must be one of its. `pause`: after which occurrence readers stop for a while; what follows names
 * everybody anew. Throws if an internal focalisation has no focaliser of this world.
 */
export function tell(fabula: Fabula, problem: Problem, manner: Manner = usualManner, pause?: number): Telling {
  if (manner.focalisation === "internal" && !fabula.characters.includes(manner.focaliser ?? "")) {
    throw new Error(`A story can be told through ${fabula.characters.join(", ")}, not through ${manner.focaliser ?? "nobody"}.`)
  }
  const lexicon = lexiconOf(problem)
  const discourse = arrange(select(fabula, manner, speakable(problem, lexicon), pause), manner)
  const paragraphs = realise(discourse, fabula, manner, lexicon)
  return { format: "dramaturg-telling", version: 1, world: fabula.world, manner, paragraphs, notes: notesFor(fabula, paragraphs, lexicon) }
}

function speakable(problem: Problem, lexicon: Lexicon): Speakable {
  const events = [...problem.actions, ...problem.triggers]
  return {
    isTold: (fluent, value) => lexicon.fact(fluent, value)?.isTold === true,
    hasWords: (trigger) => sentencesIn(templateFor(problem, events, trigger)?.told).length > 0,
    hasWish: (character) => problem.utilities.some((each) => each.character === character && saying([each.told ?? ""]).length > 0),
  }
}
