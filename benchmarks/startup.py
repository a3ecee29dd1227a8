"""What a start costs: the command on one article, whole process, beside `python -c "import spacy"`.

User CPU time, all commands in turns. Byte code is there on both sides, as an installer leaves it. Cold is the first
start of an installation, with an empty cache of compiled rules; warm is every later one.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ARTICLE = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "jamsostek-lombok" / "article.txt"
PROGRAM = str(Path(sys.executable).with_name("beritaextract"))
EXTRACT = [PROGRAM, "extract", str(ARTICLE), "--format", "json"]
CHECK = [PROGRAM, "check", str(ARTICLE)]
SPACY = 'python -c "import spacy"'
UNUSABLE = 2


def measure(runs: int) -> dict[str, list[float]]:
    """What each command took, in seconds."""
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        base = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        base["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        warm = base | {"BERITAEXTRACT_CACHE": f"{folder}/warm"}
        for command in ([sys.executable, "-c", "import spacy"], EXTRACT, CHECK):
            user_seconds(command, warm)
        for run in range(runs):
            turn = {
                SPACY: ([sys.executable, "-c", "import spacy"], base),
                "extract, cold": (EXTRACT, base | {"BERITAEXTRACT_CACHE": f"{folder}/extract{run}"}),
                "extract, warm": (EXTRACT, warm),
                "check, cold": (CHECK, base | {"BERITAEXTRACT_CACHE": f"{folder}/check{run}"}),
                "check, warm": (CHECK, warm),
            }
            for name, (command, environment) in turn.items():
                taken.setdefault(name, []).append(user_seconds(command, environment))
    return taken


def user_seconds(command: list[str], environment: Mapping[str, str]) -> float:
    """User CPU time of one process.

    Raises:
        SystemExit: The command failed.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    ended = subprocess.run(command, env=environment, capture_output=True, check=False)
    if ended.returncode >= UNUSABLE:
        sys.exit(f"{' '.join(command)}: {ended.stderr.decode(errors='replace')}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5, help="how many runs of each (default: 5)")
    taken = measure(parser.parse_args().n)
    unit = statistics.median(taken[SPACY])
    print(f"{'user CPU time, median of':26} {len(taken[SPACY]):>6}   fastest  slowest   ratio")
    for name, seconds in taken.items():
        median = statistics.median(seconds)
        print(f"{name:26} {median:6.2f} s {min(seconds):7.2f} {max(seconds):8.2f} {median / unit:8.2f}")


if __name__ == "__main__":
    main()
