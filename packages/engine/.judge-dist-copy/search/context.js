/** What one round of searching works with: one state space of one depth, one set of bounds, one meter. */
import { ActionIndex } from "../belief/actions.js";
import { utilityOf } from "../belief/evaluate.js";
import { Happening } from "../belief/happen.js";
import { initialState } from "../belief/initial.js";
import { StateSpace } from "../belief/space.js";
import { BEYOND, FALSE, TRUE } from "../belief/values.js";
export class SearchContext {
    task;
    space;
    happening;
    bounds;
    meter;
    author;
    initial;
    /** A decisive question went deeper into minds than this round's states do: the round must be run again, deeper. */
    tooShallow = false;
    /** A bound kept something from being looked at; without that, exhausting the round exhausts the world. */
    wasCut = false;
    #actions;
    #order;
    #utilities;
    #estimate;
    #bare = [];
    #noMinds;
    constructor(task, depth, bounds, heuristic, order, meter) {
        this.task = task;
        this.space = new StateSpace(task);
        this.happening = new Happening(this.space);
        this.bounds = bounds;
        this.meter = meter;
        this.author = task.characters.length;
        this.#order = order;
        this.#actions = new ActionIndex(this.space);
        this.#utilities = task.utilities.map(() => new Map());
        this.initial = initialState(this.happening, depth);
        this.#estimate = heuristic.prepare(this.space, bounds);
        this.#noMinds = new Int32Array(task.characters.length).fill(-1);
    }
    get bytes() {
        const utilities = this.#utilities.reduce((total, each) => total + each.size, 0);
        return this.space.bytes + this.happening.bytes + utilities * 40;
    }
    /** How many epistemic edges lie between the actual world and this state. */
    epistemicDepthOf(state) {
        return this.space.depthOf(this.initial) - this.space.depthOf(state);
    }
    /** NaN: unknown. */
    utility(who, state) {
        const known = this.#utilities[who].get(state);
        if (known !== undefined)
            return known;
        const utility = utilityOf(this.space, who, state);
        if (utility === undefined)
            this.tooShallow = true;
        this.#utilities[who].set(state, utility ?? NaN);
        return utility ?? NaN;
    }
    isPossible(state, action) {
        const possible = this.happening.isPossible(state, action);
        if (possible === BEYOND)
            this.tooShallow = true;
        return possible === TRUE;
    }
    /** The actions whose precondition holds, in the order of this search. */
    possibleActions(state) {
        const found = [];
        for (const action of this.#actions.candidates(state)) {
            const possible = this.happening.isPossible(state, action);
            if (possible === BEYOND)
                this.tooShallow = true;
            if (possible !== FALSE)
                found.push(action);
        }
        return found.sort((a, b) => this.#order[a] - this.#order[b]);
    }
    /**
     * A lower bound on the actions still needed after this one, without making the minds of the state it leads to: the values
     * alone are moved (a state of depth 0). What would need a look into a mind comes out beyond, which an estimate takes for
     * anything, so the bound holds.
     */
    estimateAfter(state, action, hope) {
        const after = this.happening.happen(this.#withoutMinds(state), action);
        return after < 0 ? 0 : this.#estimate(this.space.vectorOf(after), hope);
    }
    #withoutMinds(state) {
        const vector = this.space.vectorOf(state);
        this.#bare[vector] ??= this.space.state(vector, 0, this.#noMinds);
        return this.#bare[vector];
    }
    /** The state after an action that is possible; -1 where triggers would never come to rest. */
    happen(state, action) {
        this.meter.generated++;
        return this.happening.happen(state, action);
    }
}
//# sourceMappingURL=context.js.map