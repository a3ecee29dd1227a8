"""The door to spaCy: an Indonesian pipeline with a fast tokenizer, and the extractor as a component.

``nlp.add_pipe("beritaextract")`` works on any Indonesian pipeline once this package is installed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import regex
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from beritaextract.entities import ENTITIES, groups
from beritaextract.mentions import How
from beritaextract.reading.frozen import freeze

if TYPE_CHECKING:
    from collections.abc import Callable

    from beritaextract.model import Article
    from beritaextract.pipeline import Extractor

__all__ = ["FactComponent", "FastTokenizer", "blank", "make_component", "make_tokenizer"]

_KEY = "beritaextract"

# Every character belongs to exactly one alternative, so that the tokens add up to the text.
_TOKEN = re.compile(
    r"""( (?:Rp|IDR|USD|SGD|EUR|RM)(?=\.?\d)    # a currency that touches its amount
        | \d+(?:[.,]\d+)*                       # 382.746 and 1,5 are one token
        | \w+(?:[-'’]\w+)*                      # anak-anak, COVID-19, Jum'at
        | \s+
        | [^\w\s]
        )([ ]?)""",
    re.VERBOSE,
)


class FastTokenizer:
    """Words, numbers, signs and white space by one regular expression, without exceptions.

    Costs a tenth of spaCy's stock Indonesian tokenizer. Has no state, so that serialising it is empty.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        tokens = _TOKEN.findall(text)
        words = [word for word, _ in tokens]
        return Doc(self.vocab, words=words, spaces=[space != "" for _, space in tokens])

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        return map(self, texts)

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        return b""

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> FastTokenizer:
        return self

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        pass

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> FastTokenizer:
        return self


@registry.tokenizers("beritaextract.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], FastTokenizer]:
    """What ``@tokenizers = "beritaextract.Tokenizer.v1"`` in a pipeline's configuration stands for."""

    def create(nlp: Language) -> FastTokenizer:
        return FastTokenizer(nlp.vocab)

    return create


def blank() -> Language:
    """A blank Indonesian pipeline with the fast tokenizer."""
    tokenizer = {"@tokenizers": "beritaextract.Tokenizer.v1"}
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": tokenizer}})
    nlp.max_length = 100_000_000  # spaCy's limit of a million characters guards parsers, and there is none
    return nlp


class FactComponent:
    """Puts what the extractor finds on a Doc.

    Fills ``doc.ents`` with PER, ORG, LOC, MONEY, CARDINAL, QUANTITY, PERCENT, DATE and LAW, the groups of
    ``doc.spans`` (``"quantities"``, ``"dates"``, ``"regulations"``, ``"persons"``, ``"organizations"``, ``"places"``,
    ``"quotes"``), whose spans carry the article's ids, and ``doc._.berita``, the ``Article`` itself. Entities that are
    there stay; those that are persons, organisations or places are candidates for the article's names.
    Spans cover whole tokens; the exact offsets stand in the article.
    """

    def __init__(self, extractor: Extractor, published: str | None) -> None:
        self._extractor = extractor
        self._published = published

    def __call__(self, doc: Doc) -> Doc:
        article = self._extractor.extract(doc.text, published=self._published, entities=_candidates(doc))
        doc.user_data[_KEY] = article.to_json()
        offsets = _offsets(doc.text, article.text)
        for name, found in groups(article).items():
            spans = (
                doc.char_span(
                    offsets[span.start], offsets[span.end], label, span_id=span_id, alignment_mode="expand"
                )
                for span, label, span_id in found
            )
            doc.spans[name] = [span for span in spans if span is not None]
        ours = [span for name in ENTITIES for span in doc.spans[name]]
        taken = {token.i for entity in doc.ents for token in entity}
        free = [span for span in ours if not any(token.i in taken for token in span)]
        doc.set_ents(spacy.util.filter_spans(free), default="unmodified")
        return doc

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        return b""

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> FactComponent:
        return self

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        pass

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> FactComponent:
        return self


def _candidates(doc: Doc) -> list[tuple[int, int, str]]:
    """The entities that are there, by their offsets in the text as the extractor will freeze it."""
    if not doc.ents:
        return []
    frozen, _ = freeze(doc.text)
    offsets = _offsets(doc.text, frozen)
    return [
        (bisect_left(offsets, ent.start_char), bisect_left(offsets, ent.end_char), ent.label_)
        for ent in doc.ents
    ]


@Language.factory("beritaextract", default_config={"patterns": [], "published": None, "names": "model"})
def make_component(
    nlp: Language, name: str, patterns: list[str], published: str | None, names: How
) -> FactComponent:
    """What ``add_pipe("beritaextract")`` adds: ``patterns`` and ``names`` as for ``Extractor``."""
    from beritaextract.pipeline import Extractor  # noqa: PLC0415  spaCy imports this module for every pipeline

    return FactComponent(Extractor(patterns, names=names), published)


def _article(doc: Doc) -> Article | None:
    """Read back from JSON, the one form that ``DocBin`` and worker processes can carry."""
    stored = doc.user_data.get(_KEY)
    if stored is None:
        return None
    from beritaextract.model import Article  # noqa: PLC0415  as above

    return Article.model_validate(_DECODER.decode(stored))


_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder(float_hook=Decimal)

if not Doc.has_extension("berita"):
    Doc.set_extension("berita", getter=_article)


def _offsets(original: str, frozen: str) -> Sequence[int]:
    """For every offset in the frozen text that in the original, where it had CRLF or decomposed letters."""
    if len(original) == len(frozen):
        return range(len(frozen) + 1)
    composed = unicodedata.is_normalized("NFC", frozen)
    start = len(original) - len(original.lstrip("\ufeff"))
    offsets: list[int] = []
    for match in regex.finditer(r"\X", original, pos=start):
        cluster = "\n" if match[0] == "\r\n" else match[0]
        if composed:
            cluster = unicodedata.normalize("NFC", cluster)
        offsets += [match.start()] * len(cluster)
    return [*offsets, len(original)]
