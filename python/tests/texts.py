"""Texts of the documents that tests run."""

from __future__ import annotations

import re
from pathlib import Path

here = Path(__file__).resolve().parent.parent
root = here.parent


def crow() -> str:
    """The world of the README."""
    found = re.search(r"```drama\n(.*?)```", (root / "README.md").read_text("utf-8"), re.S)
    assert found is not None
    return found.group(1)


def programs(page: Path) -> list[str]:
    """The Python programs of a page."""
    return re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.S)
