import { charactersOf } from "@dramaturg/model";
import { groundActions, groundTriggers } from "./event.js";
import { fixedProperties } from "./fixed.js";
import { instantiate } from "./formula.js";
import { reader } from "./read.js";
import { initialTables, valueIn } from "./start.js";
import { Deeper, beyond, newWorlds } from "./world.js";
export function newMemory() {
    return { worlds: newWorlds(), settled: new Map(), acted: new Map(), after: new Map(), possible: new Map() };
}
export function setStage(problem) {
    const characters = charactersOf(problem);
    const tables = initialTables(problem);
    const fixed = fixedProperties(problem);
    const setting = {
        problem, characters, fluents: [], numbers: new Map(),
        fixed: (key, property) => (fixed.has(property) ? valueIn(tables, problem, [], key, property) : undefined),
    };
    const actions = groundActions(setting);
    const triggers = groundTriggers(setting);
    const utilities = [...characters, null].map((who) => utilityOf(setting, who));
    return { setting, tables, actions, actionsByLabel: byLabel(actions), triggers, utilities, memory: newMemory() };
}
function byLabel(actions) {
    const map = new Map();
    for (const action of actions)
        map.set(action.label, [...(map.get(action.label) ?? []), action]);
    return map;
}
function utilityOf(setting, who) {
    const body = setting.problem.utilities.find((each) => each.character === who)?.body ?? { kind: "constant", value: 0 };
    const formula = instantiate(setting, body, new Map());
    return reader(formula);
}
/** D21: NaN stands for unknown, which is neither higher nor lower than anything and equals nothing. `who` null: the author. */
export function utility(stage, world, who) {
    const value = stage.utilities[who ?? stage.setting.characters.length](world);
    if (value === beyond)
        throw new Deeper();
    return typeof value === "boolean" ? Number(value) : typeof value === "number" ? value : NaN;
}
//# sourceMappingURL=stage.js.map