/** The site's look: VitePress's own, with worlds that live. */
import DefaultTheme from "vitepress/theme-without-fonts"
import LiveWorld from "./live-world.vue"
import "./site.css"

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("LiveWorld", LiveWorld)
  },
}
