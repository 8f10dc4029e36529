/**
 * Every published world for Sabre loads, gets the diagnostics that are expected of it, and survives being
 * written and read again.
 */
import { compileStory, writeSabre } from "@dramaturg/language"
import type { Problem } from "@dramaturg/model"
import { describe, expect, test } from "vitest"
import { sharedWorlds, skipped } from "./shared.js"

/** The probes that get diagnostics; "loads:" before warnings. All others load without any. */
const remarks: Readonly<Record<string, string>> = {
  g1: "loads: arithmetic-on-unknown division-by-zero unknown-utility",
  i_order: "loads: said-twice",
  i_refbelief: "loads: said-twice",
  n_autotype: "loads: undeclared-type",
  n_boolparent: "built-in-type",
  n_boolunk: "wrong-type",
  n_consentnonchar: "not-a-character",
  n_constcmp: "loads: unordered",
  n_contrainst: "loads: contradictory-case",
  n_dbleff: "contradictory-effect",
  n_dbleff2: "loads: conflicting-effects",
  n_dblsemi: "stray-semicolon",
  n_div: "loads: arithmetic-on-unknown division-by-zero",
  n_dupaction: "ambiguous-name",
  n_dupelement: "loads: part-twice",
  n_dupentity: "loads: declared-twice",
  n_dupprop: "ambiguous-name",
  n_duputil: "loads: utility-twice",
  n_dupvar: "loads: hidden-overload",
  n_effor2: "open-effect",
  n_empty: "empty-world",
  n_emptyprec: "missing-formula",
  n_entitybool: "built-in-type",
  n_forallcontra: "contradictory-effect",
  n_ifprec: "unclear-else",
  n_initprec: "not-an-effect",
  n_missingelse: "missing-else",
  n_nestedapp: "nested-application",
  n_nestedif1: "unclear-else",
  n_nonbooleffect: "not-an-effect",
  n_numvar: "number-variable",
  n_obsnonchar: "bad-observer",
  n_order: "loads: said-twice",
  n_overlap: "loads: hidden-overload",
  n_precassign: "assignment-in-condition",
  n_sci: "unexpected-word",
  n_static: "wrong-arguments",
  n_tok1: "glued-minus",
  n_tok3: "loads: said-twice",
  n_tok4: "loads: unclosed-comment",
  n_triggerconsent: "part-not-allowed",
  n_typecycle: "type-cycle",
  n_undefproptype: "unknown-type",
  n_unk: "loads: arithmetic-on-unknown",
  n_unkparam: "unknown-argument",
  n_utilchar: "not-a-character",
  n_utilunk: "wrong-type",
  n_zero: "loads: lost-digits arithmetic-on-unknown division-by-zero",
  p_bom: "unexpected-word",
  p_cmp: "assignment-in-condition",
  p_dash: "unexpected-word",
  p_names: "not-a-name",
  p_noparen: "unexpected-word",
  p_whenkw: "unexpected-word",
  q_epivar: "not-a-character",
  t_order1: "loads: interfering-triggers",
  t_order2: "loads: interfering-triggers",
  u_unk1: "loads: arithmetic-on-unknown unknown-utility",
  u_unk2: "loads: unknown-utility",
  u_unk4: "loads: unknown-utility",
}

/** Most probes have no utility of the author; that warning is left out. */
function codesFor(text: string, file: string): string {
  const { problem, diagnostics } = compileStory(text, { file })
  const codes = [...new Set(diagnostics.map((each) => each.code))].filter(
    (code) => code !== "no-author-utility",
  )
  return problem ? (codes.length > 0 ? `loads: ${codes.join(" ")}` : "loads") : codes.join(" ")
}

/** A problem without its spans. */
function meaning(problem: Problem | undefined): unknown {
  return JSON.parse(JSON.stringify(problem ?? null, (key, value) => (key === "origin" ? undefined : value)))
}

describe("the probes", () => {
  const probes = sharedWorlds("conformance/probes")
  test.skipIf(!probes)(probes ? "load or are remarked on as the table says" : skipped, () => {
    const found = Object.fromEntries(
      probes!.map(({ file, text }) => [file.replace(".txt", ""), codesFor(text, file)]),
    )
    const expected = Object.fromEntries(Object.keys(found).map((name) => [name, remarks[name] ?? "loads"]))
    expect(found).toEqual(expected)
    expect(Object.keys(found)).toHaveLength(180)
  })
})

describe.each([
  ["benchmarks/problems", 16],
  ["conformance/random-worlds", 400],
  ["conformance/minds-worlds", 222],
])("the worlds in %s", (folder, count) => {
  const worlds = sharedWorlds(folder)
  test.skipIf(!worlds)(worlds ? "load without errors, and with no warning that is nonsense" : skipped, () => {
    expect(worlds!).toHaveLength(count)
    const found = worlds!
      .map(({ file, text }) => [file, codesFor(text, file)])
      .filter(([, codes]) => codes !== "loads")
    // macguffin.txt never declares its type `location`.
    expect(found).toEqual(folder.startsWith("bench") ? [["macguffin.txt", "loads: undeclared-type"]] : [])
  })
})

describe.each([
  "benchmarks/problems",
  "conformance/random-worlds",
  "conformance/minds-worlds",
  "conformance/probes",
])("written and read again, the worlds in %s", (folder) => {
  const worlds = sharedWorlds(folder)
  test.skipIf(!worlds)(worlds ? "mean the same" : skipped, () => {
    for (const { file, text } of worlds!) {
      const { problem } = compileStory(text, { file })
      if (!problem) continue
      const written = writeSabre(problem)
      expect(written.diagnostics, file).toEqual([])
      expect(meaning(compileStory(written.text, { file }).problem), file).toEqual(meaning(problem))
    }
  })
})
