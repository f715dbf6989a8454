"""Commands of ours in processes of their own, forked off one that has imported what they need.

To start Python and import everything takes longer than most commands. A forked process has a
folder, an environment and output of its own, and can be killed, as any other. It runs the program
of this checkout: a test that changes the program in a copy starts Python anew (`building.py`).
"""

import atexit
import json
import os
import runpy
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

SCRIPTS = Path(__file__).parent.parent / "scripts"
IMPORTED = (
    *("kennisbank.cli", "kennisbank.bridge.whole", "kennisbank.bridge.session", "igraph"),
    *("mkdocs.__main__", "mkdocs.commands.build", "mkdocs.commands.serve", "material"),
    *("material.plugins.search.plugin", "markdown.extensions.md_in_html"),
)
_NUMBER = struct.Struct("q")
_LONGEST = 1_000_000
_ONE_AT_A_TIME = Lock()


class Forked:
    """A process that runs a module as `python -m` does; what `subprocess.Popen` has, it has."""

    def __init__(self, status: int, *files: int) -> None:
        self._status, self._files = status, files
        self._said = ("", "")
        self.returncode: int | None = None
        self.pid = _read_number(status)

    def wait(self, timeout: float | None = None) -> int:
        """Give its status once it ended."""
        if self.returncode is None:
            if not select.select([self._status], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            self.returncode = _read_number(self._status)
            self._said = self._read()
            for file in (self._status, *self._files):
                os.close(file)
        return self.returncode

    def poll(self) -> int | None:
        """Give its status, None as long as it runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Wait for it, and give all that it said."""
        self.wait(timeout)
        return self._said

    def read(self) -> str:
        """Give all that it said so far."""
        return "".join(self._said if self.poll() is not None else self._read())

    def _read(self) -> tuple[str, str]:
        out, err = (os.pread(each, _LONGEST, 0).decode() for each in self._files)
        return out, err

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


def start(
    folder: Path, *command: str, env: Mapping[str, str] | None = None, before: str = ""
) -> Forked:
    """Start a module with its arguments in a folder; `before` is Python that runs there first."""
    out, err = _open_nameless(), _open_nameless()
    read, write = os.pipe()
    job = {
        "folder": str(folder),
        "command": command,
        "env": {**os.environ, **(env or {})},
        "before": before,
    }
    request = f"{json.dumps(job)}\n".encode()
    with _ONE_AT_A_TIME:
        server = _server()
        server.sendall(request[socket.send_fds(server, [request], [out, err, write]) :])
        os.close(write)
        return Forked(read, out, err)


def run(
    folder: Path, *command: str, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a module, and give what it said."""
    process = start(folder, *command, env=env)
    out, err = process.communicate()
    return subprocess.CompletedProcess(command, process.wait(), out, err)


def _open_nameless() -> int:
    file, name = tempfile.mkstemp()
    Path(name).unlink()
    return file


@cache
def _server() -> socket.socket:
    """Start the process that forks, once for all tests of this one."""
    ours, theirs = socket.socketpair()
    quiet = {"NO_MKDOCS_2_WARNING": "1", "OPENBLAS_NUM_THREADS": "1"}
    server = subprocess.Popen(
        [sys.executable, __file__, str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        env={**os.environ, **quiet, "PYTHONPATH": str(SCRIPTS)},
    )
    theirs.close()

    def end() -> None:
        ours.close()
        server.wait()

    atexit.register(end)
    return ours


def _read_number(file: int) -> int:
    number: int = _NUMBER.unpack(os.read(file, _NUMBER.size))[0]
    return number


def _serve(channel: socket.socket) -> dict[str, Any] | None:
    """Fork at every request; give the job in the process that has to do it, None at the end."""
    while True:
        sent, files = b"", list[int]()
        while not sent.endswith(b"\n"):  # a next request comes once this one has begun
            more, given, _, _ = socket.recv_fds(channel, _LONGEST, 3)
            if not more:
                return None
            sent, files = sent + more, [*files, *given]
        if os.fork():
            for file in files:
                os.close(file)
            with suppress(ChildProcessError):  # all have ended
                while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG):
                    pass
            continue
        child = os.fork()
        if not child:
            channel.close()
            for number, file in enumerate(files[:2], start=1):
                os.dup2(file, number)
            for file in files:
                os.close(file)
            job: dict[str, Any] = json.loads(sent)
            return job
        os.write(files[2], _NUMBER.pack(child))
        _, status = os.waitpid(child, 0)
        os.write(files[2], _NUMBER.pack(os.waitstatus_to_exitcode(status)))
        os._exit(0)


def _run(job: dict[str, Any]) -> None:
    os.chdir(job["folder"])
    os.environ.clear()
    os.environ.update(job["env"])
    sys.argv = job["command"]
    exec(job["before"], {})
    sys.modules.pop(f"{job['command'][0]}.__main__", None)
    runpy.run_module(job["command"][0], run_name="__main__", alter_sys=True)


def _main() -> None:
    for name in IMPORTED:
        import_module(name)
    environment = import_module("kennisbank.render")._environment()
    for name in environment.list_templates(extensions=["j2"]):
        environment.get_template(name)
    job = _serve(socket.socket(fileno=int(sys.argv[1])))
    if job:
        _run(job)


if __name__ == "__main__":
    _main()
