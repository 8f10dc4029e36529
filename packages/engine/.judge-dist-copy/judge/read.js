/** Reads ground formulas in worlds (D3 to D7), by Kleene's strong tables where a world does not reach deep enough (D20). */
import { calculate, compareValues } from "./formula.js";
import { Deeper, beyond } from "./world.js";
export function reader(formula) {
    switch (formula.kind) {
        case "value": {
            const { value } = formula;
            return () => value;
        }
        case "fluent": {
            const { fluent } = formula;
            return (world) => world.values[fluent];
        }
        case "believes": {
            const { character } = formula;
            const body = reader(formula.body);
            return (world) => (world.depth === 0 ? beyond : body(world.minds[character]));
        }
        case "not": {
            const body = reader(formula.body);
            return (world) => negation(body(world));
        }
        case "and":
            return junction(formula.parts.map(reader), false);
        case "or":
            return junction(formula.parts.map(reader), true);
        case "if":
            return conditional(formula);
        case "compare": {
            const { operator } = formula;
            return binary(formula, (left, right) => compareValues(operator, left, right));
        }
        case "arithmetic": {
            const { operator } = formula;
            return binary(formula, (left, right) => calculate(operator, left, right));
        }
    }
}
function negation(value) {
    return value === beyond ? beyond : value !== true;
}
/** `settling`: the truth value that one part suffices to give the whole. */
function junction(parts, settling) {
    return (world) => {
        let result = !settling;
        for (const part of parts) {
            const value = part(world);
            if (value === beyond)
                result = beyond;
            else if ((value === true) === settling)
                return settling;
        }
        return result;
    };
}
function conditional(formula) {
    const last = reader(formula.otherwise);
    return formula.branches.reduceRight((rest, branch) => {
        const condition = reader(branch.condition);
        const body = reader(branch.body);
        return (world) => {
            const holds = condition(world);
            if (holds === true)
                return body(world);
            if (holds !== beyond)
                return rest(world);
            const value = body(world);
            return value === rest(world) ? value : beyond;
        };
    }, last);
}
function binary(formula, operation) {
    const left = reader(formula.left);
    const right = reader(formula.right);
    return (world) => {
        const one = left(world);
        const other = right(world);
        return one === beyond || other === beyond ? beyond : operation(one, other);
    };
}
/** A condition that decides something: it must not lie beyond. */
export function holds(condition, world) {
    const value = condition(world);
    if (value === beyond)
        throw new Deeper();
    return value === true;
}
//# sourceMappingURL=read.js.map