/** Numbers fluents as formulas mention them. */
import { printValue } from "@dramaturg/model";
import { FALSE, UNKNOWN } from "../belief/values.js";
export class FluentTable {
    fluents = [];
    #problem;
    #values;
    #known = new Map();
    constructor(problem, values) {
        this.#problem = problem;
        this.#values = values;
    }
    idOf(property, args) {
        const key = `${property}:${args.join(",")}`;
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const id = this.fluents.length;
        const { name, type } = this.#problem.properties[property];
        const label = `${name}(${args.map((each) => printValue(this.#values.valueOf(each))).join(", ")})`;
        this.fluents.push({ property, arguments: args, label, type });
        this.#known.set(key, id);
        return id;
    }
    /** What a fluent holds before anything is said about it: False, 0 or unknown. */
    defaultOf(fluent) {
        const { type } = this.fluents[fluent];
        return type === "boolean" ? FALSE : type === "number" ? this.#values.idOfNumber(0) : UNKNOWN;
    }
}
//# sourceMappingURL=fluents.js.map