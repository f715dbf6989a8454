"""What each sort of source is called in references and in the files of reference managers."""

from dataclasses import dataclass, replace

from kennisbank.model.voices import Source


@dataclass(frozen=True, slots=True)
class Form:
    """The types of one sort: in CSL, RIS, BibTeX, Zotero and schema.org; what APA puts in [ ]."""

    csl: str
    ris: str
    bibtex: str
    zotero: str
    schema: str
    label: str = ""


_WEB_PAGE = Form("webpage", "ELEC", "online", "webpage", "WebPage")
_JOURNAL = Form("article-journal", "JOUR", "article", "journalArticle", "Article")
_MAGAZINE = Form("article-magazine", "MGZN", "article", "magazineArticle", "Article")
_REPORT = Form("report", "RPRT", "techreport", "report", "Report")
_FORMS = {
    "artikel": _JOURNAL,
    "blog": Form("post-weblog", "BLOG", "online", "blogPost", "BlogPosting", "Blog"),
    "boek": Form("book", "BOOK", "book", "book", "Book"),
    "essay": replace(_REPORT, label="Essay"),
    "hoofdstuk": Form("chapter", "CHAP", "incollection", "bookSection", "Chapter"),
    "interview": _MAGAZINE,
    "kunstwerk": Form("graphic", "ART", "misc", "artwork", "VisualArtwork", "Kunstwerk"),
    "notitie": replace(_REPORT, label="Notitie"),
    "proefschrift": Form("thesis", "THES", "phdthesis", "thesis", "Thesis", "Proefschrift"),
    "uitzending": Form("broadcast", "MPCT", "misc", "tvBroadcast", "Episode", "Uitzending"),
    "verslag": replace(_REPORT, label="Verslag"),
    "website": _WEB_PAGE,
    "wet": Form("legislation", "STAT", "misc", "statute", "Legislation"),
}


def find_form(source: Source) -> Form:
    """Give the form of a source.

    An article in a volume is a journal's, else a magazine's, which has a day or a season. An
    article or interview that stands on a site by itself is a web page.
    """
    form = _FORMS[source.sort]
    if form in (_JOURNAL, _MAGAZINE):
        _, number = split_container(source)
        form = _JOURNAL if number[:1].isdigit() else _MAGAZINE
        form = _WEB_PAGE if source.url and not source.container else form
    if source.sort == "uitzending" and (source.label or "").casefold().startswith("radio"):
        form = replace(form, ris="SOUND", zotero="radioBroadcast")
    return replace(form, label=source.label) if source.label else form


def split_container(source: Source) -> tuple[str, str]:
    """Give in what a source appeared, and for a journal or magazine what follows its last comma:
    volume and issue, or a season.
    """
    whole = source.container or ""
    title, _, number = whole.rpartition(", ")
    is_periodical = _FORMS[source.sort] in (_JOURNAL, _MAGAZINE)
    return (title, number) if is_periodical and title else (whole, "")
