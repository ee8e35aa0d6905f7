"""Lines that hold each other fast: each names the hash of the one before.

Bytes are hashed, not fields, so nothing depends on how JSON is written. Changing or removing an
old line is seen at once; the end of a chain is held by whatever names its hash: a seal, another
writer's ``seen``, a commit.
"""

from __future__ import annotations

import hashlib

BYTE_ORDER_MARK = "\ufeff".encode()


def hashed_part(line: bytes) -> bytes:
    """Return a line without the byte order mark or carriage return that some editors add."""
    return line.removeprefix(BYTE_ORDER_MARK).removesuffix(b"\r")


def hash_of(raw: bytes) -> str:
    """What the next line names this one by; ``raw`` is the line without its line end."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def hash_in_chain(raw: bytes) -> str:
    """The same of a line that may be a stub, which goes by the hash of the line it stands for."""
    if b'"removed"' not in raw:
        return hash_of(raw)
    # Here, since pydantic takes its time to load.
    from variants.log.codec.read_line import Unreadable, read_line  # noqa: PLC0415
    from variants.log.events import Erasure  # noqa: PLC0415

    event = read_line(raw)
    if isinstance(event, Unreadable) or not isinstance(event.body, Erasure):
        return hash_of(raw)
    return event.body.was
