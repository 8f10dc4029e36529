/** The words for wondering and hoping, in prose and in answers. */

export const wondering = {
  /** `Ines did not know who the killer was`. */
  know: "know",
  /** `; Otto would`: whom she takes to know it. */
  would: "would",
  /** `Tib did not know whether the guard was asleep, and hoped so`; or `not`. */
  hope: "hope",
  so: "so",
  not: "not",
  /** `Tib was afraid that the guard was awake`. */
  afraid: "afraid",
  /** `Al did not know which side was up, and doubted that Bo did`. */
  doubt: "doubt",
  /** `hoping that the guard is asleep`, in the midst of a sentence. */
  hoping: "hoping",
  /** `Tib does it in hope: if the guard is asleep, …`. */
  inHope: "in hope",
  /** `Tib does not do it for fear that the guard is awake: then she would be in the cell`. */
  forFear: "for fear",
  /** What every plan in hope has made sure of (D42, M6). */
  otherwise: "in any other case nothing is lost",
  nothingLost: "nothing is lost",
  /** `Ines has a reason in every case: to learn who the killer is`. */
  everyCase: "a reason in every case",
  learning: "to learn",
}
