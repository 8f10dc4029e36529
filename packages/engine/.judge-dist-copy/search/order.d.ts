/** The order in which actions are tried: as written, or shuffled by a seed, so that luck can be told from skill. */
/** Positions: `order[action]` is its rank. Seed 0 keeps the order of the text. */
export declare function actionOrder(count: number, seed: number): readonly number[];
//# sourceMappingURL=order.d.ts.map