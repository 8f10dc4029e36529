"""Stories in which every act has a reason, from Python.

The work is done by the command ``dramaturg``, which is started once and answers line by line
(``dramaturg serve --stdio``)::

    from dramaturg import World

    world = World.load("my.drama")
    story = world.tell()
    for act in story.plan:
        print(act)
"""

from __future__ import annotations

from .answers import Check, Exploration, Knowledge, Reason, Stories, Story, Verdict
from .errors import (
    Cancelled,
    CommandNotFound,
    DramaturgError,
    Fault,
    MissingPandas,
    Mistakes,
    NotFound,
    Refused,
    ServerEnded,
    Stopped,
)
from .play import Play
from .session import Pending, Session
from .world import World

__all__ = [
    "Cancelled",
    "Check",
    "CommandNotFound",
    "DramaturgError",
    "Exploration",
    "Fault",
    "Knowledge",
    "MissingPandas",
    "Mistakes",
    "NotFound",
    "Pending",
    "Play",
    "Reason",
    "Refused",
    "ServerEnded",
    "Session",
    "Stopped",
    "Stories",
    "Story",
    "Verdict",
    "World",
]

__version__ = "0.1.0"
