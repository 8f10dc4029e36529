/** Looks into minds after another occurrence. */
import { command } from "./command.js"

export const chooseMoment = command<number>({
  name: "choose-moment",
  perform: ({ change }, moment) => change((state) => ({ ...state, moment })),
})
