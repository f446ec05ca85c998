"""The version of the library, for every room to name."""

from __future__ import annotations

VERSION = "0.1.0"
