"""Errors of what articles come in: files, pages, tables, feeds, archives."""

from __future__ import annotations

from collections.abc import Sequence

from vakanuvis.errors.wording import LONGEST_MESSAGE, VakanuvisError, shown


class ArticleError(VakanuvisError):
    """An article cannot be read. ``place`` is the path, with the number of the line, row, entry or record in it.

    What files say of themselves goes into the message with its control characters spelled out, and cut short.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, shown(message, longest=LONGEST_MESSAGE))

    @classmethod
    def not_found(cls, place: str) -> ArticleError:
        """The path does not exist."""
        return cls("A01", f"{place}: no such file. Check the path; `-` reads standard input.")

    @classmethod
    def empty(cls, place: str) -> ArticleError:
        """There is no text."""
        return cls("A02", f"{place}: the article has no text. Give it some, or leave it out.")

    @classmethod
    def not_text(cls, place: str) -> ArticleError:
        """The bytes are no text in any encoding that is tried."""
        return cls("A03", f"{place}: not a text file (it holds NUL bytes). Save it as UTF-8 text, HTML or JSONL.")

    @classmethod
    def broken_json(cls, place: str, why: str) -> ArticleError:
        """A line of a JSONL file is no JSON object."""
        return cls("A04", f"{place}: not a JSON object ({why}). Write one object with a `text` field per line.")

    @classmethod
    def wrong_field(cls, place: str, name: str, wanted: str) -> ArticleError:
        """A field of a JSON article has another type than the contract says."""
        return cls("A05", f"{place}: `{shown(name)}` must be {wanted}. Mend the line; the others are read.")

    @classmethod
    def wrong_date(cls, place: str, value: str) -> ArticleError:
        """A publication date that is none."""
        return cls("A06", f"{place}: `published` is no date: '{shown(value)}'. Write YYYY-MM-DD, YYYY-MM or YYYY.")

    @classmethod
    def no_article_in_page(cls, place: str) -> ArticleError:
        """An HTML page without an article."""
        return cls("A07", f"{place}: no article text was found in the page. Save the article's own page, or its text.")

    @classmethod
    def too_long(cls, place: str, length: int, limit: int) -> ArticleError:
        """More text than one article can have."""
        return cls(
            "A08", f"{place}: {length:,} characters; an article may have {limit:,}. Split the file into articles."
        )

    @classmethod
    def unreadable(cls, place: str, why: str) -> ArticleError:
        """The file cannot be opened."""
        return cls("A09", f"{place}: cannot be opened ({why}). Check that it is a file and that you may read it.")

    @classmethod
    def unknown_kind(cls, place: str) -> ArticleError:
        """A file name with an ending that is not read."""
        return cls("A10", f"{place}: unknown kind of file. `vakanuvis read --help` lists the endings that are read.")

    @classmethod
    def reading_failed(cls, place: str, why: str) -> ArticleError:
        """A defect of the reader met in one article; the batch goes on."""
        return cls("A11", f"{place}: the reader failed on this article ({why}). Please report it with the text.")

    @classmethod
    def broken_packing(cls, place: str, why: str) -> ArticleError:
        """A packed file that does not unpack; what came out of it before was read."""
        return cls("A12", f"{place}: cannot be unpacked ({why}). Fetch or pack it again; what came before is read.")

    @classmethod
    def unpacks_too_far(cls, place: str, how_far: str) -> ArticleError:
        """A packed file that becomes so large that it looks made to do harm."""
        return cls(
            "A13", f"{place}: unpacks to {how_far}. If you trust it, unpack it yourself and read what comes out."
        )

    @classmethod
    def no_such_column(cls, place: str, name: str, found: Sequence[str]) -> ArticleError:
        """A table without a column that was asked for, or with two of that name."""
        return cls(
            "A14",
            f"{place}: no single column `{shown(name)}`. Its columns: {', '.join(map(shown, found[:40])) or 'none'}. "
            "Say which is which: --columns text=…,title=…,published=….",
        )

    @classmethod
    def wrong_columns(cls, given: str, why: str) -> ArticleError:
        """``--columns`` that names no columns."""
        return cls("A15", f"--columns {shown(given)}: {shown(why)}. Write --columns text=icerik,title=baslik.")

    @classmethod
    def broken_row(cls, place: str, why: str) -> ArticleError:
        """A row that a table cannot have."""
        return cls("A16", f"{place}: not a row of this table ({why}). Mend the row.")

    @classmethod
    def broken_table(cls, place: str, why: str) -> ArticleError:
        """A Parquet file that cannot be read, or not to its end."""
        return cls(
            "A17", f"{place}: not a readable table ({shown(why, longest=300)}). Write it again, in small row groups."
        )

    @classmethod
    def broken_feed(cls, place: str, why: str) -> ArticleError:
        """An RSS or Atom file without entries, or one that is refused."""
        return cls("A18", f"{place}: not a feed that can be read ({why}). Fetch it again, or save the articles' pages.")

    @classmethod
    def broken_archive(cls, place: str, why: str) -> ArticleError:
        """A WARC file with a record that is not as it must be."""
        return cls("A19", f"{place}: not a readable WARC record ({shown(why, longest=300)}). Fetch the archive again.")

    @classmethod
    def missing_extra(cls, place: str, extra: str) -> ArticleError:
        """A kind of file that only an extra of the library reads."""
        return cls("A20", f"{place}: this kind needs an extra. Install it: pip install 'vakanuvis[{extra}]'")

    @classmethod
    def too_many_tags(cls, place: str, number: int, limit: int) -> ArticleError:
        """A page that would take minutes, and that no newspaper makes."""
        return cls("A22", f"{place}: {number:,} tags; it may have {limit:,}. Save the articles' text instead.")

    @classmethod
    def left_out(cls, place: str, what: str) -> ArticleError:
        """What a folder holds and nobody reads."""
        return cls("A21", f"{place}: left out: {what}. Name them, or what they lead to, one by one to have them read.")

    @classmethod
    def took_too_long(cls, place: str, seconds: float) -> ArticleError:
        """An article that a process could not finish in time."""
        return cls("A30", f"{place}: not read within {seconds:g} seconds. Split the article, or raise the limit.")

    @classmethod
    def not_recorded(cls, place: str, why: str) -> ArticleError:
        """A reading that the record book cannot hold."""
        return cls("A31", f"{place}: read, but it could not be recorded ({why}). Mend the article's text.")
