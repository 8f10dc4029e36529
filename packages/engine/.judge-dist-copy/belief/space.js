import { RowSet } from "./int-map.js";
import { BEYOND } from "./values.js";
const VECTOR = 0;
const DEPTH = 1;
const MINDS = 2;
export class StateSpace {
    task;
    #fluents;
    #characters;
    #vectors;
    #states;
    #row;
    #blank = [];
    constructor(task) {
        this.task = task;
        this.#fluents = task.fluents.length;
        this.#characters = task.characters.length;
        this.#vectors = new RowSet(this.#fluents);
        this.#states = new RowSet(MINDS + this.#characters);
        this.#row = new Int32Array(MINDS + this.#characters);
    }
    /** How many distinct states, of any depth, there are so far. */
    get count() {
        return this.#states.count;
    }
    get bytes() {
        return this.#vectors.bytes + this.#states.bytes;
    }
    valueOf(state, fluent) {
        return this.#vectors.rows[this.vectorOf(state) * this.#fluents + fluent];
    }
    /** The state that a character believes in; -1 beyond the depth of this state. */
    belief(state, character) {
        return this.#states.rows[state * this.#states.width + MINDS + character];
    }
    vectorOf(state) {
        return this.#states.rows[state * this.#states.width + VECTOR];
    }
    depthOf(state) {
        return this.#states.rows[state * this.#states.width + DEPTH];
    }
    /** A copy of the values, to be changed and interned again. */
    valuesOf(state) {
        const start = this.vectorOf(state) * this.#fluents;
        return this.#vectors.rows.slice(start, start + this.#fluents);
    }
    /** A copy of the epistemic edges, to be changed and interned again. */
    mindsOf(state) {
        const start = state * this.#states.width + MINDS;
        return this.#states.rows.slice(start, start + this.#characters);
    }
    vector(values) {
        return this.#vectors.intern(values);
    }
    valueInVector(vector, fluent) {
        return this.#vectors.rows[vector * this.#fluents + fluent];
    }
    /** The one state with this vector, depth and these minds (each of depth one less, or all -1 at depth 0). */
    state(vector, depth, minds) {
        const row = this.#row;
        row[VECTOR] = vector;
        row[DEPTH] = depth;
        for (let c = 0; c < this.#characters; c++)
            row[MINDS + c] = minds[c];
        return this.#states.intern(row);
    }
    /** The state of this depth of which nothing is known: every value beyond. */
    blank(depth) {
        this.#blank[depth] ??= this.state(this.vector(new Int32Array(this.#fluents).fill(BEYOND)), depth, new Int32Array(this.#characters).fill(depth > 0 ? this.blank(depth - 1) : -1));
        return this.#blank[depth];
    }
}
//# sourceMappingURL=space.js.map