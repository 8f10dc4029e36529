/**
 * The optimisations of the search. Each can be disabled (`--without`), so that an ablation can measure what
 * it contributes. None of them changes which stories and proofs are found.
 */
export const optimisations = {
  memo: "answers about reasons are remembered",
  endings: "plans are read backwards, and given up at the first idle act",
  moves: "possible acts and the values they lead to are remembered by values",
  waking: "after an act only the triggers that can notice a difference are looked at",
  sharing: "all members and rounds of a search share one cache",
  patience: "a member gives up reasons that take long to find",
  relevance: "members look first in smaller worlds, without what the goal seems not to need",
  mending: "what the judge finds wrong with a proposal is put right",
  merging: "equal states of the author's line are visited once",
} as const

/** The name of one optimisation. */
export type Optimisation = keyof typeof optimisations

export type Optimisations = ReadonlySet<Optimisation>
