"""Kills a batch without warning, again and again, at random moments; and in each run some of its workers.

``killing.py ARCHIVE FOLDER TIMES`` prints how many units were done after each time, as JSON, and lets the last run end.
"""

from __future__ import annotations

import json
import math
import multiprocessing
import os
import random
import signal
import sys
import threading
from multiprocessing import forkserver
from pathlib import Path

from beritaextract.batch import Job, Listener, Recipe, Tally, run
from beritaextract.workers import warm_up


class KillingWorkers(Listener):
    """Kills one worker after the other, each only once the row over which the last one died is done.

    A row over which two have died is given up, as it should be, and so is a batch whose workers die as they start;
    those are other tests. So once one has died without a row, none that starts later is killed.
    """

    def __init__(self, draw: random.Random, chance: float) -> None:
        super().__init__()
        self._draw = draw
        self._chance = chance
        self._after: float = 0
        self._started: set[int | None] | None = None

    def unit(self, tally: Tally) -> None:
        super().unit(tally)
        if tally.units < self._after or self._draw.random() >= self._chance:
            return
        children = multiprocessing.active_children()
        if alive := [each for each in children if self._started is None or each.pid in self._started]:
            self._after = math.inf
            os.kill(self._draw.choice(alive).pid or 0, signal.SIGKILL)

    def loss(self, label: str | None, reason: str, again: bool) -> None:
        super().loss(label, reason, again)
        self._after = int(label.rpartition("#")[2]) if label else 0
        if label is None and self._started is None:
            self._started = {each.pid for each in multiprocessing.active_children()}


class Dying(KillingWorkers):
    """Kills some workers, and after some units the run itself.

    The run tells its own end, since a process beside it may be kept waiting until all is done; and so may a timer
    on a busy machine, so that few units more are its end at the latest.
    """

    AT_MOST_MORE = 15

    def __init__(self, draw: random.Random) -> None:
        super().__init__(draw, 0.01)
        self._left = draw.randint(1, 40)
        self._delay = draw.uniform(0, 0.02)

    def unit(self, tally: Tally) -> None:
        super().unit(tally)
        self._left -= 1
        if self._left == 0:
            threading.Timer(self._delay, os.kill, (os.getpid(), signal.SIGKILL)).start()
        if self._left == -self.AT_MOST_MORE:
            os.kill(os.getpid(), signal.SIGKILL)


def main(archive: str, folder: Path, times: int) -> None:
    draw = random.Random(11)
    job = Job(inputs=(archive,), folder=folder, recipe=Recipe(names="rules"), size=10, workers=2)
    job.recipe.extractor()
    warm_up(job.recipe.preload)
    done = [kill(job, draw) for _ in range(times)]
    run(job)
    print(json.dumps(done))


def kill(job: Job, draw: random.Random) -> int:
    """Starts a run in a process of its own, which is killed once it has done some more units; what is done then."""
    listener = Dying(draw)
    child = os.fork()
    if child == 0:
        # It shares the process from which workers are forked, which takes seconds to start.
        for keeper in (forkserver, forkserver._forkserver):
            setattr(keeper, "ensure_running", lambda: None)  # noqa: B010  mypy would rather not
        run(job, listener)
        os._exit(0)
    os.waitpid(child, 0)
    return units(job.folder)


def units(folder: Path) -> int:
    try:
        return sum(part["units"] for part in json.loads((folder / "manifest.json").read_bytes())["parts"])
    except FileNotFoundError:
        return 0


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
