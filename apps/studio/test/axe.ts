/** What axe finds on a page, in words; empty is what it should be. */
import axe from "axe-core"
import type { Page } from "playwright-core"

export async function axeFinds(page: Page): Promise<readonly string[]> {
  // What is still fading in has not the contrast that it will have.
  // A cursor that blinks never comes to an end.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
        .map((each) => each.finished.catch(() => undefined)),
    ),
  )
  await page.waitForTimeout(200)
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe
    const { violations } = await run({ resultTypes: ["violations"] })
    return violations.map(
      (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
    )
  })
}
