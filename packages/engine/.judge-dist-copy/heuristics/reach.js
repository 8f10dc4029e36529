/** Relaxed reachability: 0 where the hope may come true some day, Infinity where it never can. */
import { RelaxedLayers } from "./layers.js";
export const reachable = {
    name: "reach",
    promises: { admissible: true, safe: true },
    prepare: (space, bounds) => {
        const layers = new RelaxedLayers(space, bounds);
        return (vector, hope) => (layers.distance(vector, hope) === Infinity ? Infinity : 0);
    },
};
//# sourceMappingURL=reach.js.map