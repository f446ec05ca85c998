"""Ids that are the same everywhere: digests of what a record is, not of when it was read."""

from __future__ import annotations

import hashlib

ID_LENGTH = 16  # 64 bits: among ten million records the chance of a clash is three in a million.


def digest(kind: str, *parts: object) -> str:
    """A short id such as ``s3fa9c01b22d4``: the first letter of ``kind``, then the digest of kind and parts."""
    joined = "\x1f".join([kind, *map(str, parts)])
    return kind[0] + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
