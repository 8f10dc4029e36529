/** What stands here before there is a word on the left. */
import { Button } from "react-aria-components"
import { openGallery } from "../../commands/open-project.js"
import { gentle } from "../../gallery/worlds.js"
import { useRun } from "../../shell/use-studio.js"

export function Beginning() {
  const run = useRun()
  return (
    <div className="prose beginning">
      <h2>An empty page</h2>
      <p>
        Write on the left who there is and where, what can happen, and what each of them wants. As soon as a
        story follows from it, it stands here.
      </p>
      <p>
        If you would rather begin with something:{" "}
        <Button className="link" onPress={() => run(openGallery, gentle)}>
          the parcel
        </Button>{" "}
        is a world of forty lines.
      </p>
    </div>
  )
}
