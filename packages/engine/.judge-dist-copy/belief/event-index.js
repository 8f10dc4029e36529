/**
 * Events grouped by one literal `fluent == value` that each needs. In a state only the groups whose literal is true are
 * worth testing, and the group of events without such a literal always is. Within a group events are in task order.
 */
import { AND, FLUENT, IS } from "../ground/code.js";
import { BEYOND, TRUE } from "./values.js";
export class EventIndex {
    #keyed = new Map();
    #always = [];
    constructor(code, events, isWanted) {
        const literals = events.map((each) => equalitiesOf(code, each.precondition));
        const needed = new Map();
        for (const each of literals.flat())
            needed.set(each.join(), (needed.get(each.join()) ?? 0) + 1);
        literals.forEach((each, event) => {
            if (isWanted(events[event]))
                this.#place(event, each, needed);
        });
    }
    groupsIn(space, state) {
        const groups = [this.#always];
        for (const [fluent, byValue] of this.#keyed) {
            const value = space.valueOf(state, fluent);
            if (value === BEYOND)
                groups.push(...byValue.values());
            else {
                const group = byValue.get(value);
                if (group !== undefined)
                    groups.push(group);
            }
        }
        return groups;
    }
    /** Under its rarest literal, so that groups stay small. */
    #place(event, literals, needed) {
        if (literals.length === 0) {
            this.#always.push(event);
            return;
        }
        const [fluent, value] = literals.reduce((a, b) => (needed.get(b.join()) < needed.get(a.join()) ? b : a));
        const byValue = this.#keyed.get(fluent) ?? new Map();
        this.#keyed.set(fluent, byValue);
        const group = byValue.get(value) ?? [];
        byValue.set(value, group);
        group.push(event);
    }
}
/** The literals `fluent == value` that are conjuncts of a condition, none of them inside a belief. */
function equalitiesOf(code, node) {
    if (code[node] === IS)
        return [[code[node + 1], code[node + 2]]];
    if (code[node] === FLUENT)
        return [[code[node + 1], TRUE]];
    if (code[node] !== AND)
        return [];
    const found = [];
    for (let i = 0; i < code[node + 1]; i++)
        found.push(...equalitiesOf(code, code[node + 2 + i]));
    return found;
}
//# sourceMappingURL=event-index.js.map