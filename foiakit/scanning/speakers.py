"""Who is quoted: name, title and agency, before or after "said", over the sentences of one quotation."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice

from foiakit.model.claim import Speaker
from foiakit.model.release import Passage
from foiakit.scanning.lexicon import Speakers as SpeakerWords
from foiakit.scanning.names import Name, What
from foiakit.scanning.numerals import either

_TOKEN = re.compile(r"[A-Z]\.(?:[A-Z]\.)*|[\w'’.&-]*\w\.?|[A-Z]")
_DEGREES = re.compile(
    r",? (?:M\.D|Ph\.D|M\.P\.H|J\.D|D\.O|D\.V\.M|P\.E|Esq|Jr|Sr|R\.N)\.(?=[,. ]|$)|, (?:MD|PhD|MPH|JD|DO|DVM"
    r"|PE|RN|MBA|MPA|CPA|Jr|Sr|II|III)(?=[,. ]|$)"
)
_MOST_VERBS = 12
_PERSON = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_SERVES = re.compile(r"(?<=[a-z]) (?:of|with|from|for) (?:the )?[A-Z]")
_OPENING, _CLOSING = '“"«', '”"»'
_ENDS = re.compile(
    r"[\"“”;:]|, (?:who|which|when|as|after|during|in a|adding|referring|noting)\b|(?<!\b[A-Z])"
    r"(?<!\b[DLMSJ][rts])(?<!\b[GSCMD][oegae][vtlnjp])(?<!\bCapt)\. | (?:said|says|announced|in a statement"
    r"|during|after|who|at a|on Monday|on Tuesday|on Wednesday|on Thursday|on Friday|today|yesterday)\b|\.$|$"
)


@dataclass(slots=True)
class Voices:
    """Who has spoken so far in a release, by family name, and who spoke last."""

    known: dict[str, Speaker] = field(default_factory=dict)
    last: Speaker | None = None
    paragraph: int | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerReader:
    """Finds speakers. Made once for a library."""

    verb: re.Pattern[str]
    verbs: frozenset[str]
    titles: frozenset[str]
    small_titles: frozenset[str]
    organisations: frozenset[str]
    particles: frozenset[str]
    pronouns: frozenset[str]
    led: Callable[[Name], str]

    @classmethod
    def of(cls, words: SpeakerWords, led: Callable[[Name], str]) -> SpeakerReader:
        """With the words of templates/scanning/speakers.yaml.

        Args:
            led: The agency's name, where a title names it or who heads it ("Attorney General").
        """
        titles = frozenset(w for t in words.titles for w in t.split() if w[0].isupper())
        return cls(
            verb=re.compile(rf"(?<![\w-])(?:{either(words.verbs)})(?![\w-])"),
            verbs=frozenset(v.split()[0].lower() for v in words.verbs),
            titles=titles,
            small_titles=frozenset(t.lower().strip(".") for t in titles),
            organisations=frozenset(words.organisations),
            particles=frozenset(words.particles),
            pronouns=frozenset(words.pronouns),
            led=led,
        )

    def read(self, passage: Passage, words: set[str], names: list[Name], voices: Voices) -> Speaker | None:
        """The speaker of a passage, or None.

        A passage that is nothing but quotation belongs to who spoke last in its paragraph; `attribute_backwards` gives
        the first sentences of a quotation to the speaker named after them.
        """
        text = passage.text
        found: Speaker | None = None
        if not words.isdisjoint(self.verbs):
            found = self._attributed(passage, names, voices)
        if (
            found is None
            and _inside_quotation(text, voices.open and voices.paragraph == passage.paragraph)
            and voices.last
        ):
            same = voices.paragraph == passage.paragraph or (
                passage.paragraph is not None and voices.paragraph == passage.paragraph - 1 and voices.open
            )
            found = voices.last if same else None
        if found is not None:
            voices.last, voices.paragraph = found, passage.paragraph
        voices.open = _still_open(text, voices.open)
        return found

    def _attributed(self, passage: Passage, names: list[Name], voices: Voices) -> Speaker | None:
        text = _DEGREES.sub(lambda m: " " * len(m[0]), passage.text)  # same places, nothing in the way
        offset, paragraph = passage.start, passage.paragraph
        quoted = any(mark in text for mark in '“”"')
        for verb in islice(self.verb.finditer(text), _MOST_VERBS):
            if _within_quotes(text, verb.start()):
                continue
            after, before = text[verb.end() :], text[: verb.start()]
            if after.startswith(" ") and (person := self._person(text, verb.end() + 1, names, offset)):
                return self._remember(person, voices)
            if person := self._person_before(text, verb.start(), names, offset, voices):
                return self._remember(person, voices)
            pronoun = before.split()[-1:] or [""]
            follows = after.split()[:1] or [""]
            near = voices.paragraph is not None and abs((paragraph or 0) - voices.paragraph) <= 1
            if quoted and near and voices.last and {pronoun[0].strip(".,"), follows[0].strip(".,")} & self.pronouns:
                return voices.last
        return None

    def _remember(self, person: Speaker, voices: Voices) -> Speaker:
        """Completes "Roe" from "Ann Q. Roe", named before."""
        family = person.name.split()[-1]
        known = voices.known.get(family)
        if known and (len(person.name.split()) == 1 or known.name == person.name):
            person = replace(
                person, name=known.name, title=person.title or known.title, agency=person.agency or known.agency
            )
        voices.known[family] = person
        return person

    def _person(self, text: str, at: int, names: list[Name], offset: int) -> Speaker | None:
        """The person right after the verb: "said Director Ann Roe", "said Ann Roe, Under Secretary of Defense"."""
        end = at + _ENDS.search(text[at : at + 260]).start()  # type: ignore[union-attr]
        stretch = text[at:end]
        if not stretch or not (stretch[0].isupper() or stretch.startswith("the ")):
            return None
        comma = _comma(stretch)
        first, rest = (stretch, "") if comma < 0 else (stretch[:comma], stretch[comma + 1 :].strip())
        after = rest.strip(" ,.")
        if after and _PERSON.fullmatch(after) and self._is_title(first) and not self._is_title(after):
            begin = at + stretch.index(after, comma)
            return self._made(
                text, (begin, begin + len(after)), first, self._agency(text, at, end, names, (begin, end)), offset
            )
        span = self._name_at_end(first, at, names)
        cut = _SERVES.search(first) if span is None else None
        if cut:
            span = self._name_at_end(first[: cut.start()], at, names)
            span = span if span and " " in text[slice(*span)] else None
        if span is None:
            return None
        title = text[at : span[0]].strip(" ,") or (after if self._is_title(after) else None)
        agency = self._agency(text, at, end, names, span) or (self._agency_words(title) if title else None)
        return self._made(text, span, title, agency, offset)

    def _person_before(self, text: str, end: int, names: list[Name], offset: int, voices: Voices) -> Speaker | None:
        """The person right before the verb: "Mayor Roe said", "Ann Roe, director of the unit, said"."""
        start = _sentence_start(text, end)
        stretch = text[start:end].rstrip()
        parts = stretch.rstrip(",").split(", ")
        if len(stretch) > 200 or not parts:
            return None
        whole = stretch.rstrip(",").rstrip()
        if len(parts) == 1:
            span = self._name_at_end(whole, start, names)
            alone = span is not None and len(text[slice(*span)].split()) < 2 and not text[start : span[0]].strip()
            if span is None or (alone and text[slice(*span)] not in voices.known):
                return None
            title = text[start : span[0]].strip(" ,") or None
            if title and not self._is_title(title):
                return None
            return self._made(text, span, title, self._agency(text, start, end, names, span), offset)
        first = parts[0].lstrip()
        lead = start + (len(text[start:end]) - len(text[start:end].lstrip()))
        span = self._name_at_end(first, lead, names)
        rest = whole[len(parts[0]) :].strip(" ,")
        if span is None or len(text[span[0] : span[1]].split()) < 2 or not self._is_title(rest):
            return None
        before = text[lead : span[0]].strip(" ,")
        return self._made(text, span, before if before else rest, self._agency(text, start, end, names, span), offset)

    def _name_at_end(self, words: str, offset: int, names: list[Name]) -> tuple[int, int] | None:
        """The span of the personal name with which the words end: at most four tokens, none of a title or a body."""
        tokens = list(_TOKEN.finditer(words))
        if not tokens:
            return None
        start: int | None = None
        end = offset + tokens[-1].end()
        count = 0
        for token in reversed(tokens):
            word, at = token[0], offset + token.start()
            bare = word.rstrip(".")
            if word in self.particles or bare in self.particles:
                if start is None and bare not in {"Jr", "Sr", "II", "III", "IV"}:
                    return None
                start = at
                continue
            if not word[0].isupper() or word.endswith(("'s", "’s")):
                break
            only = start is None and len(tokens) > 1 and tokens[-2][0] in self.titles
            if (word in self.titles or bare in self.titles) or (word in self.organisations and not only):
                break
            if word in {"The", "A", "An"} or (word.isupper() and len(bare) > 2 and "." not in bare):
                break
            if any(n.span[0] <= at < n.span[1] and n.what is not What.COMPANY for n in names):
                break
            if count == 4:
                break
            if start is not None and text_gap(words, token.end(), start - offset):
                break
            start = at
            count += 1
        if start is None or count == 0:
            return None
        name = words[start - offset : end - offset]
        if (
            len(name) < 3
            or not re.search(r"[a-z]", name)
            or (name.split()[0] in self.particles - {"De", "La"} and count == 0)
        ):
            return None
        return start, end - (1 if name.endswith(".") and not name.endswith(("Jr.", "Sr.")) else 0)

    def _is_title(self, words: str) -> bool:
        found = {w.strip(".,’'s") for w in re.findall(r"[\w.'’-]+", words)}
        low = {w.lower() for w in found}
        return (
            bool(found & self.titles)
            or bool(low & {t.lower() for t in self.titles})
            or words.lower().startswith(("a ", "an "))
        )

    def _agency(self, text: str, start: int, end: int, names: list[Name], span: tuple[int, int]) -> str | None:
        inside = [n for n in names if start <= n.span[0] and n.span[1] <= end and n.what is not What.COMPANY]
        inside = [n for n in inside if not (n.span[0] < span[1] and span[0] < n.span[1])]
        return self.led(max(inside, key=lambda n: (n.what is What.BODY, -n.span[0]))) if inside else None

    def _agency_words(self, title: str | None) -> str | None:
        """The body that a title names after "of": "Executive Director of the Water Board"."""
        title = re.sub(r",? (?:Dr|Mr|Ms|Mrs)\.$", "", title or "")
        match = re.search(
            r"\b(?:of|at|for|with) (?:the )?([A-Z][\w&'’.-]*(?: (?:of|and|for|the|&|[A-Z][\w&'’.-]*))*)",
            title or "",
        )
        return match[1] if match and set(match[1].split()) & self.organisations else None

    def _made(self, text: str, span: tuple[int, int], title: str | None, agency: str | None, offset: int) -> Speaker:
        if title:
            acronym = re.search(r"(?:^| )([A-Z]{3,})$", title)
            agency = agency or (acronym[1] if acronym else None)
            title = re.sub(r"^(?:the|an?) |,? (?:Dr|Mr|Ms|Mrs)\.$", "", title)
            title = re.sub(r" (?:of|for|at)(?: [A-Z]{3,})?$", "", title) if acronym else title
        return Speaker(
            name=text[span[0] : span[1]], span=(span[0] + offset, span[1] + offset), title=title or None, agency=agency
        )


def attribute_backwards(passages: list[Passage], speakers: dict[str, Speaker | None]) -> None:
    """Gives the sentences of a quotation that stand before its "said" to the speaker named after them."""
    for here, after in zip(reversed(passages[:-1]), reversed(passages[1:]), strict=True):
        speaker = speakers.get(after.id)
        if (
            speakers.get(here.id) is None
            and speaker
            and here.paragraph == after.paragraph
            and here.paragraph is not None
        ):
            opens = here.text.count("“") > here.text.count("”") or here.text.count('"') % 2
            if opens and here.text.lstrip()[:1] in _OPENING:
                speakers[here.id] = speaker


def text_gap(words: str, end: int, start: int) -> bool:
    """True where something but one space stands between two tokens."""
    return words[end:start] not in (" ", "\u00a0", "")


def _comma(stretch: str) -> int:
    """The comma after the name; not that of "Jr."."""
    at = stretch.find(",")
    while at >= 0 and re.match(r", (?:Jr|Sr|II|III|Ph|M\.D|Esq)", stretch[at:]):
        at = stretch.find(",", at + 1)
    return at


def _within_quotes(text: str, at: int) -> bool:
    before = text[:at]
    if "“" in text or "”" in text:
        return before.rfind("“") > before.rfind("”")
    begun = text.count('"') % 2 == 1 and not text.lstrip().startswith('"')  # opened in a sentence before
    return (before.count('"') + begun) % 2 == 1


def _sentence_start(text: str, end: int) -> int:
    start = 0
    for mark in re.finditer(
        r"[”\"“;:]\s*|(?<!\b[A-Z][a-z])(?<!\b[A-Z])(?<!\b[GSCMD][oegae][vtlnjp])(?<!Capt)[.!?]\s+", text[:end]
    ):
        start = mark.end()
    return start


def _inside_quotation(text: str, was_open: bool) -> bool:
    first, last = text.lstrip()[:1], text.rstrip()[-1:]
    if first and first in _OPENING:
        return True
    return was_open and (last in _CLOSING or not any(c in text for c in '“”"'))


def _still_open(text: str, was_open: bool) -> bool:
    if "“" in text or "”" in text:
        return text.rfind("“") > text.rfind("”")
    if '"' in text:
        return (text.count('"') + was_open) % 2 == 1
    return was_open
