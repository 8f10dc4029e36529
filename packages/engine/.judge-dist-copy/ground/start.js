import { evaluate } from "../belief/evaluate.js";
import { statedState } from "../belief/initial.js";
import { StateSpace } from "../belief/space.js";
import { TRUE } from "../belief/values.js";
import { CONST, nesting } from "./code.js";
import { atomsOf } from "./instantiate.js";
/** The stated start: explicit values only, for the truth and along chains of believers. */
export function imposeStart(context, notes) {
    const start = { values: new Map(), children: new Map() };
    for (const statement of context.problem.initial) {
        const atoms = atomsOf(context, statement, new Map());
        const clash = impose(context, start, atoms);
        if (clash !== undefined)
            notes.push(contradictoryStart(context, statement, clash));
    }
    return start;
}
/** Returns an unconditional atom that contradicts another, if there is one. */
function impose(context, start, atoms) {
    const read = reader(context, start, atoms);
    const readings = atoms.filter((each) => read(each.condition) === TRUE).map((each) => ({ atom: each, value: read(each.value) }));
    const certain = new Map();
    let clash;
    for (const { atom, value } of readings) {
        if (atom.condition === context.builder.true) {
            const key = `${atom.chain.join(",")}:${atom.fluent}`;
            if ((certain.get(key) ?? value) !== value)
                clash = atom;
            certain.set(key, value);
        }
        let belief = start;
        for (const character of atom.chain) {
            const child = belief.children.get(character) ?? { values: new Map(), children: new Map() };
            belief.children.set(character, child);
            belief = child;
        }
        belief.values.set(atom.fluent, value);
    }
    return clash;
}
/** Reads nodes in what has been stated so far; builds a state for it only if some node is not a constant. */
function reader(context, start, atoms) {
    const { code } = context.builder;
    const nodes = atoms.flatMap((each) => [each.condition, each.value]);
    if (nodes.every((each) => code[each] === CONST))
        return (node) => code[node + 1];
    const { fluents } = context.fluents;
    const task = { ...emptyTask(context), code: Int32Array.from(code), fluents };
    const space = new StateSpace(task);
    const values = Int32Array.from(fluents, (_, fluent) => start.values.get(fluent) ?? context.fluents.defaultOf(fluent));
    const depth = Math.max(...nodes.map((each) => nesting(code, each)));
    const state = statedState(space, start, values, depth);
    return (node) => evaluate(space, node, state);
}
function emptyTask(context) {
    const { problem, values, characters } = context;
    const initial = { values: new Map(), children: new Map() };
    return {
        problem, values, characters: [...characters.keys()], fluents: [], code: new Int32Array(0), actions: [], triggers: [],
        utilities: [], initial, rank: [], readingDepth: 0,
    };
}
function contradictoryStart(context, statement, clash) {
    const { label } = context.fluents.fluents[clash.fluent];
    return {
        code: "contradictory-start",
        severity: "error",
        span: statement.origin ?? { file: context.problem.name, offset: 0, length: 0, line: 1, column: 1 },
        message: `This statement gives ${label} two different values at once.`,
        hint: "Statements after one another override; the parts of one statement may not disagree. Keep one of the two values.",
    };
}
//# sourceMappingURL=start.js.map