import { Explainer } from "../explain/explain.js";
import { Frontier } from "./frontier.js";
export class AuthorSearch {
    context;
    explainer;
    /**
     * Lines met so far that improve on the start and on one another, the best last. The goal's own line is minimal, being a
     * shortest one; one that falls short of the goal need not be, so whoever shows one has it judged.
     */
    improving = [];
    depth = 0;
    /** No story can be shorter than this. */
    bound = 0;
    #goal;
    #eager;
    #frontier = new Frontier();
    #visited = new Map();
    #order = 0;
    constructor(context, goal, eager) {
        this.context = context;
        this.explainer = new Explainer(context);
        this.#goal = goal;
        this.#eager = eager;
    }
    get bytes() {
        return this.context.bytes + this.explainer.bytes + this.#frontier.size * 96 + this.#visited.size * 40;
    }
    /** The shortest story that reaches the goal; undefined when there is none within the bounds. */
    *run() {
        const { context } = this;
        const start = context.utility(context.author, context.initial);
        const root = { state: context.initial, parent: undefined, action: -1, reasons: new Map(), total: 0, cost: 0, order: 0 };
        this.#frontier.push(root);
        for (let node = this.#frontier.pop(); node !== undefined; node = this.#frontier.pop()) {
            if (context.tooShallow)
                return undefined;
            this.bound = node.total;
            if ((this.#visited.get(node.state) ?? Infinity) <= node.cost)
                continue;
            if (node.reasons === undefined && !(yield* this.#explainNode(node)))
                continue;
            this.#visited.set(node.state, node.cost);
            this.depth = Math.max(this.depth, node.cost);
            const utility = context.utility(context.author, node.state);
            if (utility > start && isBetter(utility, node.cost, this.improving.at(-1)))
                this.improving.push({ acts: line(node), utility });
            if (utility > start && utility >= this.#goal)
                return { acts: line(node), utility };
            context.meter.visited++;
            yield;
            yield* this.#expand(node, start);
        }
        return undefined;
    }
    *#explainNode(node) {
        const reasons = yield* this.explainer.explainOthers(node.parent.state, node.action, -1, this.context.bounds.character);
        if (reasons === null)
            return false;
        node.reasons = reasons;
        return true;
    }
    *#expand(node, start) {
        const { context } = this;
        const hope = this.#hope(start);
        for (const action of context.possibleActions(node.state)) {
            const estimate = context.estimateAfter(node.state, action, hope);
            const cost = node.cost + 1;
            if (cost + estimate > context.bounds.author) {
                if (estimate !== Infinity)
                    context.wasCut = true;
                continue;
            }
            const state = context.happen(node.state, action);
            if (state < 0 || (this.#visited.get(state) ?? Infinity) <= cost)
                continue;
            const child = { state, parent: node, action, reasons: undefined, total: cost + estimate, cost, order: ++this.#order };
            if (this.#eager && !(yield* this.#explainNode(child)))
                continue;
            this.#frontier.push(child);
        }
    }
    #hope(start) {
        const who = this.context.author;
        return start >= this.#goal ? { who, least: start, above: true } : { who, least: this.#goal, above: false };
    }
}
function isBetter(utility, cost, than) {
    return than === undefined || utility > than.utility || (utility === than.utility && cost < than.acts.length);
}
function line(node) {
    const acts = [];
    for (let at = node; at.parent !== undefined; at = at.parent)
        acts.unshift({ action: at.action, reasons: at.reasons });
    return acts;
}
//# sourceMappingURL=author.js.map