/**
 * Reads a formula in a state (D3 to D7). Three-valued where a state does not reach deep enough: false and beyond is false,
 * true and beyond is beyond (Kleene's strong tables), so that an answer other than beyond is right at any depth.
 */
import { AND, ARITH, BELIEVES, COMPARE, CONST, FLUENT, IF, IS, ISNT, NOT, OR, PRODUCT, SUM } from "../ground/code.js";
import { arithmetic, ordered } from "../ground/arithmetic.js";
import { BEYOND, FALSE, TRUE, UNKNOWN } from "./values.js";
/** The value of any formula; a condition gives TRUE, FALSE or BEYOND (an unknown in its place counts as false). */
export function evaluate(space, node, state) {
    const code = space.task.code;
    switch (code[node]) {
        case CONST:
            return code[node + 1];
        case FLUENT:
            return space.valueOf(state, code[node + 1]);
        case IS: {
            const value = space.valueOf(state, code[node + 1]);
            return value === BEYOND ? BEYOND : value === code[node + 2] ? TRUE : FALSE;
        }
        case ISNT: {
            const value = space.valueOf(state, code[node + 1]);
            return value === BEYOND ? BEYOND : value === code[node + 2] ? FALSE : TRUE;
        }
        case BELIEVES: {
            const mind = space.belief(state, code[node + 1]);
            return mind < 0 ? BEYOND : evaluate(space, code[node + 2], mind);
        }
        case NOT: {
            const value = evaluate(space, code[node + 1], state);
            return value === BEYOND ? BEYOND : value === TRUE ? FALSE : TRUE;
        }
        case AND:
            return junction(space, node, state, false);
        case OR:
            return junction(space, node, state, true);
        case COMPARE:
            return compare(space, node, state);
        case ARITH:
            return combine(space, code[node + 1], evaluate(space, code[node + 2], state), evaluate(space, code[node + 3], state));
        case IF:
            return conditional(space, node, state);
        case SUM:
            return total(space, node, state, 0, 0);
        case PRODUCT:
            return total(space, node, state, 2, 1);
        default:
            throw new Error(`No formula starts at ${node}: the task's code is damaged.`);
    }
}
/** AND looks for a false part, OR for a true one; unknown counts as false. */
function junction(space, node, state, wanted) {
    const code = space.task.code;
    const end = node + 2 + code[node + 1];
    let uncertain = false;
    for (let i = node + 2; i < end; i++) {
        const value = evaluate(space, code[i], state);
        if (value === BEYOND)
            uncertain = true;
        else if ((value === TRUE) === wanted)
            return wanted ? TRUE : FALSE;
    }
    return uncertain ? BEYOND : wanted ? FALSE : TRUE;
}
function compare(space, node, state) {
    const code = space.task.code;
    const op = code[node + 1];
    const left = evaluate(space, code[node + 2], state);
    const right = evaluate(space, code[node + 3], state);
    if (left === BEYOND || right === BEYOND)
        return BEYOND;
    if (op === 0)
        return left === right ? TRUE : FALSE;
    if (op === 1)
        return left === right ? FALSE : TRUE;
    return ordered(space.task.values, op, left, right) ? TRUE : FALSE;
}
function combine(space, op, left, right) {
    if (left === BEYOND || right === BEYOND)
        return BEYOND;
    return arithmetic(space.task.values, op, left, right);
}
function conditional(space, node, state) {
    const code = space.task.code;
    const end = node + 2 + 2 * code[node + 1];
    for (let i = node + 2; i < end; i += 2) {
        const condition = evaluate(space, code[i], state);
        if (condition === BEYOND)
            return BEYOND;
        if (condition === TRUE)
            return evaluate(space, code[i + 1], state);
    }
    return evaluate(space, code[end], state);
}
function total(space, node, state, op, start) {
    const code = space.task.code;
    const end = node + 2 + code[node + 1];
    let sum = space.task.values.idOfNumber(start);
    for (let i = node + 2; i < end; i++)
        sum = combine(space, op, sum, evaluate(space, code[i], state));
    return sum;
}
/** A utility as a number; NaN stands for unknown, `undefined` for beyond. True counts 1, false 0 (D21). */
export function utilityOf(space, who, state) {
    const value = evaluate(space, space.task.utilities[who], state);
    if (value === BEYOND)
        return undefined;
    if (value === TRUE)
        return 1;
    if (value === FALSE)
        return 0;
    return value === UNKNOWN || !space.task.values.isNumber(value) ? NaN : space.task.values.numberOf(value);
}
//# sourceMappingURL=evaluate.js.map