/**
 * The whole of it for another page: `<script type="module" src="embed.js">`. The engine is begun with the
 * first story.
 */
import { openWorkerClient } from "../worker/client.js"
import { storyElement } from "./element.js"

if (!customElements.get("dramaturg-story"))
  customElements.define("dramaturg-story", storyElement(openWorkerClient("engine", { isLazy: true })))
