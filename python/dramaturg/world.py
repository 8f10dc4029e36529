"""A world, and every question that can be asked of it."""

from __future__ import annotations

import os
from typing import Any, Dict, Mapping, Optional, Sequence, Union

from .answers import Answer, Check, Exploration, Knowledge, Reason, Stories, Story, Verdict
from .play import Play
from .session import Progress, Session, usual_session

Plot = Union[str, "os.PathLike[str]", Answer, Mapping[str, Any], Sequence[str]]
"""A story or an outline: an answer of ``tell``, its JSON, a list of acts, or a text; a path as a ``Path``."""


class World:
    """A world, as text::

        World('entity Tom : character; ...').tell()

    Options of the methods are the flags of the command, with ``_`` for ``-``: ``author_limit=5`` is
    ``--author-limit 5``. ``None`` stands for ``none`` where a limit is meant; words that Python keeps for itself
    have a ``_`` behind them (``as_``, ``for_``). An unknown option is refused, and the sentence says which there are.
    Every method may raise a :class:`dramaturg.DramaturgError`; a world with errors raises
    :class:`dramaturg.Mistakes` from all of them but :meth:`check`.

    Args:
        text: in the language of ``.drama`` files.
        file: the name that it goes by in messages; its ending says which language it is in, its folder is
            where its parts are looked for.
        session: the running command; usually one that all worlds share.
    """

    def __init__(self, text: str, *, file: Optional[str] = None, session: Optional[Session] = None) -> None:
        self._given: Any = {"text": text} if file is None else {"text": text, "file": file}
        self._session = session

    @classmethod
    def load(cls, path: Union[str, "os.PathLike[str]"], *, session: Optional[Session] = None) -> "World":
        """The world in a file. It is read anew for every question."""
        world = cls("", session=session)
        world._given = os.path.abspath(os.fspath(path))
        return world

    @property
    def session(self) -> Session:
        """The running command that answers."""
        return self._session or usual_session()

    def __repr__(self) -> str:
        given = self._given if isinstance(self._given, str) else self._given.get("file", "from a text")
        return f"<World {given}>"

    def ask(self, method: str, /, on_progress: Optional[Progress] = None, **options: Any) -> Any:
        """Any method of ``docs/serve.md``, for what has no method here; returns its JSON."""
        return self.session.ask(method, on_progress, world=self._given, **_named(options))

    def check(self, **options: Any) -> Check:
        """What is wrong with the world."""
        return Check(self.ask("check", **options))

    def tell(self, *, on_progress: Optional[Progress] = None, **options: Any) -> Story:
        """A story, with everyone's reasons; in prose, too, with ``pov="all"`` or a character's name."""
        return Story(self.ask("tell", on_progress, **options))

    def stories(self, *, on_progress: Optional[Progress] = None, **options: Any) -> Stories:
        """Every story within the limits, which the world or options have to state."""
        return Stories(self.ask("stories", on_progress, **options))

    def verify(self, story: Plot, **options: Any) -> Verdict:
        """Whether a story or an outline holds, and if not, where."""
        return Verdict(self.ask("verify", story=_plot(story), **options))

    def repair(self, outline: Plot, **options: Any) -> Verdict:
        """The same, and what would make the outline hold (``repairs``)."""
        return Verdict(self.ask("repair", story=_plot(outline), **options))

    def knows(self, story: Plot, **options: Any) -> Knowledge:
        """Who knows what in a story, since when and by what; ``who``, ``about``, ``at`` and ``depth`` choose."""
        return Knowledge(self.ask("knows", story=_plot(story), **options))

    def why(self, story: Plot, act: Union[int, str], **options: Any) -> Reason:
        """Why an act of a story is done; ``for_`` names one of those who consent."""
        return Reason(self.ask("why", story=_plot(story), act=act, **options))

    def why_not(self, act: str, story: Optional[Plot] = None, **options: Any) -> Reason:
        """What speaks against an act, at the start or ``at`` so many acts of a story."""
        given = {} if story is None else {"story": _plot(story)}
        return Reason(self.ask("why-not", act=act, **given, **options))

    def ending(self, condition: str, **options: Any) -> Reason:
        """Whether a story can end so, and what would let it."""
        return Reason(self.ask("ending", ending=condition, **options))

    def what_if(self, outline: Optional[Plot] = None, **options: Any) -> Answer:
        """The stories of the world, or an outline, with the world changed: ``set``, ``want``, ``without``."""
        given = {} if outline is None else {"outline": _plot(outline)}
        return Answer(self.ask("whatif", **given, **options))

    def test(self, **options: Any) -> Answer:
        """Which of its scenarios come out as expected."""
        return Answer(self.ask("test", **options))

    def explore(self, *, on_progress: Optional[Progress] = None, **options: Any) -> Exploration:
        """Everything that could happen; with ``as_``, as this person may choose."""
        return Exploration(self.ask("explore", on_progress, **options))

    def compare(self, **options: Any) -> Answer:
        """Stories that differ as a reader would say (``distinct=3``), or the ``best`` by a measure."""
        return Answer(self.ask("compare", **options))

    def format(self) -> str:
        """Its text, laid out the usual way."""
        return self.ask("format")["text"]

    def export(self, to: str, **options: Any) -> str:
        """A play, a story or the world in another format, such as ``"ink"`` or ``"fountain"``."""
        return self.ask("export", to=to, **options)["text"]

    def play(self, as_: str, *, record: Optional[Mapping[str, Any]] = None, **options: Any) -> Play:
        """Begins a play as one of the people of the world, or goes on with one that was saved."""
        kept = {} if record is None else {"record": record}
        return Play(self.session, self.ask("play.start", as_=as_, **kept, **options))


def _named(options: Mapping[str, Any]) -> Dict[str, Any]:
    """``author_limit`` as ``authorLimit``, ``as_`` as ``as``."""
    return {_camel(name): value for name, value in options.items()}


def _camel(name: str) -> str:
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(each.capitalize() for each in rest)


def _plot(plot: Plot) -> Any:
    if isinstance(plot, Answer):
        return plot.json
    if isinstance(plot, str):
        return {"text": plot}
    if isinstance(plot, os.PathLike):
        return os.path.abspath(os.fspath(plot))
    return plot if isinstance(plot, Mapping) else {"plan": list(plot)}
