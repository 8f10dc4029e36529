/** The API reference is made of the docstrings: every exported thing has one. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { writeApi } from "../prepare.mjs"

test("every exported function, class, interface, type, method and value has a docstring", () => {
  const folder = mkdtempSync(join(tmpdir(), "dramaturg-api-"))
  try {
    expect(writeApi(folder)).toBe("")
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
