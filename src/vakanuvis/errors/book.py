"""Errors of the record book."""

from __future__ import annotations

from difflib import get_close_matches

from vakanuvis.errors.wording import VakanuvisError, shown


class RecordError(VakanuvisError):
    """A record book cannot be used, or not for what was asked."""

    @classmethod
    def not_found(cls, path: str) -> RecordError:
        """There is no such file."""
        return cls("R01", f"{path}: no such record book. Check the path, or begin one with `vakanuvis ingest`.")

    @classmethod
    def no_record(cls, path: str) -> RecordError:
        """A SQLite file of something else."""
        return cls("R02", f"{path}: a SQLite file, but no record book. Name another file; this one is left as it is.")

    @classmethod
    def unreadable(cls, path: str, why: str) -> RecordError:
        """SQLite cannot read or write the file."""
        return cls("R03", f"{path}: cannot be opened as a record book ({why}). Check the file and its folder.")

    @classmethod
    def too_new(cls, path: str, there: int, known: int) -> RecordError:
        """Written by a later version of the library."""
        return cls(
            "R04", f"{path}: its tables are of form {there}, this version knows {known}. Install a newer vakanüvis."
        )

    @classmethod
    def too_old(cls, path: str) -> RecordError:
        """Of an earlier form, and opened for reading only."""
        return cls("R05", f"{path}: of an earlier form. `vakanuvis ingest --record {path}` without articles renews it.")

    @classmethod
    def no_question(cls, name: str, known: list[str]) -> RecordError:
        """A question that the book does not know."""
        near = get_close_matches(name, known, n=1)
        remedy = f"Did you mean `{near[0]}`?" if near else f"Questions: {', '.join(known)}."
        return cls("R06", f"{shown(name)}: no such question. {remedy}")

    @classmethod
    def no_filter(cls, question: str, name: str, known: list[str]) -> RecordError:
        """A filter that the question does not take."""
        return cls("R07", f"{question}: takes no `{shown(name)}`. It takes {', '.join(known)}.")

    @classmethod
    def wrong_filters(cls, question: str, given: list[str], keys: list[str]) -> RecordError:
        """Filters that do not go together, or none where one is needed."""
        asked = f"cannot be asked by {' and '.join(given)}" if given else "must be asked by something"
        return cls("R08", f"{question}: {asked}. Ask it by one of: {'; '.join(keys)}.")

    @classmethod
    def no_day(cls, name: str, value: str) -> RecordError:
        """A day that is none."""
        return cls("R09", f"{name}: no date: '{shown(value)}'. Write YYYY, YYYY-MM or YYYY-MM-DD.")

    @classmethod
    def no_words(cls, words: str) -> RecordError:
        """Nothing to look for."""
        return cls("R10", f"'{shown(words)}': no word to look for. Give one of letters or digits.")

    @classmethod
    def nobody(cls, name: str) -> RecordError:
        """A name that nobody in the book bears."""
        return cls("R11", f"'{shown(name)}': nobody of this name is recorded. Find names with `vakanuvis ask actors`.")

    @classmethod
    def several(cls, name: str, who: list[str]) -> RecordError:
        """A name that several bear."""
        return cls("R12", f"'{shown(name)}' may be {'; '.join(map(shown, who))}. Name one by its id.")

    @classmethod
    def not_answered(cls, question: str, why: str) -> RecordError:
        """SQLite could not answer."""
        return cls("R13", f"{shown(question)}: not answered ({shown(why, longest=300)}). Check the question.")

    @classmethod
    def no_reading(cls, place: str, why: str) -> RecordError:
        """A line that should hold a reading and does not."""
        return cls(
            "R15", f"{place}: no reading of format 1 ({shown(why)}). Write it with `vakanuvis read --format jsonl`."
        )

    @classmethod
    def nothing_of_id(cls, identity: str) -> RecordError:
        """An id that the book does not hold."""
        return cls("R14", f"{shown(identity)}: nothing of this id is recorded. Copy the id from the record book.")
