"""Work spread over processes: results in order, a limit in time for each item, a new process for one that died."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from beritaextract.errors import WorkerError

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

__all__ = ["Crew", "Lost", "Prepare", "Raised", "batched", "spread", "warm_up"]

Kept = TypeVar("Kept")
Item = TypeVar("Item")
Prepare = Callable[[], Callable[[Any], Any]]
"""Called once in each process; gives the function that does the work. It travels by pickle."""

_AHEAD = 8
"""Chunks for each worker that are read before the oldest of them is done."""
_STARTS = 3
"""Processes in a row that may die as they start."""
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Lost:
    """In the place of a result: the process died over the item, twice, or took too long.

    Attributes:
        code: ``"died"`` or ``"timeout"``.
        reason: In words.
    """

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Raised:
    """In the place of a result: what the work raised."""

    problem: Exception


@dataclass(slots=True)
class _Chunk(Generic[Kept]):
    """Items that are sent together: what is worked on, and what is kept here meanwhile."""

    items: Sequence[tuple[Any, Kept]]
    results: deque[Any] = field(default_factory=deque)
    done: int = 0
    taken: int = 0
    again: bool = False
    """Whether a process has died over the next item."""

    @property
    def current(self) -> Kept:
        """What is kept for the item that a process is at."""
        return self.items[self.done][1]

    def add(self, result: object) -> None:
        self.results.append(result)
        self.done += 1
        self.again = False


@dataclass(slots=True)
class _Worker(Generic[Kept]):
    process: BaseProcess
    connection: Connection
    chunk: _Chunk[Kept] | None = None
    ready: bool = False
    heard: float = 0.0


def spread(
    prepare: Prepare,
    chunks: Iterable[Sequence[tuple[Any, Kept]]],
    *,
    workers: int,
    timeout: float | None = None,
    preload: Sequence[str] = (),
) -> Generator[tuple[Kept, Any], None, None]:
    """What the work makes of every item, in the order of the items, lazily.

    An item over which a process dies is tried once more in a new process.

    Args:
        prepare: Makes the function that does the work.
        chunks: Items that are sent together: pairs of what is worked on and what is kept for the result. Only a few
            chunks for each worker are ever held.
        workers: How many processes.
        timeout: Seconds that one item may take.
        preload: Modules that every process needs.

    Raises:
        WorkerError: The processes die as they start.
    """
    crew: Crew[Kept] = Crew(prepare, workers=workers, timeout=timeout, preload=preload)
    with closing(crew):
        yield from crew.run(chunks)


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of so many, the last one perhaps of fewer, lazily.

    >>> list(batched("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    waiting = iter(items)
    return iter(lambda: list(islice(waiting, size)), [])


def warm_up(preload: Sequence[str]) -> None:
    """Has the process from which workers are forked import these modules, while this one goes on."""
    if _context(preload).get_start_method() == "forkserver":
        from multiprocessing import forkserver  # noqa: PLC0415  not on Windows

        forkserver.ensure_running()


class Crew(Generic[Kept]):
    """Processes that stay for more than one round of work; to be closed. Arguments are those of :func:`spread`.

    Args:
        on_loss: Is told of every process that is replaced: what is kept for the item that it was at, ``None`` where
            it had none, the reason, and whether the item is tried again.
    """

    def __init__(
        self,
        prepare: Prepare,
        *,
        workers: int,
        timeout: float | None = None,
        preload: Sequence[str] = (),
        on_loss: Callable[[Kept | None, str, bool], object] = lambda kept, reason, again: None,
    ) -> None:
        self._prepare = prepare
        self._timeout = timeout
        self._on_loss = on_loss
        self._context = _context(preload)
        self._todo: deque[_Chunk[Kept]] = deque()
        self._false_starts = 0
        self._workers = [self._start() for _ in range(workers)]

    def run(self, chunks: Iterable[Sequence[tuple[Any, Kept]]]) -> Generator[tuple[Kept, Any], None, None]:
        """As :func:`spread`; one round has to be over before the next one begins.

        Raises:
            WorkerError: The processes die as they start.
        """
        coming = iter(chunks)
        held: deque[_Chunk[Kept]] = deque()
        more = True
        while held or more:
            while more and len(held) < _AHEAD * len(self._workers):
                taken = next(coming, None)
                more = taken is not None
                if taken:
                    held.append(_Chunk(taken))
                    self._todo.append(held[-1])
            self._assign()
            if held:
                self._listen()
            while held:
                first = held[0]
                while first.results:
                    first.taken += 1
                    yield first.items[first.taken - 1][1], first.results.popleft()
                if first.taken < len(first.items):
                    break
                held.popleft()

    def close(self) -> None:
        """Ends the processes, whatever they are at."""
        for worker in self._workers:
            worker.connection.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join(_PATIENCE)

    def _start(self) -> _Worker[Kept]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._prepare), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()  # the last copy is the worker's: when it dies, we read the end
        return _Worker(process, ours)

    def _assign(self) -> None:
        """Gives work to who has none. Nobody else is sent anything: both ends would wait to be read."""
        for worker in self._workers:
            if worker.ready and worker.chunk is None and self._todo:
                worker.chunk = self._todo.popleft()
                try:
                    worker.connection.send([item for item, _ in worker.chunk.items[worker.chunk.done :]])
                except OSError:
                    continue  # it has died, which is heard at once
                worker.heard = time.monotonic()

    def _listen(self) -> None:
        """Takes what the workers send until something has come, and replaces those that will send nothing more."""
        busy = [each.heard for each in self._workers if each.chunk is not None]
        pause = None
        if self._timeout is not None and busy:
            pause = max(0.0, min(busy) + self._timeout - time.monotonic())
        spoken = {id(each) for each in wait([each.connection for each in self._workers], pause)}
        now = time.monotonic()
        for place, worker in enumerate(self._workers):
            if id(worker.connection) in spoken:
                try:
                    self._heard(worker, worker.connection.recv(), now)
                except (EOFError, OSError):
                    self._workers[place] = self._replaced(worker)
            elif (
                worker.chunk is not None and self._timeout is not None and now - worker.heard >= self._timeout
            ):
                worker.process.kill()
                lost = Lost("timeout", f"took longer than {self._timeout:g} seconds")
                self._on_loss(worker.chunk.current, lost.reason, False)
                worker.chunk.add(lost)
                self._workers[place] = self._anew(worker)

    def _heard(self, worker: _Worker[Kept], message: Any, now: float) -> None:
        worker.heard = now
        if worker.chunk is not None:
            worker.chunk.add(message)
            if worker.chunk.done == len(worker.chunk.items):
                worker.chunk = None
                self._assign()
        elif isinstance(message, Raised):
            raise message.problem
        else:
            worker.ready = True
            self._false_starts = 0

    def _replaced(self, worker: _Worker[Kept]) -> _Worker[Kept]:
        """A new process for one that has died."""
        worker.process.join(_PATIENCE)
        cause = _cause(worker.process.exitcode)
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts >= _STARTS:
                raise WorkerError(
                    f"the worker processes die as they start ({cause}); try fewer workers, and start them below"
                    ' `if __name__ == "__main__":`'
                )
        reason = f"its worker process died ({cause})"
        if worker.chunk is None:
            self._on_loss(None, reason, False)
            return self._anew(worker)
        again = not worker.chunk.again
        self._on_loss(worker.chunk.current, reason, again)
        if again:
            worker.chunk.again = True
        else:
            worker.chunk.add(Lost("died", reason))
        return self._anew(worker)

    def _anew(self, worker: _Worker[Kept]) -> _Worker[Kept]:
        """A new process; the rest of the work of the old one comes first."""
        worker.connection.close()
        worker.process.join(_PATIENCE)
        if worker.chunk is not None and worker.chunk.done < len(worker.chunk.items):
            self._todo.appendleft(worker.chunk)
        return self._start()


def _context(preload: Sequence[str]) -> BaseContext:
    """Processes that begin afresh: a fork of a program with threads may hang."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", *preload])
    return context


def _cause(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return f"{name}, perhaps for want of memory" if name == "SIGKILL" else name


def _serve(connection: Connection, prepare: Prepare) -> None:
    """What a worker process does until the other end closes."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C reaches all processes; the first of them ends the others
    try:
        work = prepare()
    except Exception as problem:
        connection.send(_portable(problem))
        return
    try:
        connection.send(None)
        while True:
            for item in connection.recv():
                connection.send_bytes(_done(work, item))
    except (EOFError, OSError):
        return


def _done(work: Callable[[Any], Any], item: Any) -> bytes:
    try:
        return pickle.dumps(work(item), pickle.HIGHEST_PROTOCOL)
    except Exception as problem:
        return pickle.dumps(_portable(problem))


def _portable(problem: Exception) -> Raised:
    """The exception, or one that says the same where it cannot travel."""
    try:
        pickle.loads(pickle.dumps(problem))
    except Exception:
        return Raised(RuntimeError(f"{type(problem).__name__}: {problem}"))
    return Raised(problem)
