"""Answers: each holds the JSON of the command as ``json``, and names what one mostly wants of it."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence

from .errors import MissingPandas

Json = Dict[str, Any]


class Answer:
    """An answer of the command.

    Attributes:
        json: the whole of it, of the shape that ``apps/cli/schemas`` publishes.
    """

    def __init__(self, json: Json) -> None:
        self.json = json

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._about()}>"

    def _about(self) -> str:
        return str(self.json.get("format", ""))


def dataframe(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Any:
    """A ``pandas.DataFrame`` of these rows.

    Raises:
        MissingPandas: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingPandas(
            "to_dataframe() needs pandas, which is not installed: pip install pandas. "
            "Without it, .rows holds the same as a list of dictionaries."
        ) from error
    return pandas.DataFrame(list(rows), columns=list(columns))


class Check(Answer):
    """What is wrong with a world. True where nothing is an error."""

    @property
    def diagnostics(self) -> Sequence[Json]:
        """Errors and warnings: ``code``, ``severity``, ``file``, ``line``, ``column``, ``message``, ``hint``."""
        return self.json["diagnostics"]

    def __bool__(self) -> bool:
        return self.json["errors"] == 0 and not self.json.get("unchecked")

    def _about(self) -> str:
        return f"{self.json['errors']} errors, {self.json['warnings']} warnings"


class Story(Answer):
    """What came of looking for a story. True where there is one.

    ``status`` is ``"solved"``, ``"exhausted"`` (there is none within the limits) or ``"limited"`` (a limit,
    which ``limit`` names, stopped the search, and nobody knows).
    """

    @property
    def status(self) -> str:
        return self.json["status"]

    @property
    def limit(self) -> Optional[str]:
        return self.json.get("limit")

    @property
    def plan(self) -> Sequence[str]:
        """The acts in order, such as ``"walk(Tom, Home)"``; empty where there is no story."""
        return self.json.get("plan") or []

    @property
    def utility(self) -> Optional[float]:
        """What the end is worth to the author."""
        return self.json.get("utility")

    @property
    def explanations(self) -> Sequence[Mapping[str, Any]]:
        """For each act: by character, the plan that they have in mind."""
        return self.json.get("explanations") or []

    @property
    def prose(self) -> Optional[str]:
        """The story in prose, where it was asked for (``tell(pov="all")``)."""
        telling = self.json.get("telling")
        if telling is None:
            return None
        return "\n\n".join(
            " ".join(sentence["text"] for sentence in paragraph["sentences"]) for paragraph in telling["paragraphs"]
        )

    def __bool__(self) -> bool:
        return bool(self.json.get("plan")) or self.status == "solved"

    def __len__(self) -> int:
        return len(self.plan)

    def __iter__(self) -> Iterator[str]:
        return iter(self.plan)

    def _about(self) -> str:
        return f"{self.status}, {len(self.plan)} acts"


class Stories(Answer, Sequence[Json]):
    """Every story within the limits, as far as they were found: each with ``plan`` and ``utility``."""

    @property
    def rows(self) -> List[Json]:
        return [
            {"story": i + 1, "utility": each["utility"], "acts": len(each["plan"]), "plan": each["plan"]}
            for i, each in enumerate(self.json["stories"])
        ]

    @property
    def is_whole(self) -> bool:
        """Whether these are all."""
        return self.json["status"] == "exhausted"

    def to_dataframe(self) -> Any:
        """One row a story: ``story``, ``utility``, ``acts``, ``plan``. Needs pandas."""
        return dataframe(self.rows, ["story", "utility", "acts", "plan"])

    def __getitem__(self, place: Any) -> Any:
        return self.json["stories"][place]

    def __len__(self) -> int:
        return len(self.json["stories"])

    def _about(self) -> str:
        return f"{len(self)} stories{'' if self.is_whole else ', and perhaps more'}"


