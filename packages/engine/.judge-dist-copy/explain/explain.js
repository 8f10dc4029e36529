import { PairMap } from "../belief/int-map.js";
import { isMinimal } from "./minimal.js";
const UNASKED = -1;
export class Explainer {
    context;
    #answers = [];
    #asked = new PairMap();
    #horizons = new Map();
    constructor(context) {
        this.context = context;
    }
    get bytes() {
        return this.#asked.bytes + this.#answers.length * 64;
    }
    /** Expl: the act, about to happen in `state`, for a consenting character who does not own `state`. */
    *explain(state, action, character, horizon) {
        const { context } = this;
        const mind = context.space.belief(state, character);
        if (mind < 0) {
            context.tooShallow = true;
            return null;
        }
        if (!context.isPossible(mind, action))
            return null;
        return yield* this.#motive(mind, action, character, horizon);
    }
    /** The reasons of all who consent but `owner` (-1: the author, who owns nothing); null if somebody has none. */
    *explainOthers(state, action, owner, horizon) {
        const reasons = new Map();
        for (const character of this.context.task.actions[action].consenting) {
            if (character === owner)
                continue;
            const reason = yield* this.explain(state, action, character, horizon);
            if (reason === null)
                return null;
            reasons.set(character, reason);
        }
        return reasons;
    }
    *#motive(mind, action, owner, horizon) {
        const key = this.#key(action, owner, horizon);
        const known = this.#asked.find(mind, key, UNASKED);
        if (known !== UNASKED)
            return this.#answers[known];
        const answer = yield* this.#search(mind, action, owner, horizon);
        this.#asked.set(mind, key, this.#answers.length);
        this.#answers.push(answer);
        return answer;
    }
    #key(action, owner, horizon) {
        let index = this.#horizons.get(horizon);
        if (index === undefined)
            this.#horizons.set(horizon, (index = this.#horizons.size));
        return (index * this.context.task.actions.length + action) * this.context.task.characters.length + owner;
    }
    *#search(start, action, owner, horizon) {
        const { context } = this;
        const utility = context.utility(owner, start);
        if (Number.isNaN(utility))
            return null;
        const hope = { who: owner, least: utility, above: true };
        const estimate = context.estimateAfter(start, action, hope);
        if (estimate === Infinity)
            return null;
        const after = context.happen(start, action);
        if (after < 0)
            return null;
        if (context.utility(owner, after) > utility)
            return { steps: [{ action, reasons: new Map() }] };
        const most = context.epistemicDepthOf(start) > context.bounds.belief ? 1 : Math.max(1, horizon);
        if (1 + estimate > most) {
            context.wasCut = true;
            return null;
        }
        return yield* this.#layers({ start, action, owner, horizon, utility }, after, most, hope);
    }
    *#layers(query, after, most, hope) {
        const { context } = this;
        let layer = [{ state: after, position: 1, edges: [] }];
        const met = new Set([query.start, after]);
        for (let length = 2; length <= most; length++) {
            const next = new Map();
            for (const node of layer) {
                if (node.position > 1 && !(yield* this.#isReal(query, node)))
                    continue;
                context.meter.visited++;
                yield;
                if (context.tooShallow)
                    return null;
                this.#expand(node, next, most - length, hope);
            }
            layer = [...next.values()];
            if (layer.length === 0)
                return null;
            for (const node of layer) {
                if (!(context.utility(query.owner, node.state) > query.utility))
                    continue;
                const found = yield* this.#readBack(query, node);
                if (found !== null)
                    return found;
            }
            // Without a horizon a plan that meets no state twice ends; one that does is not minimal.
            for (const node of layer)
                met.add(node.state);
            if (horizonIsOpen(most) && length > met.size)
                return null;
        }
        context.wasCut = true;
        return null;
    }
    #expand(node, next, remaining, hope) {
        const { context } = this;
        for (const action of context.possibleActions(node.state)) {
            if (context.task.actions[action].consenting.length === 0)
                continue;
            const estimate = context.estimateAfter(node.state, action, hope);
            if (estimate > remaining) {
                if (estimate !== Infinity)
                    context.wasCut = true;
                continue;
            }
            const state = context.happen(node.state, action);
            if (state < 0)
                continue;
            let target = next.get(state);
            if (target === undefined)
                next.set(state, (target = { state, position: node.position + 1, edges: [] }));
            target.edges.push({ from: node, action, reasons: undefined });
        }
    }
    /** Whether at least one way here is explained for everybody else in it. */
    *#isReal(query, node) {
        for (const edge of node.edges)
            if ((yield* this.#reasons(query, edge)) !== null)
                return true;
        return false;
    }
    *#reasons(query, edge) {
        if (edge.reasons === undefined) {
            edge.reasons = yield* this.explainOthers(edge.from.state, edge.action, query.owner, query.horizon - edge.from.position);
        }
        return edge.reasons;
    }
    /** The first plan that ends in this node and passes all rules, shorter edges first. */
    *#readBack(query, goal) {
        const target = this.context.utility(query.owner, goal.state);
        return yield* this.#readBackFrom(query, goal, target, []);
    }
    *#readBackFrom(query, node, target, rest) {
        if (node.position === 1)
            return yield* this.#complete(query, rest, target);
        for (const edge of node.edges) {
            const before = this.context.utility(query.owner, edge.from.state);
            if (before === target)
                continue;
            if (this.#isOwn(query, edge) && !(before < target))
                continue;
            if ((yield* this.#reasons(query, edge)) === null)
                continue;
            const found = yield* this.#readBackFrom(query, edge.from, target, [edge, ...rest]);
            if (found !== null)
                return found;
        }
        return null;
    }
    #isOwn(query, edge) {
        return this.context.task.actions[edge.action].consenting.includes(query.owner);
    }
    *#complete(query, edges, target) {
        const states = [query.start, ...edges.map((each) => each.from.state)];
        const actions = [query.action, ...edges.map((each) => each.action)];
        if (!(yield* isMinimal(this, { states, actions, owner: query.owner, horizon: query.horizon, target })))
            return null;
        const steps = [{ action: query.action, reasons: new Map() }];
        for (const edge of edges)
            steps.push({ action: edge.action, reasons: edge.reasons });
        return { steps };
    }
}
function horizonIsOpen(most) {
    return most === Infinity;
}
//# sourceMappingURL=explain.js.map