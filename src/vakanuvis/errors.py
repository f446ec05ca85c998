"""Every error the library raises: a code, a place and a remedy.

Errors that a lexicon editor meets speak Turkish first; an English gloss follows in parentheses.
"""

from __future__ import annotations

from difflib import get_close_matches


class VakanuvisError(Exception):
    """Base of all errors. ``code`` is searchable, ``str(error)`` is what a person reads."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(f"[{code}] {message}")


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
    """An article cannot be read. ``place`` is the path, with the line in a JSONL file."""

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
        return cls("A05", f"{place}: `{name}` must be {wanted}. Mend the line; the others are read.")

    @classmethod
    def wrong_date(cls, place: str, value: str) -> ArticleError:
        """A publication date that is none."""
        return cls("A06", f"{place}: `published` is no date: {value!r}. Write YYYY-MM-DD, YYYY-MM or YYYY.")

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
        return cls("A10", f"{place}: unknown kind of file. Name it .txt, .html or .jsonl.")

    @classmethod
    def reading_failed(cls, place: str, why: str) -> ArticleError:
        """A defect of the reader met in one article; the batch goes on."""
        return cls("A11", f"{place}: the reader failed on this article ({why}). Please report it with the text.")


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
