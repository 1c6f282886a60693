"""The fullest name that a document gives a person: "Brand" is "Tovar Brand" where the document says so.

Every run of capitalised words of a document is kept under its last word. What is a person is then asked of the named
entities of just those sentences that introduce a surname a statement uses alone. A surname that several people bear,
or that is also a place, stays as it is: better a bare surname than a wrong name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from datedeck.extract.events.verb_classes import PERSONAL
from datedeck.extract.events.words import OPENERS, PARTICLES, PLACING, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"
_WORD = r"(?:[A-Z]\.|(?:Maj|Gen|Brig|Lt|Col|Capt|Adm|Sgt|Dr|Mrs?|Prof|Sen|Gov)\.|[IVX]+\b|[^\W\d_a-z][\w’'-]*[^\W_])"
_RUN = re.compile(rf"(?<![\w.]){_WORD}(?:[ \n](?:{_PARTICLE}[ \n]){{0,2}}{_WORD}){{1,4}}(?!\w)")
_PLACED = re.compile(r"\b(?:in|at|near|into|around|towards?)[ \n]([^\W\d_a-z][\w’'-]+)(?![\w’'])")
_ALONE = re.compile(rf"(?<![\w.-])((?:{_PARTICLE}|D[eu]|Von|Van) )?([^\W\d_a-z][\w-]*\w)(?=['’]s?\b|[ ,.;)]|$)")
_WHO, _INITIAL = re.compile(r", (?:who|whom|whose)\b"), re.compile(r"\b[A-Z]\. ")
_STOP = re.compile(r"[.!?;]\s|\n\n")
# What is no first name, though it has a capital: "Leaving Velm", capitals only.
_OPENER = re.compile(r"(?:ing|ly)$|^(?:[A-Z]{1,3}|[IVX]+)$")
_AROUND = 160  # code points of a sentence kept on either side of a name for the recogniser
_MOST = 0.6  # share of a surname's full names that must agree on the first name
_LONGER = re.compile(
    rf" (?:{_PARTICLE} )?(?:[A-Z][\w.]|[IVX]+\b)| of [A-Z]| the [A-Z]\w*(?! [A-Z])\b"
)  # "Brand the Elder", but "called Brand the Tovar Orre of Ostrand"
# After a name: what towns and armies do and suffer as well as people.
_NOT_PERSONAL = re.compile(
    rf" (?:fell|surrendered|capitulated|(?:was|were) (?!(?:\w+ly )?(?:{'|'.join(sorted(PERSONAL))})\b))"
)
_NOBLE = ("de ", "De ", "von ", "Von ", "van ", "Van ", "du ", "Du ")  # before a surname used alone
_SURELY = 2  # votes of the recogniser that make a word a person's name without other evidence
_COMPANY = re.compile(r"['’]s? [A-Z]")  # "Brand's Patent Company" is a name itself
_JOINED = re.compile(r" (?:and|&) [A-Z]|['’]s? and ")  # "Tovar and Ilna Brand"
_DETERMINING = frozenset("the a an its his her their our this that these those every each some any no".split())
_BESIDE = frozenset("the vice deputy field prime grand st saint".split())  # with a title, but none alone
_COMMON = re.compile(r"(?<![\w-])[a-z]{2,}\b")
_SEEN = 3  # runs looked at for a surname, the most frequent first


@dataclass
class Names:
    """What a document calls its people: runs of capitalised words by their last and by their first word."""

    text: str
    by_last: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    by_first: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    first: dict[str, int] = field(default_factory=dict)
    places: frozenset[str] = frozenset()  # words that follow "in" or "at"
    titled: set[str] = field(default_factory=set)  # that follow a title or an initial, or that "who" follows
    particled: set[str] = field(default_factory=set)  # words used alone with a particle: "de Brand"
    given: set[str] = field(default_factory=set)  # words that are first names
    full: dict[str, str] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, text: str) -> Names:
        """The names of a document's text."""
        names = cls(text)
        common = frozenset(_COMMON.findall(text)) | TITLES | OPENERS
        for match in _RUN.finditer(text):
            every = re.sub(r"['’]s?$", "", match.group()).split()
            words = _after_titles(every)
            if any(word.lower().rstrip(".") in TITLES - _BESIDE for word in every[: -len(words)]):
                names.titled.add(every[-1])
            if _WHO.match(text, match.end()) or _INITIAL.search(match.group()):
                names.titled.add(every[-1])  # as sure a sign
            while words and (words[0].lower().rstrip(".") in common or words[0].islower() or _OPENER.search(words[0])):
                words = words[1:]  # "When Brand"
            if words and words[0].lower() in PLACING:
                continue  # "Fort Brand" is no person
            if len(words) < 2 or len(set(words)) < len(words) or words[-1].lower() in TITLES:
                continue
            run = " ".join(words)
            names.by_last[words[-1]][run] += 1
            names.by_first[words[0]][run] += 1
            names.first.setdefault(run, match.start())
        names.places = frozenset(match.group(1) for match in _PLACED.finditer(text))
        return names

    def know(self, person: str) -> None:
        """Take the name of somebody that a title names."""
        words = person.split()
        if len(words) > 1:
            fuller = [run for run in self.by_last.get(words[-1], ()) if run.split()[0] == words[0]]
            self.full[words[-1]] = max([person, *fuller], key=lambda run: (len(run), run))

    def introductions(self, statements: Iterable[str]) -> list[tuple[str, str]]:
        """Names used alone in the statements, sorted, each with at most six passages that may give the full name."""
        found = [match for words in statements for match in _ALONE.finditer(words) if _is_bare(match, words)]
        alone = {word for match in found for word in (match.group(2), _plain(match.group(2)))}
        self.particled = {match.group(2) for match in found if match.group(1) and match.group(1) in _NOBLE}
        wanted = sorted(word for word in alone - self.full.keys() if word not in self.places)
        return [
            (word, self._passage(self.first[run], run))
            for word in wanted
            for runs in (self.by_last.get(word), self.by_first.get(word))
            for run, _ in sorted((runs or Counter()).items(), key=lambda item: (-item[1], item[0]))[:_SEEN]
        ]

    def learn(
        self, introductions: Sequence[tuple[str, str]], parsed: Iterable[Doc], people: Collection[str] = ()
    ) -> None:
        """Settle the names that are people's: by what the recogniser sees in their passages, or as `people` says."""
        surnames, given = set(), set()
        for (name, _), doc in zip(introductions, parsed, strict=True):
            seen = [_without_titles(entity.text) for entity in doc.ents if entity.label_ == "PERSON"]
            surnames |= {name} if any(len(words) > 1 and words[-1] == name for words in seen) else set()
            given |= {name} if any(len(words) > 1 and words[0] == name for words in seen) else set()
        known = self.titled.union(people, self.particled)
        surnames |= {name for name, _ in introductions if name in known and name in self.by_last}
        for name in sorted(surnames):
            self._settle(name, self.by_last[name], 0)
        self.given = given - surnames
        for name in sorted(self.given):
            self._settle(name, self.by_first[name], -1)

    def _settle(self, name: str, runs: Counter[str], end: int) -> None:
        """The fullest of the runs that agree on the word at `end` (the first or the last); shared where they do not."""
        counts: Counter[str] = Counter()
        for run, count in runs.items():
            counts[run.split()[end]] += count
        if not counts:
            return
        other, count = max(counts.items(), key=lambda item: (item[1], item[0]))
        if count >= _MOST * counts.total():
            same = [run for run in runs if run.split()[end] == other]
            self.full[name] = max(same, key=lambda run: (len(run), run))
        else:
            self.shared.add(name)

    def completed(self, words: str) -> str:
        """The statement with the fullest names for names used alone."""
        return _ALONE.sub(lambda match: self._completed(match, words), words)

    def ambiguous(self, words: str) -> bool:
        """Whether a name stands alone that several people of the document bear."""
        return any(match.group(2) in self.shared and _is_bare(match, words) for match in _ALONE.finditer(words))

    def left_bare(self, words: str, people: Mapping[str, int]) -> bool:
        """Whether a statement begins with one of the `people` by one word alone, doing or suffering what people do.

        The recogniser alone is not enough: it takes many a town for a person.
        """
        match = _ALONE.match(words)
        return (
            match is not None
            and match.group(2).lower() not in OPENERS
            and (match.group(2) in self.titled | self.particled or people.get(match.group(2), 0) >= _SURELY)
            and match.group(2) not in self.places
            and _is_bare(match, words)
            and (words[match.end() : match.end() + 1] == " " or match.group(2) in self.titled)  # not "Velm's troops"
            and not _COMPANY.match(words, match.end())
            and not _NOT_PERSONAL.match(words, match.end())
        )

    def _completed(self, match: re.Match[str], words: str) -> str:
        after = words[match.end() :]
        name = self.full.get(match.group(2)) or self.full.get(_plain(match.group(2)))
        if name is None or name in words or not _is_bare(match, words) or _COMPANY.match(after):
            return match.group()  # where the full name stands too, the short one is another's or needs no more
        shared = match.group(2) in self.given and _JOINED.match(after)
        return match.group() if shared else name

    def _passage(self, start: int, run: str) -> str:
        before = self.text[max(0, start - _AROUND) : start]
        after = self.text[start : start + len(run) + _AROUND]
        return (_STOP.split(before)[-1] + after).replace("\n", " ").strip()


def _plain(word: str) -> str:
    """The word without its accents: many a text spells a name both ways."""
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


def _after_titles(words: list[str]) -> list[str]:
    """The words after the last title: "Ostrian Prime Minister Tovar Brand"."""
    last = max((at for at, word in enumerate(words[:-1]) if word.lower().rstrip(".") in TITLES), default=-1)
    return words[last + 1 :]


def _without_titles(name: str) -> list[str]:
    words = re.sub(r"['’]s$", "", name).split()
    while words and (words[0].lower().rstrip(".") in TITLES or words[0].lower() in OPENERS or _OPENER.search(words[0])):
        words = words[1:]
    return words


def _is_bare(match: re.Match[str], words: str) -> bool:
    """A name without its other half; "Brand Street" and "the Brand" are other things."""
    before, after = words[: match.start()].split(), words[match.end() :]
    if before and (before[-1].lower() in _DETERMINING or before[-1][0] in "\"'“‘("):
        return False
    if len(before) > 1 and before[-2].lower() == "the" and before[-1].islower():
        return False  # "the ship Brand"
    if before and before[-1][0].isupper() and before[-1].lower().rstrip(".") not in TITLES:
        return False
    return after[:1] in ("'", "’") or not _LONGER.match(after)
