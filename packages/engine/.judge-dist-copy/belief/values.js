export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export const BEYOND = 3;
export class ValueTable {
    firstNumber;
    #entities;
    #entityIds = new Map();
    #numbers = [];
    #numberIds = new Map();
    constructor(entities) {
        this.#entities = entities;
        entities.forEach((name, i) => this.#entityIds.set(name, BEYOND + 1 + i));
        this.firstNumber = BEYOND + 1 + entities.length;
    }
    isNumber(id) {
        return id >= this.firstNumber;
    }
    /** The number that `id` stands for; only for ids of which `isNumber` is true. */
    numberOf(id) {
        return this.#numbers[id - this.firstNumber];
    }
    /** NaN becomes unknown, -0 becomes 0 (D2). */
    idOfNumber(number) {
        if (Number.isNaN(number))
            return UNKNOWN;
        const plain = number === 0 ? 0 : number;
        const known = this.#numberIds.get(plain);
        if (known !== undefined)
            return known;
        const id = this.firstNumber + this.#numbers.length;
        this.#numbers.push(plain);
        this.#numberIds.set(plain, id);
        return id;
    }
    idOf(value) {
        if (value === null)
            return UNKNOWN;
        if (value === true)
            return TRUE;
        if (value === false)
            return FALSE;
        if (typeof value === "number")
            return this.idOfNumber(value);
        const id = this.#entityIds.get(value);
        if (id === undefined)
            throw new Error(`No entity is called ${value}. Values given to the engine must come from its own problem.`);
        return id;
    }
    valueOf(id) {
        if (id === FALSE)
            return false;
        if (id === TRUE)
            return true;
        if (id === UNKNOWN || id === BEYOND)
            return null;
        return id < this.firstNumber ? this.#entities[id - BEYOND - 1] : this.numberOf(id);
    }
}
//# sourceMappingURL=values.js.map