import { evaluate } from "./evaluate.js";
import { PairMap } from "./int-map.js";
import { TriggerIndex } from "./triggers.js";
import { literalHolds, literalsOf } from "./surprise.js";
import { BEYOND, FALSE, TRUE } from "./values.js";
/** A trigger may fire this often in one settling; more is taken for endless (D16). */
const FIRINGS = 10_000;
const MISSING = -2;
export class Happening {
    space;
    /** The first endless run of triggers that was met, for the author to be told. */
    endless;
    #afterAction = new PairMap();
    #afterTrigger = new PairMap();
    #settled = new PairMap();
    #triggers;
    constructor(space) {
        this.space = space;
        this.#triggers = new TriggerIndex(space);
    }
    get bytes() {
        return this.#afterAction.bytes + this.#afterTrigger.bytes + this.#settled.bytes;
    }
    /** Whether the action's precondition holds: TRUE, FALSE or BEYOND. */
    isPossible(state, action) {
        return evaluate(this.space, this.space.task.actions[action].precondition, state);
    }
    /** The settled state after the action; -1 where triggers never come to rest. The precondition is not asked. */
    happen(state, action) {
        const after = this.#act(state, action);
        return after < 0 ? -1 : this.settle(after);
    }
    /** The state with its triggers run to their fixpoint; its minds must be settled already. -1: they never rest. */
    settle(state) {
        const known = this.#settled.find(state, 0, MISSING);
        if (known !== MISSING)
            return known;
        const settled = this.#run(state);
        this.#settled.set(state, 0, settled);
        return settled;
    }
    #act(state, action) {
        const known = this.#afterAction.find(state, action, MISSING);
        if (known !== MISSING)
            return known;
        const event = this.space.task.actions[action];
        const after = this.#after(state, event, true, (character) => this.#observe(state, action, character));
        this.#afterAction.set(state, action, after);
        return after;
    }
    #fire(state, trigger) {
        const known = this.#afterTrigger.find(state, trigger, MISSING);
        if (known !== MISSING)
            return known;
        const event = this.space.task.triggers[trigger];
        const certain = evaluate(this.space, event.precondition, state) === TRUE;
        const after = this.#after(state, event, certain, (character) => this.space.belief(state, character));
        this.#afterTrigger.set(state, trigger, after);
        return after;
    }
    /** One event, its triggers not yet run: values, then for each mind what it saw, then what the event says about it. */
    #after(state, event, certain, seen) {
        const { space } = this;
        const readings = this.#read(state, event.atoms, certain);
        const values = space.valuesOf(state);
        for (const { atom, value } of readings)
            if (atom.chain.length === 0)
                values[atom.fluent] = value;
        const minds = space.mindsOf(state);
        if (space.depthOf(state) > 0) {
            for (let c = 0; c < minds.length; c++) {
                const mind = this.#tell(seen(c), c, readings);
                minds[c] = mind < 0 || mind === space.belief(state, c) ? mind : this.settle(mind);
                if (minds[c] < 0)
                    return -1;
            }
        }
        return space.state(space.vector(values), space.depthOf(state), minds);
    }
    /** Which atoms take effect and with which value. Where it is beyond us whether one does, its target is beyond. */
    #read(state, atoms, certain) {
        const readings = [];
        for (const atom of atoms) {
            const holds = evaluate(this.space, atom.condition, state);
            if (holds === FALSE)
                continue;
            if (holds === TRUE && certain)
                readings.push({ atom, value: evaluate(this.space, atom.value, state) });
            else
                readings.push({ atom, value: BEYOND });
        }
        return readings;
    }
    /** (O) The mind of a character after the action, before explicit beliefs and triggers. */
    #observe(state, action, character) {
        const { space } = this;
        const mind = space.belief(state, character);
        const sees = evaluate(space, space.task.actions[action].observing[character], state);
        if (sees === FALSE)
            return mind;
        const ready = this.#surprise(state, action, mind, character);
        const after = ready < 0 ? -1 : this.#act(ready, action);
        return sees === TRUE || after < 0 ? after : this.#blend(mind, after);
    }
    /** (S) The mind amended so that the action could happen in it: what was really so is learnt, the rest becomes unknown. */
    #surprise(state, action, mind, character) {
        const { space } = this;
        const { precondition } = space.task.actions[action];
        const expected = evaluate(space, precondition, mind);
        if (expected === TRUE)
            return mind;
        let amended = mind;
        for (const literal of literalsOf(space, precondition, state)) {
            const holds = literalHolds(space, literal, amended);
            if (holds === TRUE)
                continue;
            const repair = holds === BEYOND || expected === BEYOND ? BEYOND : literal.repair;
            amended = this.#correct(amended, character, literal.chain, 0, literal.fluent, repair);
            if (amended < 0)
                return -1;
        }
        return amended;
    }
    /** (U) What the event says outright about this mind, in source order, unless it is so already. */
    #tell(mind, character, readings) {
        let told = mind;
        for (const { atom, value } of readings) {
            if (told < 0)
                return -1;
            if (atom.chain[0] !== character)
                continue;
            if (this.#valueAlong(told, atom.chain, 1, atom.fluent) === value)
                continue;
            told = this.#correct(told, character, atom.chain, 1, atom.fluent, value);
        }
        return told;
    }
    #valueAlong(mind, chain, from, fluent) {
        let at = mind;
        for (let i = from; i < chain.length && at >= 0; i++)
            at = this.space.belief(at, chain[i]);
        return at < 0 ? BEYOND : this.space.valueOf(at, fluent);
    }
    /**
     * A correction in a mind of `owner`: the fluent along `chain` (from index `from` on) becomes `value`. Only the owner
     * notices, about themself: their picture of their own mind is corrected alike.
     */
    #correct(mind, owner, chain, from, fluent, value) {
        const { space } = this;
        const depth = space.depthOf(mind);
        const values = space.valuesOf(mind);
        const minds = space.mindsOf(mind);
        if (from === chain.length)
            values[fluent] = value;
        if (depth > 0) {
            minds[owner] = this.#correct(minds[owner], owner, chain, from, fluent, value);
            if (minds[owner] < 0)
                return -1;
            if (from < chain.length) {
                const next = chain[from];
                if (this.#valueAlong(minds[next], chain, from + 1, fluent) !== value) {
                    minds[next] = this.#correct(minds[next], next, chain, from + 1, fluent, value);
                }
                if (minds[next] >= 0)
                    minds[next] = this.settle(minds[next]);
                if (minds[next] < 0)
                    return -1;
            }
            minds[owner] = this.settle(minds[owner]);
            if (minds[owner] < 0)
                return -1;
        }
        return space.state(space.vector(values), depth, minds);
    }
    /** Where it is beyond us whether an act was seen, whatever the two possibilities agree on. */
    #blend(one, other) {
        if (one === other)
            return one;
        const { space } = this;
        const values = space.valuesOf(one);
        for (let f = 0; f < values.length; f++)
            if (values[f] !== space.valueOf(other, f))
                values[f] = BEYOND;
        const minds = space.mindsOf(one);
        const depth = space.depthOf(one);
        if (depth > 0)
            for (let c = 0; c < minds.length; c++)
                minds[c] = this.#blend(minds[c], space.belief(other, c));
        return space.state(space.vector(values), depth, minds);
    }
    #run(start) {
        let state = start;
        const met = new Set([start]);
        for (let firings = 0;; firings++) {
            const trigger = this.#next(state);
            if (trigger < 0)
                return state;
            const after = this.#fire(state, trigger);
            if (after < 0)
                return -1;
            if (met.has(after) || firings >= FIRINGS)
                return this.#never(state);
            met.add(after);
            state = after;
        }
    }
    /** The first trigger, in order, that holds and would change something; -1 if there is none. */
    #next(state) {
        return this.#triggers.first(state, (trigger) => {
            const after = this.#fire(state, trigger);
            return after < 0 || after !== state;
        });
    }
    #never(state) {
        if (this.endless !== undefined)
            return -1;
        const names = [];
        let at = state;
        const met = new Set();
        while (!met.has(at) && names.length < 12) {
            met.add(at);
            const trigger = this.#next(at);
            if (trigger < 0)
                break;
            names.push(this.space.task.triggers[trigger].label);
            at = this.#fire(at, trigger);
            if (at < 0)
                break;
        }
        this.endless = { state, triggers: [...new Set(names)] };
        return -1;
    }
}
//# sourceMappingURL=happen.js.map