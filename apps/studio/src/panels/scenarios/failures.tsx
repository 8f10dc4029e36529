/** Beside the panel's name: how many scenarios do not hold, if some do not. */
import { useStudioState } from "../../shell/use-studio.js"
import { tallyOf } from "./tally.js"
import "./failures.css"

export function Failures() {
  const failed = tallyOf(useStudioState((it) => it.scenarios.runs)).failed
  return failed > 0 ? (
    <span className="failures">
      <span aria-hidden="true">{failed}</span>
      <span className="unseen">
        {" "}
        {failed} {failed === 1 ? "does" : "do"} not hold
      </span>
    </span>
  ) : null
}
