"""Every error the library raises: a code, a place and a remedy.

Errors that a lexicon editor meets speak Turkish first; an English gloss follows in parentheses.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

_LONGEST_MESSAGE = 8_000  # letters: the longest path that a system opens has 4,096, a remedy fewer than 300
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


class LexiconError(VakanuvisError):
    """A lexicon file is not as it must be."""

    @classmethod
    def unknown_field(cls, place: str, name: str, known: list[str]) -> LexiconError:
        """A field that the file does not have."""
        near = get_close_matches(name, known, n=1)
        remedy = f"“{near[0]}” mi demek istediniz?" if near else f"Alanlar: {', '.join(known)}."
        return cls("L01", f"{place}: “{name}” diye bir alan yok. {remedy} (There is no such field.)")

    @classmethod
    def missing_field(cls, place: str, name: str) -> LexiconError:
        """A field that must be there."""
        return cls("L02", f"{place}: “{name}” alanı eksik; ekleyin. (This field is missing.)")

    @classmethod
    def repeated(cls, place: str, name: str, first: str) -> LexiconError:
        """A field or an entry written twice."""
        return cls(
            "L03", f"{place}: “{name}” iki kez yazılmış; ilki {first}. Birini silin. (Written twice; delete one.)"
        )

    @classmethod
    def wrong_shape(cls, place: str, name: str, wanted: str) -> LexiconError:
        """A value of another shape than the field wants."""
        return cls("L04", f"{place}: “{name}” {wanted} olmalı. (The value has the wrong shape.)")

    @classmethod
    def wrong_value(cls, place: str, name: str, value: str, allowed: list[str]) -> LexiconError:
        """A value outside the list of allowed ones."""
        near = get_close_matches(value, allowed, n=1)
        remedy = f"“{near[0]}” mi demek istediniz?" if near else f"Geçerli değerler: {', '.join(allowed)}."
        return cls("L05", f"{place}: “{name}” alanında “{value}” olamaz. {remedy} (This value is not allowed.)")

    @classmethod
    def not_yaml(cls, place: str, why: str) -> LexiconError:
        """The file is no readable YAML."""
        return cls(
            "L06",
            f"{place}: YAML olarak okunamadı ({why}). Tırnakla başlayan cümleyi “text: |” altına yazın. "
            "(Not readable as YAML; put a sentence that begins with a quotation mark on its own line below “text: |”.)",
        )

    @classmethod
    def not_utf8(cls, place: str) -> LexiconError:
        """The file is not UTF-8."""
        return cls("L07", f"{place}: dosya UTF-8 değil; UTF-8 olarak kaydedin. (Save the file as UTF-8.)")

    @classmethod
    def wrong_columns(cls, place: str, found: int, wanted: list[str]) -> LexiconError:
        """A TSV row with too few or too many columns."""
        return cls(
            "L08",
            f"{place}: {found} sütun var, {len(wanted)} olmalı: {', '.join(wanted)}. Sütunları sekme ile ayırın. "
            "(Wrong number of columns; separate them with tabs.)",
        )

    @classmethod
    def no_examples(cls, place: str, name: str) -> LexiconError:
        """An entry without an example."""
        return cls("L09", f"{place}: “{name}” için örnek yok; en az bir örnek cümle yazın. (An example is missing.)")

    @classmethod
    def missing_file(cls, path: str) -> LexiconError:
        """A lexicon file that is not there."""
        return cls("L10", f"{path}: sözlük dosyası bulunamadı. (The lexicon file is missing.)")

    @classmethod
    def ends_before_it_begins(cls, place: str, name: str) -> LexiconError:
        """A term of office whose end lies before its beginning."""
        return cls(
            "L11",
            f"{place}: “{name}” görevi, başlamadan bitiyor; “from” ile “until” tarihlerini düzeltin. "
            "(The term ends before it begins.)",
        )

    @classmethod
    def two_holders(cls, place: str, name: str, other: str) -> LexiconError:
        """Two terms of one office at one time."""
        return cls(
            "L12",
            f"{place}: “{name}” göreve, “{other}” ayrılmadan başlıyor; tarihleri ya da sırayı düzeltin. "
            "(Two holders at one time: mend the dates or the order.)",
        )

    @classmethod
    def other_country(cls, place: str, name: str, country: str) -> LexiconError:
        """A holder who serves another state in the list of politicians."""
        return cls(
            "L13",
            f"{place}: “{name}” politicians.tsv dosyasında başka bir devletin ({country}); birini düzeltin. "
            "(Another state's in politicians.tsv: mend one of the two.)",
        )


class PipelineError(VakanuvisError):
    """The stages do not fit together."""

    @classmethod
    def missing_layer(cls, stage: str, layer: str) -> PipelineError:
        """A stage needs a layer that no earlier stage adds."""
        return cls("P01", f"{stage} needs {layer}, which no earlier stage adds. Move it behind the stage that does.")

    @classmethod
    def layer_twice(cls, stage: str, layer: str) -> PipelineError:
        """Two stages add the same layer."""
        return cls("P02", f"{stage} adds {layer}, which an earlier stage adds already. Drop one of the two.")


class ArticleError(VakanuvisError):
    """An article cannot be read. ``place`` is the path, with the number of the line, row, entry or record in it.

    What files say of themselves goes into the message with its control characters spelled out, and cut short.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, shown(message, longest=_LONGEST_MESSAGE))

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
            "R14", f"{place}: no reading of format 1 ({shown(why)}). Write it with `vakanuvis read --format jsonl`."
        )

    @classmethod
    def nothing_of_id(cls, identity: str) -> RecordError:
        """An id that the book does not hold."""
        return cls("R14", f"{shown(identity)}: nothing of this id is recorded. Copy the id from the record book.")
