"""A PostgreSQL server of the tests' own: in a temporary folder, on a free port, gone when they end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["postgres", "programs"]


def programs() -> Path | None:
    """Where ``initdb`` and ``postgres`` are: on the path, or where Debian puts them."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: float(each.parent.name))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


def _other_user() -> str:
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"


@contextmanager
def postgres(bin_folder: Path) -> Iterator[str]:
    """The URL of an empty database on a server that runs meanwhile."""
    # The server refuses to run as root, whose temporary folders nobody else may enter.
    user = _other_user() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="beritaextract-postgres-"))
    if user:
        shutil.chown(folder, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    options = [
        "-c",
        f"unix_socket_directories={folder}",
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "fsync=off",
    ]
    make = ["--auth=trust", "--username=desk", "--encoding=UTF8", "--no-locale", "--no-sync"]
    try:
        subprocess.run(
            [str(bin_folder / "initdb"), "-D", str(data), *make],
            cwd=folder,
            user=user,
            check=True,
            capture_output=True,
        )
        control = [str(bin_folder / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
        subprocess.run(
            [*control, "-o", " ".join([*options, f"-p {port}"]), "start"],
            cwd=folder,
            user=user,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        try:
            yield f"postgresql://desk@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run(
                [*control, "-m", "immediate", "stop"], cwd=folder, user=user, check=True, capture_output=True
            )
    finally:
        shutil.rmtree(folder)
