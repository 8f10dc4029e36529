/**
 * Stories for other pages: `<script type="module" src="embed.js">`, or `import "@dramaturg/embed"`. Defines
 * both elements; the engine is begun with the first story.
 */
import { DramaturgPlay } from "./play-element.js"
import { DramaturgStory } from "./story-element.js"

export { workerFrom } from "./engine.js"
export type {
  ChoiceDetail,
  EndingDetail,
  ErrorDetail,
  NoStoryTold,
  PlayChoice,
  PlayEvents,
  StoryAct,
  StoryDetail,
  StoryEvents,
  StoryTold,
} from "./events.js"
export { DramaturgPlay, DramaturgStory }

declare global {
  interface HTMLElementTagNameMap {
    "dramaturg-story": DramaturgStory
    "dramaturg-play": DramaturgPlay
  }
}

const registry = globalThis.customElements as CustomElementRegistry | undefined
if (registry && !registry.get("dramaturg-story")) registry.define("dramaturg-story", DramaturgStory)
if (registry && !registry.get("dramaturg-play")) registry.define("dramaturg-play", DramaturgPlay)
