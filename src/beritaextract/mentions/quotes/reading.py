"""One pass through a text, word of attribution by word of attribution, that remembers who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

from beritaextract.mentions.quotes.indirect import reported
from beritaextract.mentions.quotes.marks import Passage, passages
from beritaextract.mentions.quotes.prose import Prose
from beritaextract.mentions.quotes.speakers import SAME, Name, People, Speaker
from beritaextract.mentions.quotes.speech import Form
from beritaextract.model import Person, Quote, Ref

__all__ = ["Reading"]

_SIGNS = frozenset(".,!?…")
_LEADS = frozenset((",", ":", "bahwa", "-", "–", "—"))
_SETS_OFF = frozenset((",", "-", "–", "—", "("))
_SHORT = 12  # words in which a speaker is named within a sentence
_LONG = 8  # words of a passage that can hardly be a name
_NEAR = 60  # words of a paragraph; an article without line breaks is longer
_PARTIAL = 5  # words of a passage that is quoted within a sentence
_TURNS = frozenset(("sedangkan", "sementara", "adapun"))
_FILLERS = frozenset((",", ".", "-", "–", "—", "…", "demikian", "begitu"))


class _Attribution(NamedTuple):
    """The words ``first`` to ``last`` (half-open) name the speaker, who is nobody we know where ``None``."""

    first: int
    last: int
    speaker: int | None
    known: bool = True
    institution: bool = False


class _Said(NamedTuple):
    """The words ``first`` to ``last`` (half-open) are said by one of the persons; ``cue`` says by whom."""

    first: int
    last: int
    kind: Literal["direct", "indirect"]
    speaker: int | None
    cue: _Attribution | None


class Reading:
    """One pass through one text."""

    def __init__(self, prose: Prose, people: People, persons: Sequence[Person]) -> None:
        self._prose = prose
        self._page = prose.page
        self._vocabulary = prose.vocabulary
        self._people = people
        self._persons = persons
        self._last: int | None = None
        self._nobody = True  # nobody has spoken yet
        self._since = 0  # the word after the last attribution
        self._pending: list[_Attribution] = []
        self._reported: dict[int, tuple[int, int]] = {}  # by the place of the attribution
        self._told = (0, 0)  # what was reported last
        self._said: list[_Said] = []

    def quotes(self, marks: Sequence[int], cues: Sequence[tuple[int, Form]]) -> tuple[Quote, ...]:
        """The quotes around the words of attribution and the marks."""
        marked = passages(self._page, marks, self._vocabulary) if marks else []
        done = closed = place = 0
        for number in range(len(marked) + 1):
            passage = marked[number] if number < len(marked) else None
            until = passage.opening if passage else len(self._page.forms)
            while place < len(cues) and cues[place][0] < until:
                word, form = cues[place]
                place += 1
                if word >= done:
                    done = self._attribute(word, form, closed, until)
            if passage is not None:
                limit = marked[number + 1].opening if number + 1 < len(marked) else len(self._page.forms)
                done, closed = self._direct(passage, limit), passage.closing
                self._since = max(self._since, closed)  # who is named in a quote is told of
        self._report()
        self._said.sort(key=itemgetter(0))
        return tuple(self._quote(f"s{number}", said) for number, said in enumerate(self._said, start=1))

    # Words of attribution outside of marks.

    def _attribute(self, word: int, form: Form, low: int, high: int) -> int:
        """Notes who is said to speak at one word of attribution; the word after that."""
        lowers = self._page.lowers
        block = self._prose.block(word)
        low, high = max(low, block.first), min(high, block.last)
        start = self._prose.sentence_start(word, low)
        set_off = word == start or lowers[word - 1] in _SETS_OFF
        first, last = word, word + 1
        if form == "active":
            speaker = self._people.before(word, start)
            first = min(speaker.first, word)
        elif form == "passive":
            speaker = self._people.after(self._doer(word, high), high)
            last = max(speaker.last, last)
        elif form == "according":
            speaker = self._people.after(word + 1, high)
            last = max(speaker.last, last)
        elif form == "bare" and set_off:
            speaker = self._people.after(word + 1, min(high, word + _SHORT))
            last = max(speaker.last, last)
            if speaker.person is None or not speaker.known:
                return last
        elif form == "nya" and set_off:
            speaker = Speaker(SAME, word, last)
        else:
            return last
        weak = form == "active" and (
            lowers[word] not in self._vocabulary.reports or self._is_told(word, start)
        )
        weak = weak or (form == "passive" and self._is_relative(word, low))
        noted = self._note(speaker, first, last, indirect=True, weak=weak)
        if not weak:
            if noted.speaker is not None or noted.institution:
                said = reported(self._prose, form, (first, last), (start, block.last))
                if said is not None:
                    self._reported[len(self._pending) - 1] = self._told = said
            if speaker.known:
                self._since = self._prose.sentence_end(last, block.last)
        return last

    def _is_told(self, verb: int, start: int) -> bool:
        """Whether an active verb says what somebody means to do, or stands in what another is reported to say."""
        lowers, vocabulary = self._page.lowers, self._vocabulary
        if verb > start and lowers[verb - 1] in vocabulary.purposes:
            return True
        first, last = self._told
        return first <= verb < last and _TURNS.isdisjoint(lowers[first:verb])

    def _is_relative(self, verb: int, low: int) -> bool:
        """Whether a passive verb tells of what was said before: *apa yang disampaikan X*; *seperti yang …* does not."""
        lowers = self._page.lowers
        if verb - 1 <= low or lowers[verb - 1] != "yang":
            return False
        return lowers[verb - 2] not in self._vocabulary.comparing

    def _doer(self, verb: int, high: int) -> int:
        """The word at which the doer of a passive verb may be named, as in *disampaikan langsung oleh X*."""
        lowers = self._page.lowers
        for word in range(verb + 1, min(verb + 4, high)):
            if lowers[word] == "oleh":
                return word + 1
        return verb + 1

    def _note(
        self,
        speaker: Speaker,
        first: int,
        last: int,
        *,
        indirect: bool,
        near: int | None = None,
        weak: bool = False,
    ) -> _Attribution:
        """Keeps an attribution, and who is speaking now; what is said begins at ``near``."""
        person = speaker.person
        if person == SAME:
            person = self._same(first if near is None else near) if speaker.known or not indirect else None
        stranger = speaker.known and self._page.lowers[speaker.first] in self._vocabulary.strangers
        if not weak and (person is not None or (speaker.known and (stranger or not indirect))):
            self._last, self._nobody = person, False
            self._since = last
        noted = _Attribution(first, last, person, speaker.known, speaker.institution)
        self._pending.append(noted)
        return noted

    def _same(self, word: int) -> int | None:
        """Whom a pronoun at ``word`` means: whom the text has turned to since, else who spoke last."""
        name = self._people.subject(self._since, word)
        if name is not None and (self._nobody or self._turns(name, word)):
            return name.person
        if not self._nobody:
            return self._last
        return self._people.latest(word)

    def _turns(self, name: Name, word: int) -> bool:
        """Whether a sentence turns to another person: it names somebody new, or stands right before ``word``."""
        if self._people.is_new(name):
            return True
        near = name.first >= self._prose.block(word).first >= word - _NEAR
        return near and self._prose.sentence_start(word - 1, name.first) == name.first

    # Passages in marks.

    def _direct(self, passage: Passage, limit: int) -> int:
        """Notes one passage if somebody says it; the word after its attribution."""
        page = self._page
        block = self._prose.block(passage.opening)
        start = self._prose.sentence_start(passage.opening, block.first)
        words = min(passage.last - passage.first, 2 * _LONG)
        if words < 2 * _LONG:
            words = sum([form[0].isalnum() for form in page.forms[passage.first : passage.last]])
        closed = page.forms[passage.last - 1] in _SIGNS
        lead = page.lowers[passage.opening - 1] if passage.opening > block.first else ""
        fresh = start == passage.opening or lead in _LEADS or lead in self._vocabulary.forms
        ends = self._prose.block(passage.last - 1).last
        after = self._after(passage, min(limit, ends), closed)
        cue: _Attribution | None
        if (words < 2 or lead in self._vocabulary.naming) and not (closed and after):
            return passage.closing
        if page.lowers[passage.first] in self._vocabulary.pointers and not after:
            return passage.closing
        if after is not None:
            if not (closed or fresh or words >= _LONG):
                return passage.closing
            speaker, first, last = after
            cue = self._note(speaker, first, last, indirect=False, near=passage.opening)
            self._add(passage, cue.speaker, cue)
            return last
        cue = self._lead(start, passage.opening)
        if cue is not None:
            if not (fresh and (closed or words >= 4)) and words < _PARTIAL:
                return passage.closing
            self._add(passage, cue.speaker if cue.known else self._same(cue.first), cue)
        elif fresh and words >= 4 and (closed or words >= _LONG) and not self._is_lead_in(passage):
            self._add(passage, self._context(start, passage.opening, lead), None)
        return passage.closing

    def _lead(self, start: int, opening: int) -> _Attribution | None:
        """The attribution in the sentence that leads to a passage."""
        cue = self._pending[-1] if self._pending else None
        return cue if cue and start < cue.last <= opening else None

    def _is_lead_in(self, passage: Passage) -> bool:
        """Whether the first paragraph stands in marks as a whole: nobody says it."""
        block = self._prose.block(passage.opening)
        before = next(block for block in self._page.blocks if block.kind not in ("headline", "dateline"))
        return block == before and (passage.opening, passage.closing) == (block.first, block.last)

    def _context(self, start: int, opening: int, lead: str) -> int | None:
        """Who speaks where no word of attribution stands beside the passage."""
        if lead == ":" and opening - start > 1:
            names = self._people.between(start, opening)
            return names[-1].person if names and opening - start <= _SHORT else None
        return self._same(opening)

    def _after(self, passage: Passage, limit: int, closed: bool) -> tuple[Speaker, int, int] | None:
        """Who is named after a passage, and the words that do it."""
        lowers, vocabulary = self._page.lowers, self._vocabulary
        word = passage.closing
        while word < limit and word < passage.closing + 3 and lowers[word] in _FILLERS:
            word += 1
        if word >= limit:
            return None
        lower = lowers[word]
        form = vocabulary.forms.get(lower)
        if lower in vocabulary.nya:
            return Speaker(SAME, word, word + 1), word, word + 1
        if lower in vocabulary.bare or form in ("passive", "according"):
            return self._named(word, self._doer(word, limit) if form == "passive" else word + 1, limit)
        if not closed or word > passage.closing + 1:
            return None
        if lower.endswith(("nya", "ny")) and lower == self._page.forms[word]:
            return Speaker(SAME, word, word + 1), word, word + 1
        if self._page.forms[passage.last - 1] != ",":
            return None
        for verb in range(word, min(word + _SHORT, self._prose.sentence_end(word, limit))):
            if vocabulary.forms.get(lowers[verb]) == "active" and verb > word:
                speaker = self._people.before(verb, word)
                return (speaker, word, verb + 1) if speaker.person is not None else None
        if self._page.forms[word].islower() and self._people.between(word + 1, word + 2):
            return self._named(word, word + 1, limit)
        return None

    def _named(self, verb: int, word: int, limit: int) -> tuple[Speaker, int, int]:
        page = self._page
        while word < limit and page.lowers[word] in self._vocabulary.adverbs:
            word += 1
        if word < limit and "\n" in page.text[page.ends[word - 1] : page.starts[word]]:
            limit = word
        speaker = self._people.after(word, limit)
        if not speaker.known:
            speaker = Speaker(SAME, verb, verb + 1)
        return speaker, verb, max(verb + 1, speaker.last)

    def _add(self, passage: Passage, speaker: int | None, cue: _Attribution | None) -> None:
        if cue is not None and self._pending[-1] is cue:
            self._reported.pop(len(self._pending) - 1, None)
        self._said.append(_Said(passage.first, passage.last, "direct", speaker, cue))

    def _report(self) -> None:
        """Adds what is reported without marks."""
        for place, said in self._reported.items():
            cue = self._pending[place]
            self._said.append(_Said(*said, "indirect", cue.speaker, cue))

    def _quote(self, key: str, said: _Said) -> Quote:
        span, cue = self._page.span, said.cue
        return Quote(
            id=key,
            kind=said.kind,
            speaker=self._ref(said.speaker),
            span=span(said.first, said.last),
            cue=span(cue.first, cue.last) if cue else None,
        )

    def _ref(self, speaker: int | None) -> Ref | None:
        if speaker is None:
            return None
        person = self._persons[speaker]
        return Ref(id=person.id, name=person.name)
