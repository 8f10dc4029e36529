"""The running command: it is started once, and answers many questions, several of them at once."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import threading
from collections import deque
from concurrent.futures import Future
from typing import Any, Callable, Deque, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from .errors import CommandNotFound, DramaturgError, ServerEnded, error_from

Progress = Callable[[Mapping[str, Any]], None]
"""Hears how a question stands: ``stage``, ``milliseconds``, ``visited``, ``note``."""


def find_command(command: Union[str, Sequence[str], None] = None) -> List[str]:
    """Where the command is: the argument, else the variable ``DRAMATURG``, else ``dramaturg`` on ``PATH``.

    A file that ends in ``.js`` is run with ``node``.

    Raises:
        CommandNotFound: it is not there, or Node is not.
    """
    if command is not None and not isinstance(command, str):
        return list(command)
    named = command or os.environ.get("DRAMATURG")
    if named is None:
        found = shutil.which("dramaturg")
        if found is None:
            raise CommandNotFound(
                "the command dramaturg is not on PATH: install it (npm install --global dramaturg), "
                "or name it in the variable DRAMATURG or as command=."
            )
        return [found]
    if named.endswith((".js", ".mjs")):
        node = shutil.which("node")
        if node is None:
            raise CommandNotFound(f"{named} is run with node, which is not on PATH.")
        if not os.path.isfile(named):
            raise CommandNotFound(f"there is no file {named}.")
        return [node, named]
    found = shutil.which(named)
    if found is None:
        raise CommandNotFound(f"there is no command {named}.")
    return [found]


class Pending:
    """A question that has been asked and need not have been answered."""

    def __init__(self, session: "Session", number: int, future: "Future[Tuple[Any, int]]") -> None:
        self._session = session
        self._number = number
        self._future = future

    def done(self) -> bool:
        """Whether it has been answered."""
        return self._future.done()

    def cancel(self) -> None:
        """Has it cancelled. It is answered all the same: with what is known, or by :class:`Cancelled`."""
        if not self._future.done():
            self._session._write({"id": self._session._next(), "method": "cancel", "params": {"id": self._number}})

    def result(self, timeout: Optional[float] = None) -> Any:
        """The ``result`` of the response, waited for (so many seconds at most).

        Ctrl-C while it is waited for cancels the question.

        Raises:
            DramaturgError: what it was answered with.
            TimeoutError: it is not answered yet; it goes on.
        """
        try:
            return self._future.result(timeout)[0]
        except KeyboardInterrupt:
            self.cancel()
            raise

    @property
    def exit(self) -> int:
        """What the exit code of the command would be: 0, 1 for "no", 3 where a limit was met."""
        return self._future.result()[1]


class Session:
    """A running ``dramaturg serve --stdio``. It starts with the first question, and is a context manager::

        with Session() as session:
            session.ask("check", world="my.drama")

    Args:
        command: where the command is, see :func:`find_command`; or the words that start it.
        folder: the folder that names of files start from; usually the current one.
        at_once: how many questions are answered at once.
    """

    def __init__(
        self,
        command: Union[str, Sequence[str], None] = None,
        *,
        folder: Union[str, "os.PathLike[str]", None] = None,
        at_once: Optional[int] = None,
    ) -> None:
        self._command = command
        self._folder = folder
        self._at_once = at_once
        self._process: Optional["subprocess.Popen[str]"] = None
        self._lock = threading.Lock()
        self._count = 0
        self._open: Dict[int, Tuple["Future[Tuple[Any, int]]", Optional[Progress]]] = {}
        self._last_words: Deque[str] = deque(maxlen=20)
        self._threads: List[threading.Thread] = []
        self._is_closed = False

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def submit(self, method: str, /, on_progress: Optional[Progress] = None, **params: Any) -> Pending:
        """Asks, and does not wait. ``on_progress`` is called from a thread of this session."""
        self._start()
        number = self._next()
        future: "Future[Tuple[Any, int]]" = Future()
        with self._lock:
            self._open[number] = (future, on_progress)
        try:
            self._write({"id": number, "method": method, "params": params})
        except ServerEnded:
            with self._lock:
                self._open.pop(number, None)
            raise
        return Pending(self, number, future)

    def ask(self, method: str, /, on_progress: Optional[Progress] = None, **params: Any) -> Any:
        """Asks, and waits for the ``result``. The methods stand in ``docs/serve.md``.

        Raises:
            DramaturgError: what it was answered with.
        """
        return self.submit(method, on_progress, **params).result()

    def close(self) -> None:
        """Ends the command; questions that are open are cancelled. It may be called again."""
        with self._lock:
            process, self._process, self._is_closed = self._process, None, True
            numbers = list(self._open)
        if process is None or process.stdin is None:
            return
        try:
            for number in numbers:
                line = {"id": f"end {number}", "method": "cancel", "params": {"id": number}}
                process.stdin.write(json.dumps(line) + "\n")
            process.stdin.close()
            process.wait(5)
        except (OSError, ValueError, subprocess.TimeoutExpired):
            process.kill()
            process.wait()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(5)

    # What runs underneath

    def _next(self) -> int:
        with self._lock:
            self._count += 1
            return self._count

    def _start(self) -> None:
        with self._lock:
            if self._is_closed:
                raise ServerEnded("this session is closed.")
            if self._process is not None:
                return
            words = [*find_command(self._command), "serve", "--stdio"]
            if self._at_once is not None:
                words += ["--at-once", str(self._at_once)]
            try:
                self._process = subprocess.Popen(
                    words,
                    cwd=self._folder,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    encoding="utf-8",
                    errors="replace",
                )
            except OSError as error:
                raise ServerEnded(f"the command could not be started: {error}") from error
            self._threads = [
                threading.Thread(target=target, args=(self._process,), daemon=True)
                for target in (self._hear, self._overhear)
            ]
            for thread in self._threads:
                thread.start()
        atexit.register(self.close)

    def _write(self, value: Mapping[str, Any]) -> None:
        line = json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"
        with self._lock:
            process = self._process
            if process is None or process.stdin is None:
                raise ServerEnded("this session is closed.")
            try:
                process.stdin.write(line)
                process.stdin.flush()
                return
            except (OSError, ValueError):
                pass
        raise self._ended()

    def _ended(self) -> ServerEnded:
        for thread in self._threads[1:]:
            if thread is not threading.current_thread():
                thread.join(1)
        words = "\n".join(self._last_words)
        return ServerEnded(f"the command has ended{f': {words}' if words else '.'}")

    def _hear(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        for line in process.stdout:
            try:
                self._heed(json.loads(line))
            except ValueError:
                self._last_words.append(line.rstrip("\n"))
        process.wait()
        process.stdout.close()
        with self._lock:
            try:
                if process.stdin is not None:
                    process.stdin.close()
            except (OSError, ValueError):
                pass  # What was not written yet has no reader any more.
        error = self._ended()
        with self._lock:
            left, self._open = list(self._open.values()), {}
            if self._process is process:
                # What was ended from outside is started anew by the next question.
                self._process = None
        for future, _ in left:
            future.set_exception(error)

    def _overhear(self, process: "subprocess.Popen[str]") -> None:
        assert process.stderr is not None
        for line in process.stderr:
            self._last_words.append(line.rstrip("\n"))
        process.stderr.close()

    def _heed(self, value: Mapping[str, Any]) -> None:
        if value.get("method") == "progress":
            with self._lock:
                _, on_progress = self._open.get(value["params"]["id"], (None, None))
            if on_progress is not None:
                on_progress({key: each for key, each in value["params"].items() if key != "id"})
            return
        with self._lock:
            future, _ = self._open.pop(value.get("id"), (None, None))  # type: ignore[arg-type]
        if future is None:
            return
        if "error" in value:
            future.set_exception(error_from(value["error"]))
        else:
            future.set_result((value["result"], int(value.get("exit", 0))))


_usual: Optional[Session] = None
_usual_lock = threading.Lock()


def usual_session() -> Session:
    """The session of all worlds that are given none. It ends with the program."""
    global _usual
    with _usual_lock:
        if _usual is None or _usual._is_closed:
            _usual = Session()
        return _usual


__all__ = ["DramaturgError", "Pending", "Progress", "Session", "find_command", "usual_session"]
