/** Gives the studio its page, and lets everything begin that happens by itself. */
import { startTransition } from "react"
import { createRoot } from "react-dom/client"
import type { Studio } from "./studio.js"
import { Shell } from "./shell/shell.js"
import { PageGuard } from "./shell/page-guard.js"
import { StudioProvider } from "./shell/use-studio.js"
import { watchKeys } from "./effects/keys.js"
import { watchOutline } from "./effects/outline.js"
import { watchScenarios } from "./effects/scenarios.js"
import { watchTour } from "./effects/tour.js"
import { watchProject } from "./effects/save.js"
import { watchTabs } from "./effects/tabs.js"

export function showPage(studio: Studio): void {
  giveNonce()
  watch(studio)
  const root = createRoot(document.getElementById("studio")!)
  // In slices, so that the page hears keys and workers while it is being drawn for the first time.
  startTransition(() =>
    root.render(
      <StudioProvider studio={studio}>
        <PageGuard studio={studio}>
          <Shell />
        </PageGuard>
      </StudioProvider>,
    ),
  )
  if ("serviceWorker" in navigator && import.meta.env.PROD) keepForLater(studio)
}

/**
 * The studio's own files are kept for when there is no network, but not before the first story is there, or a
 * while has gone by.
 */
function keepForLater(studio: Studio): void {
  const register = (): void => {
    stop()
    clearTimeout(timer)
    void navigator.serviceWorker.register("service-worker.js").catch(() => {})
  }
  const stop = studio.subscribe(
    () => !["waiting", "searching"].includes(studio.state.story.status) && register(),
  )
  const timer = setTimeout(register, 5000)
}

/** Styles that libraries make carry the nonce of the content policy. */
function giveNonce(): void {
  const nonce = document.createElement("meta")
  nonce.setAttribute("property", "csp-nonce")
  nonce.nonce = "studio"
  document.head.append(nonce)
}

function watch(studio: Studio): void {
  watchOutline(studio)
  watchScenarios(studio)
  watchTour(studio)
  const saver = watchProject(studio, () => tabs.announce())
  const tabs = watchTabs(studio, saver.flush)
  watchKeys(studio)
}
