import { EventIndex } from "./event-index.js";
export class ActionIndex {
    #space;
    #index;
    constructor(space) {
        this.#space = space;
        this.#index = new EventIndex(space.task.code, space.task.actions, () => true);
    }
    /** A superset of the actions that are possible (surely or perhaps), in no particular order. */
    candidates(state) {
        return this.#index.groupsIn(this.#space, state).flat();
    }
}
//# sourceMappingURL=actions.js.map