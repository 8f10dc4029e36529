/** Finds the trigger to fire next without testing them all. */
import { evaluate } from "./evaluate.js";
import { EventIndex } from "./event-index.js";
import { FALSE } from "./values.js";
export class TriggerIndex {
    #space;
    #index;
    /** At depth 0 only triggers that write values can change anything. */
    #writing;
    constructor(space) {
        const { code, triggers } = space.task;
        this.#space = space;
        this.#index = new EventIndex(code, triggers, () => true);
        this.#writing = new EventIndex(code, triggers, (each) => each.atoms.some(({ chain }) => chain.length === 0));
    }
    /** The first trigger in task order that holds (surely or perhaps) and for which `changes` is true; -1 if there is none. */
    first(state, changes) {
        const { triggers } = this.#space.task;
        let best = Infinity;
        const index = this.#space.depthOf(state) === 0 ? this.#writing : this.#index;
        for (const group of index.groupsIn(this.#space, state)) {
            for (const trigger of group) {
                if (trigger >= best)
                    break;
                if (evaluate(this.#space, triggers[trigger].precondition, state) !== FALSE && changes(trigger)) {
                    best = trigger;
                    break;
                }
            }
        }
        return best === Infinity ? -1 : best;
    }
}
//# sourceMappingURL=triggers.js.map