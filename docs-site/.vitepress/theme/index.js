/** The site's look: VitePress's own, with worlds that live. */
import DefaultTheme from "vitepress/theme-without-fonts"
import { useData } from "vitepress"
import { h, onMounted, watch } from "vue"
import LiveWorld from "./live-world.vue"
import "./site.css"

export default {
  extends: DefaultTheme,
  Layout: {
    setup() {
      const { frontmatter } = useData()
      // VitePress's first page has no element that is its main part.
      const mark = () => {
        const place = document.getElementById("VPContent")
        if (frontmatter.value.layout === "home") place?.setAttribute("role", "main")
        else place?.removeAttribute("role")
      }
      onMounted(mark)
      watch(frontmatter, mark, { flush: "post" })
      return () => h(DefaultTheme.Layout)
    },
  },
  enhanceApp({ app }) {
    app.component("LiveWorld", LiveWorld)
  },
}
