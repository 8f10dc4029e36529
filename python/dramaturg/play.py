"""A play: somebody's choices, among people with wills of their own."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Union

from .session import Session

Json = Dict[str, Any]


class Play:
    """A play that goes on; it is a context manager, and :meth:`end` lets go of it.

    It is begun by :meth:`dramaturg.World.play`.
    """

    def __init__(self, session: Session, begun: Json) -> None:
        self._session = session
        self._number: int = begun["play"]
        self.role: str = begun["role"]
        """Who is played."""
        self.status: Json = begun["status"]
        """How it stands: ``text``, ``history``, ``choices``, ``ending``, ``steering``."""

    def __enter__(self) -> "Play":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def text(self) -> Sequence[str]:
        """What has happened since the choice before, through the eyes of who is played."""
        return self.status["text"]

    @property
    def choices(self) -> List[str]:
        """What can be chosen: acts, such as ``"walk(Tom, Home)"``."""
        return [each["act"] for each in self.status["choices"]]

    @property
    def ending(self) -> Optional[str]:
        """``"goal"``, ``"rest"``, or None while it goes on."""
        return self.status["ending"]

    def choose(self, choice: Union[str, int]) -> Json:
        """Chooses an act, by its name or its place among the choices from 0; returns the new status."""
        return self._move("choose", choice=choice)

    def wait(self) -> Json:
        """Lets others act; returns the new status."""
        return self._move("wait")

    def undo(self) -> Json:
        """Takes the last choice back; returns the new status."""
        return self._move("undo")

    def go(self, node: int) -> Json:
        """Goes to a place that was played before; -1 is the start. Returns the new status."""
        return self._move("go", node=node)

    def why(self) -> Sequence[str]:
        """The reasons of those who just acted, as sentences."""
        return self._session.ask("play.why", play=self._number)["text"]

    def measures(self) -> Json:
        """What the manager had to do, and which endings can be reached."""
        return self._session.ask("play.measures", play=self._number)

    def save(self) -> Json:
        """The play as it stands, to be given to :meth:`dramaturg.World.play` as ``record``."""
        return self._session.ask("play.save", play=self._number)["play"]

    def end(self) -> None:
        """Lets go of the play. It may be called again."""
        if self._number:
            number, self._number = self._number, 0
            self._session.ask("play.end", play=number)

    def _move(self, name: str, **params: Any) -> Json:
        self.status = self._session.ask(f"play.{name}", play=self._number, **params)
        return self.status
