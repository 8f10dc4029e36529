"""The programs of the README and of the notebook run."""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
import unittest
from pathlib import Path

from .texts import crow, here, programs


class Documents(unittest.TestCase):
    """Code in documents is code that runs."""

    def test_the_programs_of_the_readme(self) -> None:
        found = programs(here / "README.md")
        self.assertEqual(len(found), 2)
        before = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "crow.drama").write_text(crow(), "utf-8")
            os.chdir(folder)
            try:
                printed = [self.run_program(each) for each in found]
            finally:
                os.chdir(before)
        self.assertIn("['flatter(Fox, Crow)', 'sing(Crow, Fox)', 'snatchCheese(Fox)']\n", printed[0])
        self.assertEqual(printed[1].count("snatchCheese(Fox)"), 4)

    def test_the_cells_of_the_notebook(self) -> None:
        notebook = json.loads((here / "notebooks" / "crow.ipynb").read_text("utf-8"))
        self.assertEqual((notebook["nbformat"], len({each["id"] for each in notebook["cells"]})), (4, len(notebook["cells"])))
        cells = ["".join(each["source"]) for each in notebook["cells"] if each["cell_type"] == "code"]
        self.assertIn(crow(), cells[1])
        printed = self.run_program("\n\n".join(cells))
        self.assertIn("2 sing(Crow, Fox)\n", printed)
        self.assertRegex(printed, r"\n(goal|rest)\n$")

    def run_program(self, program: str) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(program, "<document>", "exec"), {"__name__": "__main__"})
        return printed.getvalue()


if __name__ == "__main__":
    unittest.main()
