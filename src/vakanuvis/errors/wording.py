"""What all errors are: a code, and words that can go to a terminal."""

from __future__ import annotations

LONGEST_MESSAGE = 8_000  # letters: the longest path that a system opens has 4,096, a remedy fewer than 300
_LONGEST_VALUE = 80


def shown(text: str, *, longest: int = _LONGEST_VALUE) -> str:
    """``text`` as it can go to a terminal: what is not printable spelled as ``\\x1b``, the middle of much left out."""
    if len(text) > longest:
        text = f"{text[: longest // 2]}…{text[-longest // 4 :]}"
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )


class VakanuvisError(Exception):
    """Base of all errors. ``code`` is searchable, ``str(error)`` is what a person reads."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        self.message = message
        super().__init__(f"[{code}] {message}")

    def __reduce__(self) -> tuple[type[VakanuvisError], tuple[str, str]]:
        """An error crosses from process to process as what it was made of."""
        return type(self), (self.code, self.message)
