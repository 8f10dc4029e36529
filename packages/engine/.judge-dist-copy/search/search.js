import { ground } from "../ground/ground.js";
import { heuristics } from "../heuristics/index.js";
import { solutionOf } from "../explain/solution.js";
import { startNotes } from "../notes.js";
import { verify } from "../verify.js";
import { SearchContext } from "./context.js";
import { boundsOf, isFixed, printable } from "./limits.js";
import { methods } from "./methods/index.js";
import { actionOrder } from "./order.js";
/** Deeper minds than this are not followed: a question that goes on for ever has to end somewhere, and is said to. */
const MOST_LEVELS = 24;
const DEFAULT_MEMORY_MIB = 3072;
/** Starts a search. Throws if the problem's start is not one a story can begin in; ask `groundingNotes` first. */
export function startSearch(problem, options = {}) {
    const { task, notes } = ground(problem);
    const error = [...notes, ...startNotes(task)].find((each) => each.severity === "error");
    if (error !== undefined)
        throw new Error(`${error.message} Ask groundingNotes before starting a search.`);
    return new RoundedSearch(problem, task, options);
}
class RoundedSearch {
    task;
    goal;
    status = "searching";
    limit = null;
    story = null;
    best = null;
    shortest = null;
    undecided = false;
    #problem;
    #options;
    #stated;
    #order;
    #meter = { visited: 0, generated: 0 };
    #deadline;
    #bounds;
    #round;
    #work;
    constructor(problem, task, options) {
        this.task = task;
        this.#problem = problem;
        this.#options = options;
        this.#stated = merged(problem.limits, options.limits ?? {});
        this.#bounds = boundsOf(this.#stated, 0);
        this.#order = actionOrder(task.actions.length, options.seed ?? 0);
        this.#deadline = (options.clock?.() ?? 0) + (options.timeoutMs ?? Infinity);
        this.goal = options.goal ?? this.#defaultGoal();
        this.#work = this.#rounds();
    }
    get progress() {
        const { visited, generated } = this.#meter;
        return {
            visited,
            generated,
            states: this.#round?.context.space.count ?? 0,
            depth: this.#round?.depth ?? 0,
            best: this.#round?.improving.at(-1)?.utility ?? null,
            limits: printable(this.#bounds),
        };
    }
    step(visits) {
        for (let i = 0; i < visits && this.status === "searching"; i++) {
            if (this.#isOver())
                return;
            this.#work.next();
        }
    }
    /** Checks the caller's limits; cheap ones each time, the others now and then. */
    #isOver() {
        const { visited } = this.#meter;
        const { maxVisited, memoryMiB, clock } = this.#options;
        if (visited >= (maxVisited ?? Infinity))
            return this.#stop("visits");
        if (visited % 64 === 0) {
            if (clock !== undefined && clock() > this.#deadline)
                return this.#stop("time");
            if ((this.#round?.bytes ?? 0) > (memoryMiB ?? DEFAULT_MEMORY_MIB) * 1048576)
                return this.#stop("memory");
        }
        return false;
    }
    #stop(limit) {
        this.#keepBest();
        this.limit = limit;
        this.status = "limited";
        return true;
    }
    *#rounds() {
        for (let round = 0;; round++) {
            this.#bounds = boundsOf(this.#stated, round);
            const search = yield* this.#deepEnough();
            if (search === undefined)
                return;
            if (this.status !== "searching")
                return;
            if (isFixed(this.#stated) || !search.context.wasCut) {
                this.status = "exhausted";
                return;
            }
        }
    }
    /** One round's bounds, with states as deep as its questions turn out to need. */
    *#deepEnough() {
        for (let depth = this.#firstDepth(); depth <= MOST_LEVELS; depth += Math.max(1, this.task.readingDepth)) {
            const { heuristic = "hmax", method = "best-first" } = this.#options;
            const context = new SearchContext(this.task, depth, this.#bounds, heuristics[heuristic], this.#order, this.#meter);
            const search = methods[method].start(context, this.goal);
            this.#round = search;
            const found = yield* search.run();
            if (context.tooShallow)
                continue;
            if (found === undefined)
                this.#keepBest();
            else
                this.#solve(found);
            return search;
        }
        this.#stop("belief");
        return undefined;
    }
    /** Explanations look one level deeper than the belief limit, and what they read there may look deeper still. */
    #firstDepth() {
        const { character, belief } = this.#bounds;
        return Math.min(Math.max(1, Math.min(belief + 1, character)) + this.task.readingDepth, MOST_LEVELS);
    }
    /** The judge has to accept what is called a solution. A refusal would be our own mistake, so it is not passed over. */
    #solve(found) {
        const { story, verdict } = this.#judge(found);
        if (verdict.verdict === "invalid") {
            const [breach] = verdict.breaches;
            throw new Error(`The judge refused a story that the search had found: ${breach.message} (${story.solution.plan.join("; ")})`);
        }
        this.undecided = verdict.verdict === "undecided";
        this.story = story;
        this.best = story;
        this.shortest = methods[this.#options.method ?? "best-first"].promises.shortest;
        this.status = "solved";
    }
    /** The best line of this round that the judge accepts. */
    #keepBest() {
        for (const found of [...(this.#round?.improving ?? [])].reverse()) {
            if (this.best !== null && this.best.utility >= found.utility)
                return;
            const { story, verdict } = this.#judge(found);
            if (verdict.verdict === "valid")
                this.best = story;
        }
    }
    #judge(found) {
        const solution = solutionOf(this.task, found.acts);
        const { effort } = this.#options;
        const verdict = verify(this.#problem, solution, { limits: printable(this.#bounds), effort });
        return { story: { solution, utility: found.utility }, verdict };
    }
    /** The start's utility rounded up to an integer if that is higher, else plus one (D26). */
    #defaultGoal() {
        const { character, belief } = this.#bounds;
        const depth = Math.min(Math.max(1, Math.min(belief + 1, character)) + this.task.readingDepth, MOST_LEVELS);
        const context = new SearchContext(this.task, depth, this.#bounds, heuristics.none, this.#order, { visited: 0, generated: 0 });
        const start = context.utility(context.author, context.initial);
        const rounded = Math.ceil(start);
        return rounded > start ? rounded : start + 1;
    }
}
function merged(world, given) {
    return {
        author: given.author !== undefined ? given.author : world.author,
        character: given.character !== undefined ? given.character : world.character,
        belief: given.belief !== undefined ? given.belief : world.belief,
    };
}
//# sourceMappingURL=search.js.map