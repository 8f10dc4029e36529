/**
 * Does this act make sense to this person? (D22: Expl and Motive.)
 *
 * A query asks for a plan in the believed state, starting with the act, that improves the owner's utility, is explained for
 * everybody else who takes part, and has no idle step. The answer is a function of (believed state, act, owner, horizon):
 * the believed state carries its own depth, so nothing else matters and every answer is remembered, under exactly those four
 * (an answer under another horizon proves nothing: explained-ness is not monotone).
 *
 * The search is by layers: layer i holds the states that i acts can lead to, equal ones once, whoever would agree. A state is
 * expanded only if somebody could really get there (one edge into it is explained for the others) and only if the estimate
 * allows an improvement within what remains. When a layer holds an improvement, the plans that end there are read backwards
 * through all the edges, and the first that passes every rule is the answer. Layers keep *all* edges because minimality
 * belongs to a whole plan, not to a state: two plans to the same state can differ in it. So an answer "no" is a proof.
 */
import type { StateId } from "../belief/space.js";
import type { SearchContext } from "../search/context.js";
import type { Reason } from "./reason.js";
/** Yields once per visited node, so that whoever drives the search decides how much is done at a time. */
export type Slices<T> = Generator<void, T, void>;
export declare class Explainer {
    #private;
    readonly context: SearchContext;
    constructor(context: SearchContext);
    get bytes(): number;
    /** Expl: the act, about to happen in `state`, for a consenting character who does not own `state`. */
    explain(state: StateId, action: number, character: number, horizon: number): Slices<Reason | null>;
    /** The reasons of all who consent but `owner` (-1: the author, who owns nothing); null if somebody has none. */
    explainOthers(state: StateId, action: number, owner: number, horizon: number): Slices<ReadonlyMap<number, Reason> | null>;
}
//# sourceMappingURL=explain.d.ts.map