import { CONST } from "../ground/code.js";
import { PossibleValues } from "../ground/possible.js";
/** More layers than this are not built; from there on anything is taken to be possible. */
const MOST_LAYERS = 24;
export class RelaxedLayers {
    #space;
    #most;
    #sets;
    #accidents;
    #acts;
    #triggers;
    #forAuthor = new Map();
    #forCharacters = new Map();
    constructor(space, bounds) {
        const { task } = space;
        this.#most = { author: Math.min(bounds.author, MOST_LAYERS), character: Math.min(bounds.character, MOST_LAYERS) };
        this.#space = space;
        this.#sets = new PossibleValues(task.values, task.code, task.fluents.length, true);
        const writing = (event) => writingOf(task.code, event);
        this.#acts = task.actions.filter((each) => each.consenting.length > 0).map(writing).filter(isWorthwhile);
        this.#accidents = task.actions.filter((each) => each.consenting.length === 0).map(writing).filter(isWorthwhile);
        this.#triggers = task.triggers.map(writing).filter(isWorthwhile);
    }
    /** The least number of actions after which the hope may come true; Infinity if it never may. */
    distance(vector, hope) {
        const author = hope.who === this.#space.task.characters.length;
        const { bounds, open } = author ? this.#layers(this.#forAuthor, vector, true) : this.#layers(this.#forCharacters, vector, false);
        const i = author ? 0 : hope.who;
        for (let k = 0; k < bounds.length; k++) {
            if (hope.above ? bounds[k][i] > hope.least : bounds[k][i] >= hope.least)
                return k;
        }
        return open ? bounds.length : Infinity;
    }
    #layers(known, vector, author) {
        const found = known.get(vector);
        if (found !== undefined)
            return found;
        const layers = this.#build(vector, author);
        known.set(vector, layers);
        return layers;
    }
    #build(vector, author) {
        const sets = this.#sets;
        const characters = this.#space.task.characters.length;
        const asked = author ? [characters] : Array.from({ length: characters }, (_, c) => c);
        const bound = () => Float64Array.from(asked, (who) => sets.highest(this.#space.task.utilities[who]));
        sets.clear();
        for (let f = 0; f < sets.count; f++)
            sets.add(f, this.#space.valueInVector(vector, f));
        const spent = new Set();
        this.#settle(spent);
        const bounds = [bound()];
        const most = author ? this.#most.author : this.#most.character;
        for (let k = 0; k < most; k++) {
            if (!this.#advance(spent, author))
                return { bounds, open: false };
            bounds.push(bound());
        }
        return { bounds, open: true };
    }
    /** One more action; whether anything became possible that was not. */
    #advance(spent, author) {
        const sets = this.#sets;
        const { code } = this.#space.task;
        const ready = [];
        const consider = (event) => {
            if (spent.has(event) || !sets.mayBeTrue(event.precondition))
                return;
            for (const each of event.writes)
                if (sets.mayBeTrue(each.condition))
                    ready.push(each);
            if (event.constant)
                spent.add(event);
        };
        this.#acts.forEach(consider);
        if (author)
            this.#accidents.forEach(consider);
        // All values are read before any is written, so that one layer is one action.
        const read = ready.map(({ value }) => (code[value] === CONST ? undefined : sets.possible(value)));
        let grew = false;
        ready.forEach(({ fluent, value }, i) => {
            const written = read[i];
            if (written === undefined ? sets.add(fluent, code[value + 1]) : sets.addPossible(fluent, written))
                grew = true;
        });
        if (grew)
            this.#settle(spent);
        return grew;
    }
    #settle(spent) {
        const sets = this.#sets;
        for (let grew = true; grew;) {
            grew = false;
            for (const event of this.#triggers) {
                if (spent.has(event) || !sets.mayBeTrue(event.precondition))
                    continue;
                for (const { condition, fluent, value } of event.writes) {
                    if (!sets.mayBeTrue(condition))
                        continue;
                    const { code } = this.#space.task;
                    if (code[value] === CONST) {
                        if (sets.add(fluent, code[value + 1]))
                            grew = true;
                        continue;
                    }
                    const written = sets.possible(value);
                    if (!sets.addPossible(fluent, written))
                        continue;
                    grew = true;
                    // A number that a rule computes may grow again and again within one action.
                    if (written.lo <= written.hi)
                        sets.addRange(fluent, -Infinity, Infinity);
                }
                if (event.constant)
                    spent.add(event);
            }
        }
    }
}
function writingOf(code, event) {
    const writes = event.atoms.filter((each) => each.chain.length === 0);
    const constant = writes.every((each) => code[each.value] === CONST && code[each.condition] === CONST);
    return { precondition: event.precondition, writes, constant };
}
function isWorthwhile(writing) {
    return writing.writes.length > 0;
}
//# sourceMappingURL=layers.js.map