"""Hash chain over the lines of a log: each line has the hash of the one before.

Bytes are hashed, not fields, so the hash does not depend on how JSON is written. A changed or
removed line is detected by the line after it. The last line of a chain is protected by records of
its hash: a seal, another writer's ``seen``, a commit.
"""

from __future__ import annotations

import hashlib

BYTE_ORDER_MARK = "\ufeff".encode()


def hashed_part(line: bytes) -> bytes:
    """Return a line without the byte order mark or carriage return that some editors add."""
    return line.removeprefix(BYTE_ORDER_MARK).removesuffix(b"\r")


def hash_of(raw: bytes) -> str:
    """Return the hash that the next line mentions; ``raw`` is the line without its end."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def hash_in_chain(raw: bytes) -> str:
    """Return the hash of a line, or for a stub the hash of the erased line that it replaces."""
    if b'"removed"' not in raw:
        return hash_of(raw)
    # Imported late, since they load pydantic.
    from variants.log.codec.read_line import Unreadable, read_line  # noqa: PLC0415
    from variants.log.events import Erasure  # noqa: PLC0415

    event = read_line(raw)
    if isinstance(event, Unreadable) or not isinstance(event.body, Erasure):
        return hash_of(raw)
    return event.body.was