class Verdict(Answer):
    """Whether a story or an outline holds. True where it does."""

    @property
    def verdict(self) -> str:
        """``"valid"``, ``"invalid"``, ``"undecided"`` or, of an outline, ``"unread"``."""
        return self.json["verdict"]

    @property
    def breaches(self) -> Sequence[Json]:
        """What speaks against a story: ``act``, ``character``, ``definition``, ``message``."""
        return self.json["breaches"]

    @property
    def review(self) -> Optional[Json]:
        """Of an outline: what there is to say, act by act."""
        return self.json.get("review")

    @property
    def repairs(self) -> Optional[Json]:
        """Of an outline, where they were asked for: what would make it hold."""
        return self.json.get("repairs")

    def __bool__(self) -> bool:
        return self.verdict == "valid"

    def _about(self) -> str:
        return self.verdict


class Knowledge(Answer):
    """Who knows what in a story, since when and by what."""

    columns = ("fluent", "believers", "moment", "act", "value", "isSo", "since", "how", "by")

    @property
    def rows(self) -> Sequence[Json]:
        """What begins at a moment: ``fluent``, ``believers``, ``act``, ``value``, ``isSo``, ``how`` ..."""
        return self.json["rows"]

    @property
    def fabula(self) -> Json:
        """The story written down, occurrence by occurrence."""
        return self.json["fabula"]

    def to_dataframe(self) -> Any:
        """One row for each of ``rows``; believers with `` > `` between them. Needs pandas."""
        rows = [{**each, "believers": " > ".join(each["believers"])} for each in self.rows]
        return dataframe(rows, self.columns)

    def _about(self) -> str:
        return f"{len(self.rows)} rows"


class Reason(Answer):
    """Why an act is done, or what speaks against one."""

    @property
    def sentences(self) -> Sequence[str]:
        return self.json["sentences"]

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def _about(self) -> str:
        return str(self.json.get("label", "")) or f"{len(self.sentences)} sentences"


class Exploration(Answer):
    """Everything that could happen in a world, summed up."""

    @property
    def is_whole(self) -> bool:
        """Whether everything within the limits was looked at."""
        return self.json["isWhole"]

    @property
    def endings(self) -> Sequence[Json]:
        """Where stories end: ``ending`` (``goal`` or ``rest``), the last ``act``, ``by`` whom, ``shortest`` way."""
        return self.json["endings"]

    @property
    def acts(self) -> Sequence[Json]:
        """The acts that can happen, each with the ``shortest`` way to it."""
        return self.json["acts"]

    @property
    def rows(self) -> List[Json]:
        """The endings: ``ending``, ``act``, ``by``, ``states``, ``worth``, ``acts``, ``shortest``."""
        return [
            {
                "ending": each["ending"],
                "act": each["act"],
                "by": ", ".join(each["by"]),
                "states": len(each["states"]),
                "worth": each["worth"],
                "acts": len(each["shortest"]),
                "shortest": each["shortest"],
            }
            for each in self.endings
        ]

    @property
    def act_rows(self) -> List[Json]:
        """The acts: ``act``, how many ``acts`` it takes at least, ``shortest``."""
        return [
            {"act": each["act"], "acts": len(each["shortest"]), "shortest": each["shortest"]} for each in self.acts
        ]

    def to_dataframe(self, of: str = "endings") -> Any:
        """A table of the ``"endings"`` or of the ``"acts"``. Needs pandas.

        Raises:
            ValueError: of something else.
            MissingPandas: pandas is not installed.
        """
        if of == "endings":
            return dataframe(self.rows, ["ending", "act", "by", "states", "worth", "acts", "shortest"])
        if of == "acts":
            return dataframe(self.act_rows, ["act", "acts", "shortest"])
        raise ValueError(f'to_dataframe() makes a table of "endings" or of "acts", not of "{of}".')

    def _about(self) -> str:
        return f"{self.json['states']} states, {len(self.endings)} endings"
