"""What stands around the body of a document: notes, bibliography, readers' comments and page furniture."""

from __future__ import annotations

import re

from datedeck.model import Role
from datedeck.read.drafts import NOTE_MARK, Draft

_POLICY = re.compile(
    r"(?:discussion|comments?) policy|(?:leave|post|write|add) a (?:reply|comment)|leave your comment|"
    r"join the (?:discussion|conversation)|"
    r"[0-9]+ (?:comments?|responses?|replies|thoughts on .{1,120})",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:related|recent|similar) (?:articles?|posts?|stories)|share this(?: article| post)?|filed under|"
    r"about the author",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"(?:readers['’]? )?comments?|responses?|discussion", re.IGNORECASE)
_SPEAKER = re.compile(r"[^\n.:;]{1,60}?\.? (?:said|says|wrote|writes|commented|replied):$")
_NOTES = re.compile(r"(?:foot|end)?notes(?: and references)?", re.IGNORECASE)
_SOURCES = re.compile(
    r"(?:select(?:ed)? )?(?:references|bibliography|sources|works cited|literature|further reading|"
    r"external links|citations|primary sources|secondary sources|notes and references|suggested reading)"
    r"(?: cited| list)?",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_][\w'’´`-]+"
_INITIAL = r"[^\W\d_]\."
_AUTHOR = re.compile(
    rf"(?:[-*•] )?[“\"]?(?:{_NAME}(?: {_NAME})?[,.] (?:[^\W\d_]{{1,2}}\. ?){{1,3}}"
    rf"|{_NAME}, {_NAME}(?: {_INITIAL})?(?: and [^,.]{{3,40}})?(?:,|\.| \()"
    rf"|(?:{_INITIAL} ){{1,3}}{_NAME}, )"
)
_PUBLISHED = re.compile(r"\b(?:1[5-9]|20)[0-9]{2}[a-z]?\b")
_CITING = re.compile(
    r"\bpp?\. ?[0-9]|\b(?:1[5-9]|20)[0-9]{2}\b|\bibid|\bop\. ?cit|\bvol\.|\bv\. [IVX]+|\bsee\b|https?://|\bdoc\b|\bed\.|[–-]$",
    re.IGNORECASE,
)
_LONGEST_ENTRY = 500  # characters; what is longer is prose about books


def with_apparatus(drafts: list[Draft]) -> list[Draft]:
    """The drafts with the roles comment, furniture, footnote and bibliography given."""
    body = _comments_start(drafts)
    tail = _commented(drafts[body:])
    return _notes_and_books(drafts[:body]) + tail


def _comments_start(drafts: list[Draft]) -> int:
    """The index of the first block after which only readers speak, or the page's own furniture stands."""
    speakers = [i for i, block in enumerate(drafts[:-1]) if _is_speaker(block)]
    spoken = [i for i in speakers if drafts[i + 1].indent > drafts[i].indent or drafts[i].mark]
    certain = [i for i in spoken if len(spoken) > 1 or (drafts[i].mark and drafts[i + 1].indent > drafts[i].indent)]
    first = min(certain, default=len(drafts))
    for i, block in enumerate(drafts[:first]):
        if i and (
            _POLICY.fullmatch(block.text) or (_PAGE.fullmatch(block.text) and not _body_follows(drafts[i + 1 :]))
        ):
            return i
    if first < len(drafts) and first and _COMMENTS.fullmatch(drafts[first - 1].text):
        return first - 1
    return first


def _body_follows(drafts: list[Draft]) -> bool:
    """Whether more headings come: then one like "About the author" heads a part of the document itself."""
    return any(block.role == "heading" for block in drafts)


def _is_speaker(block: Draft) -> bool:
    return bool(_SPEAKER.fullmatch(block.text))


def _commented(drafts: list[Draft]) -> list[Draft]:
    """Furniture until the first reader speaks, comments from there on."""
    role: Role = "furniture"
    done = []
    for block in drafts:
        role = "comment" if _is_speaker(block) else role
        done.append(block.to(role))
    return done


def _notes_and_books(drafts: list[Draft]) -> list[Draft]:
    done = _under_headings(drafts)
    end = len(done)
    while end and done[end - 1].role in ("footnote", "bibliography", "furniture"):
        end -= 1
    for role, holds in (("footnote", _note_run), ("bibliography", _book_run), ("footnote", _note_run)):
        start = holds(done, end)
        done[start:end] = [block.to(role) for block in done[start:end]]  # type: ignore[arg-type]
        end = _without_heading(done, start)
    return done


def _without_heading(drafts: list[Draft], end: int) -> int:
    return end - 1 if end and drafts[end - 1].role == "heading" else end


def _under_headings(drafts: list[Draft]) -> list[Draft]:
    """What stands under "Notes" is notes, under "References" and the like bibliography, until the next heading.

    An entry without a stop at its end looks like a heading; its year tells it from one.
    """
    role: Role | None = None
    done = []
    for block in drafts:
        is_entry = role is not None and _PUBLISHED.search(block.text) is not None
        if block.role == "heading" and not is_entry:
            is_notes, is_books = _NOTES.fullmatch(block.text), _SOURCES.fullmatch(block.text)
            role = "footnote" if is_notes else "bibliography" if is_books else None
        elif role and block.role in ("paragraph", "list", "heading") and len(block.text) <= _LONGEST_ENTRY:
            block = block.to(role)
        done.append(block)
    return done


def _note_run(drafts: list[Draft], end: int) -> int:
    """The start of the run of numbered notes that ends at `end`; `end` itself where there is none."""
    start = end
    while start and _number(drafts[start - 1]):
        start -= 1
    numbers = [_number(block) for block in drafts[start:end]]
    if not numbers or numbers[0] != 1 or numbers != list(range(1, len(numbers) + 1)):
        return end
    citing = sum(1 for block in drafts[start:end] if _CITING.search(block.text))
    return start if 2 * citing >= len(numbers) else end


def _number(block: Draft) -> int:
    """The number that a note begins with; 0 for none."""
    match = NOTE_MARK.match(block.mark + block.text) if block.role in ("list", "paragraph", "heading") else None
    return int(match["bracket"] or match["plain"] or 0) if match else 0


def _book_run(drafts: list[Draft], end: int) -> int:
    """The start of the run of bibliography entries that ends at `end`."""
    start = end
    while start and _is_entry(drafts[start - 1]):
        start -= 1
    return start


def _is_entry(block: Draft) -> bool:
    """An author's name first, a year of publication, and no more text than an entry has."""
    text = block.text
    return (
        block.role in ("paragraph", "list", "heading")
        and len(text) <= _LONGEST_ENTRY
        and bool(_AUTHOR.match(text))
        and bool(_PUBLISHED.search(text[-60:]) or re.search(r"\((?:1[5-9]|20)[0-9]{2}[a-z]?\)", text[:120]))
    )
