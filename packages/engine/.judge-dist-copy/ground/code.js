import { arithmetic, ordered } from "./arithmetic.js";
import { FALSE, TRUE } from "../belief/values.js";
export const CONST = 0;
export const FLUENT = 1;
export const IS = 2;
export const ISNT = 3;
export const BELIEVES = 4;
export const NOT = 5;
export const AND = 6;
export const OR = 7;
export const COMPARE = 8;
export const ARITH = 9;
export const IF = 10;
export const SUM = 11;
export const PRODUCT = 12;
export const OPERATORS = ["==", "!=", ">", ">=", "<", "<="];
export const ARITHMETIC = ["+", "-", "*", "/"];
const EQ = 0;
const NE = 1;
export class CodeBuilder {
    code = [];
    values;
    #known = new Map();
    true;
    false;
    constructor(values) {
        this.values = values;
        this.true = this.constant(TRUE);
        this.false = this.constant(FALSE);
    }
    constant(value) {
        return this.#emit([CONST, value]);
    }
    fluent(fluent) {
        return this.#emit([FLUENT, fluent]);
    }
    truth(value) {
        return value ? this.true : this.false;
    }
    believes(character, node) {
        return this.isConstant(node) ? node : this.#emit([BELIEVES, character, node]);
    }
    not(node) {
        const { code } = this;
        if (this.isConstant(node))
            return this.truth(!this.holds(node));
        if (code[node] === NOT && this.isCondition(code[node + 1]))
            return code[node + 1];
        if (code[node] === IS)
            return this.#emit([ISNT, code[node + 1], code[node + 2]]);
        if (code[node] === ISNT)
            return this.#emit([IS, code[node + 1], code[node + 2]]);
        return this.#emit([NOT, node]);
    }
    and(nodes) {
        return this.#junction(AND, nodes, this.false, this.true);
    }
    or(nodes) {
        return this.#junction(OR, nodes, this.true, this.false);
    }
    compare(operator, left, right, single) {
        const { code } = this;
        const op = OPERATORS.indexOf(operator);
        if (this.isConstant(left) && this.isConstant(right))
            return this.#compareConstants(op, code[left + 1], code[right + 1]);
        if (op === EQ || op === NE) {
            if (this.isConstant(left))
                return this.compare(operator, right, left, false);
            if (this.isConstant(right)) {
                if (code[left] === FLUENT)
                    return this.#emit([op === EQ ? IS : ISNT, code[left + 1], code[right + 1]]);
                if (code[left] === BELIEVES)
                    return this.believes(code[left + 1], this.compare(operator, code[left + 2], right, single));
            }
            if (left === right)
                return this.truth(op === EQ);
        }
        return this.#emit([COMPARE, op, left, right, single ? 1 : 0]);
    }
    arithmetic(operator, left, right) {
        const op = ARITHMETIC.indexOf(operator);
        if (!this.isConstant(left) || !this.isConstant(right))
            return this.#emit([ARITH, op, left, right]);
        return this.constant(arithmetic(this.values, op, this.code[left + 1], this.code[right + 1]));
    }
    fold(operator, nodes) {
        const op = operator === SUM ? 0 : 2;
        if (!nodes.every((each) => this.isConstant(each)))
            return this.#emit([operator, nodes.length, ...nodes]);
        const start = this.values.idOfNumber(operator === SUM ? 0 : 1);
        return this.constant(nodes.reduce((total, each) => arithmetic(this.values, op, total, this.code[each + 1]), start));
    }
    conditional(branches, otherwise) {
        const kept = [];
        let last = otherwise;
        for (const branch of branches) {
            if (branch[0] === this.false)
                continue;
            if (branch[0] === this.true) {
                last = branch[1];
                break;
            }
            kept.push(branch);
        }
        if (kept.every(([, body]) => body === last))
            return last;
        return this.#emit([IF, kept.length, ...kept.flat(), last]);
    }
    isConstant(node) {
        return this.code[node] === CONST;
    }
    /** Whether a constant node counts as true; anything but `True` (an unknown, say) does not. */
    holds(node) {
        return this.code[node + 1] === TRUE;
    }
    /** Nodes that can only be true or false, so that a double negation may go. */
    isCondition(node) {
        const op = this.code[node];
        return op === IS || op === ISNT || op === NOT || op === AND || op === OR || op === COMPARE;
    }
    #junction(op, nodes, absorbing, neutral) {
        const flat = [];
        for (const node of nodes) {
            if (node === absorbing)
                return absorbing;
            if (this.isConstant(node)) {
                if (this.holds(node) === (absorbing === this.true))
                    return absorbing;
                continue;
            }
            const inner = this.code[node] === op ? this.code.slice(node + 2, node + 2 + this.code[node + 1]) : [node];
            for (const each of inner)
                if (!flat.includes(each))
                    flat.push(each);
        }
        if (flat.length === 0)
            return neutral;
        if (op === AND && this.#isContradictory(flat))
            return this.false;
        return flat.length === 1 && this.isCondition(flat[0]) ? flat[0] : this.#emit([op, flat.length, ...flat]);
    }
    /** Two literals on one fluent that cannot both hold. */
    #isContradictory(nodes) {
        const equal = new Map();
        const unequal = [];
        for (const node of nodes) {
            const [fluent, value, positive] = this.#literal(node);
            if (fluent < 0)
                continue;
            if (!positive)
                unequal.push([fluent, value]);
            else if ((equal.get(fluent) ?? value) !== value)
                return true;
            else
                equal.set(fluent, value);
        }
        return unequal.some(([fluent, value]) => equal.get(fluent) === value);
    }
    #literal(node) {
        const { code } = this;
        if (code[node] === IS || code[node] === ISNT)
            return [code[node + 1], code[node + 2], code[node] === IS];
        if (code[node] === FLUENT)
            return [code[node + 1], TRUE, true];
        if (code[node] === NOT && code[code[node + 1]] === FLUENT)
            return [code[code[node + 1] + 1], TRUE, false];
        return [-1, FALSE, true];
    }
    #compareConstants(op, left, right) {
        if (op === EQ)
            return this.truth(left === right);
        if (op === NE)
            return this.truth(left !== right);
        return this.truth(ordered(this.values, op, left, right));
    }
    #emit(ints) {
        const key = ints.join(" ");
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const node = this.code.length;
        for (const int of ints)
            this.code.push(int);
        this.#known.set(key, node);
        return node;
    }
}
/** How deep a formula looks into minds. */
export function nesting(code, node) {
    return code[node] === BELIEVES ? 1 + nesting(code, code[node + 2]) : Math.max(0, ...operands(code, node).map((each) => nesting(code, each)));
}
/** The nodes directly inside a node. */
export function operands(code, node) {
    const list = (from, count) => Array.from({ length: count }, (_, i) => code[from + i]);
    switch (code[node]) {
        case BELIEVES:
            return [code[node + 2]];
        case NOT:
            return [code[node + 1]];
        case COMPARE:
        case ARITH:
            return [code[node + 2], code[node + 3]];
        case IF:
            return list(node + 2, 2 * code[node + 1] + 1);
        case AND:
        case OR:
        case SUM:
        case PRODUCT:
            return list(node + 2, code[node + 1]);
        default:
            return [];
    }
}
//# sourceMappingURL=code.js.map