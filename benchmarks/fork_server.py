"""Run the program many times, but import its modules only once.

A server imports all modules of the program and forks a process for each command. The process gets
the arguments, the folder, the environment and the streams of the command. Only variables that
Python itself reads when it starts, such as those of the locale, have the values that they had when
the server started. On other systems than Linux each command is a new process.

The server ends when the process that started it ends.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress

# This file is also the client of a shell script, so that other modules are imported when needed.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from subprocess import CompletedProcess
    from typing import NoReturn

AVAILABLE = sys.platform == "linux"
"""True if commands are forked."""
LATE = ("Stemmer", "diff_match_patch", "numpy.ma", "regex", "sentencex")
"""Libraries that the program imports when it needs them, and that most commands need."""

_address = ""


def run_command(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> CompletedProcess[bytes]:
    """Run the program in a folder; return its exit code and output."""
    import subprocess  # noqa: PLC0415 - not for the client
    from tempfile import TemporaryFile  # noqa: PLC0415

    if not AVAILABLE:
        return subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "variants", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
        )
    with TemporaryFile() as out, TemporaryFile() as err:
        streams = (0, out.fileno(), err.fileno())
        code = _ask(_start(), list(arguments), str(folder), dict(environment), streams)
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(list(arguments), code, out.read(), err.read())


def write_script(folder: Path) -> None:
    """Write a program called "variants" into a folder, which has the server run its command."""
    import shlex  # noqa: PLC0415 - not for the client

    # Without the packages of its environment, Python starts faster.
    client = shlex.join([sys.executable, "-I", "-S", __file__, _start()])
    script = folder / "variants"
    script.write_text(f'#!/bin/sh\nexec {client} "$@"\n', "utf-8")
    script.chmod(0o755)


def _start() -> str:
    """Start the server unless it runs; return the path of its socket."""
    import atexit  # noqa: PLC0415 - not for the client
    import subprocess  # noqa: PLC0415

    global _address  # noqa: PLW0603 - one server for a process
    if not _address:
        pipe = subprocess.PIPE
        # With -P, the modules beside this one do not hide others of their names.
        command = [sys.executable, "-P", __file__]
        server = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)  # noqa: S603 - ours
        atexit.register(server.communicate)
        assert server.stdout is not None  # noqa: S101 - for the types
        _address = server.stdout.readline().strip()
    return _address


def _ask(
    address: str,
    arguments: list[str],
    folder: str,
    environment: dict[str, str],
    streams: tuple[int, int, int] = (0, 1, 2),
) -> int:
    """Send a command to a server; return its exit code when its process has ended."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(address)
        socket.send_fds(connection, [b"\n"], streams)
        connection.sendall(json.dumps([arguments, folder, environment]).encode() + b"\n")
        with connection.makefile("rb") as answer:
            code = answer.read()
    if len(code) != 1:
        message = f"the process of {arguments} was killed"
        raise RuntimeError(message)
    return code[0]


def _serve() -> None:
    """Print the path of a socket, and run commands that arrive at it until standard input ends."""
    import gc  # noqa: PLC0415 - not for the client
    import selectors  # noqa: PLC0415
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    import_all()
    gc.freeze()
    with (
        TemporaryDirectory(prefix="variants-") as folder,
        socket.socket(socket.AF_UNIX) as listener,
        selectors.DefaultSelector() as selector,
    ):
        listener.bind(address := f"{folder}/socket")
        listener.listen()
        selector.register(listener, selectors.EVENT_READ)
        selector.register(0, selectors.EVENT_READ)
        print(address, flush=True)
        while not any(key.fd == 0 for key, _ in selector.select()):
            connection, _ = listener.accept()
            with connection:
                if _fork() == 0:
                    listener.close()
                    selector.close()
                    _answer(connection)
            _reap(os.WNOHANG)
        _reap()


def import_all() -> None:
    """Import all modules of the program, and the libraries that most commands need."""
    from importlib import import_module  # noqa: PLC0415 - not for the client
    from pkgutil import walk_packages  # noqa: PLC0415

    package = import_module("variants")
    for module in walk_packages(package.__path__, "variants."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in LATE:
        import_module(name)


def _fork() -> int:
    """Fork this process."""
    import warnings  # noqa: PLC0415 - not for the client

    with warnings.catch_warnings():
        # Python warns of the threads of OpenBLAS, which stops them itself before a fork.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _reap(options: int = 0) -> None:
    """Wait for forked processes, so that the system counts their time as time of this one."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, options) != (0, 0):
            pass


def _answer(connection: socket.socket) -> NoReturn:
    """Run the command of a connection, and end the process after its exit code is sent."""
    import time  # noqa: PLC0415 - not for the client
    import traceback  # noqa: PLC0415

    from variants.cli import main  # noqa: PLC0415

    code = 1
    try:
        _, streams, _, _ = socket.recv_fds(connection, 1, 3)
        with connection.makefile("rb") as request:
            arguments, folder, environment = json.loads(request.readline())
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 - as Python opens them
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", 1, errors="backslashreplace", closefd=False)  # noqa: SIM115
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        time.tzset()
        sys.argv = ["variants", *arguments]
        code = main()
        for output in (sys.stdout, sys.stderr):
            output.flush()
    except BaseException:  # noqa: BLE001 - it is in the new process only
        traceback.print_exc()
    finally:
        connection.sendall(bytes([code]))
        os._exit(code)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(_ask(sys.argv[1], sys.argv[2:], os.getcwd(), dict(os.environ)))  # noqa: PTH109
    _serve()
