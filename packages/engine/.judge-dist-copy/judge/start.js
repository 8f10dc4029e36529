/** The start of a world (D8): statements imposed one after another, and what nobody has said. */
import { charactersOf } from "@dramaturg/model";
import { atomsOf } from "./event.js";
import { fluentKey } from "./formula.js";
import { reader } from "./read.js";
import { beyond, newWorlds, worldOf } from "./world.js";
/** How deep the minds are that a statement about the beginning can read; deeper ones read as unknown. */
const STATEMENT_DEPTH = 4;
export function initialTables(problem) {
    const tables = new Map();
    for (const statement of problem.initial)
        impose(problem, tables, statement);
    return tables;
}
function impose(problem, tables, statement) {
    const setting = { problem, characters: charactersOf(problem), fluents: [], numbers: new Map(), fixed: () => undefined };
    const atoms = atomsOf(setting, statement, new Map());
    const world = worldFrom(setting, tables, newWorlds(), STATEMENT_DEPTH);
    for (const { chain, fluent, condition, value } of atoms) {
        if (reader(condition)(world) !== true)
            continue;
        const read = reader(value)(world);
        const table = tables.get(chain.join()) ?? new Map();
        table.set(keyOf(setting.fluents[fluent]), read === beyond ? null : read);
        tables.set(chain.join(), table);
    }
}
function keyOf({ property, arguments: values }) {
    return fluentKey(property, values);
}
/** What is said of a fluent in a mind, or else in the mind without its innermost believer, and so on down to the default. */
export function valueIn(tables, problem, chain, key, property) {
    for (let length = chain.length; length >= 0; length--) {
        const said = tables.get(chain.slice(0, length).join())?.get(key);
        if (said !== undefined)
            return said;
    }
    const { type } = problem.properties[property];
    return type === "boolean" ? false : type === "number" ? 0 : null;
}
/** The world that the tables describe, before any trigger. */
export function worldFrom(setting, tables, worlds, depth) {
    return build([], depth);
    function build(chain, remaining) {
        const values = setting.fluents.map((fluent) => valueIn(tables, setting.problem, chain, keyOf(fluent), fluent.property));
        return isSpokenBeyond(tables, chain) ? worldOf(worlds, values, minds(chain, remaining)) : alike(values, remaining);
    }
    function minds(chain, remaining) {
        return remaining === 0 ? [] : setting.characters.map((_, c) => build([...chain, c], remaining - 1));
    }
    /** Nothing more is said about minds in this mind, so all of them are like it. */
    function alike(values, remaining) {
        if (remaining === 0)
            return worldOf(worlds, values, []);
        const mind = alike(values, remaining - 1);
        return worldOf(worlds, values, setting.characters.map(() => mind));
    }
}
/** Whether something is said about a mind within the mind at the end of this chain. */
function isSpokenBeyond(tables, chain) {
    const start = chain.length === 0 ? "" : `${chain.join()},`;
    return [...tables.keys()].some((key) => key.length > start.length && key.startsWith(start));
}
//# sourceMappingURL=start.js.map