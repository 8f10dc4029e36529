/** Questions to the world: why, why not, what if. Answers are sentences. */
import { useStudioState } from "../../shell/use-studio.js"
import { Answered } from "./answered.js"
import { AskEnding, AskWhatIf, AskWhyNot } from "./questions.js"
import { AskWhy } from "./ask-why.js"
import "./why.css"

export default function WhyPanel() {
  const hasWorld = useStudioState((it) => (it.checked?.characters.length ?? 0) > 0)
  if (!hasWorld)
    return <p className="quiet empty">There has to be a world before there can be questions about it.</p>
  return (
    <div className="why">
      <Answered />
      <AskWhy />
      <AskWhyNot />
      <AskEnding />
      <AskWhatIf />
    </div>
  )
}
