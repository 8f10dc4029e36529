/** The Python package over `serve`: its own tests, where Python 3 is at hand; and that it can be installed. */
import { spawnSync } from "node:child_process"
import { cpSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { launcher, makeFolder } from "./command.js"
import { isThere } from "./shells.js"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const python = ["python3", "python"].find((each) => isThere(each) && isThree(each))

function isThree(program: string): boolean {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" })
  return /^Python 3\.(9|\d\d)/.test(stdout)
}

it.skipIf(python === undefined)("the Python package passes its own tests (skipped: no Python 3.9)", () => {
  const { status, stderr } = spawnSync(
    python!,
    ["-W", "error", "-m", "unittest", "discover", "-s", "tests", "-t", "."],
    {
      cwd: `${root}python`,
      encoding: "utf8",
      env: { ...process.env, DRAMATURG: launcher, PYTHONDONTWRITEBYTECODE: "1" },
      timeout: 170_000,
    },
  )
  expect({ status, ...(status === 0 ? {} : { stderr }) }).toEqual({ status: 0 })
  const [, count] = /Ran (\d+) tests/.exec(stderr)!
  expect(Number(count)).toBeGreaterThan(25)
})

const buildsWheels =
  python !== undefined &&
  spawnSync(python, [
    "-c",
    "import setuptools, pip; assert int(setuptools.__version__.split('.')[0]) >= 71 or __import__('wheel')",
  ]).status === 0

it.skipIf(!buildsWheels)(
  "the Python package can be installed and imported from anywhere (skipped: no pip, setuptools or wheel)",
  () => {
    const folder = makeFolder({})
    cpSync(`${root}python`, join(folder, "source"), {
      recursive: true,
      filter: (each) => !/__pycache__|egg-info|[/\\]build$/.test(each),
    })
    const flags = ["--no-build-isolation", "--no-deps", "--no-index", "--quiet", "--target", "installed"]
    const installed = spawnSync(python!, ["-m", "pip", "install", ...flags, "./source"], {
      cwd: folder,
      encoding: "utf8",
    })
    expect({ status: installed.status, err: installed.stderr }).toMatchObject({ status: 0 })
    const program =
      "import dramaturg, os; print(os.path.exists(os.path.join(os.path.dirname(dramaturg.__file__), 'py.typed')), dramaturg.World('type place; property open() : boolean; action unbar() { effect: open(); } utility(): open();').tell().plan)"
    const ran = spawnSync(python!, ["-c", program], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, DRAMATURG: launcher, PYTHONPATH: join(folder, "installed") },
    })
    expect(ran.stdout + ran.stderr).toBe("True ['unbar()']\n")
  },
)
