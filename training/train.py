"""Trains the model of names and writes it into the package; README.md beside this file says how and from what."""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import augment
import crf
import evaluate
import silver
import word_statistics
from beritaextract.mentions.names import words
from beritaextract.mentions.names.seams import Seams
from beritaextract.mentions.names.tagger import features, weights
from beritaextract.mentions.names.tagger.word_classes import WordClasses
from beritaextract.rules import RuleBook, load
from corpus import Sentence, articles, sentences

_SOURCES = ("idner2k", "nergrit")
_SILVER = 12_000


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("corpus", type=Path, help="a folder with names/*-train.jsonl and raw.jsonl")
    corpus = cli.parse_args().corpus
    shipped = {path: path.read_bytes() for path in (words.SHIPPED, weights.SHIPPED) if path.exists()}
    try:
        _train(corpus, load())
    except BaseException:
        for path, content in shipped.items():  # the first weights alone must not stay
            path.write_bytes(content)
        raise


def _train(corpus: Path, book: RuleBook) -> None:
    _say("word statistics")
    codes = word_statistics.codes(articles(corpus / "raw.jsonl"))
    words.save(words.SHIPPED, codes)
    seams = Seams(codes)
    seen = features.WordFeatures(WordClasses(book), codes)
    _say("gold sentences")
    gold = _gold(corpus, "train", book, seams)
    gold = [*gold, *augment.exchanged(gold, seams)]
    _learn(gold, seen)
    _say("articles as rules and the first weights read them")
    every_second = list(articles(corpus / "raw.jsonl"))[::2]
    labelled = list(silver.labelled(every_second, book, seams))
    random.Random(1).shuffle(labelled)
    _learn([*gold, *labelled[:_SILVER]], seen)
    _say("done")
    evaluate.report(_gold(corpus, "dev", book, seams), book)


def _gold(corpus: Path, part: str, book: RuleBook, seams: Seams) -> list[Sentence]:
    degrees = frozenset(row["degree"].lower() for row in book.table("degrees") if row["side"] == "suffix")
    sure = augment.sure_names(book)
    return [
        augment.filled(augment.mended(sentence, degrees), sure)
        for source in _SOURCES
        for sentence in sentences(corpus / "names" / f"{source}-{part}.jsonl", seams)
    ]


def _learn(found: list[Sentence], seen: features.WordFeatures) -> None:
    _say(f"weights from {len(found)} sentences")
    weights.save(weights.SHIPPED, *crf.learnt(found, seen))
    weights.load.cache_clear()
    words.load.cache_clear()


def _say(what: str) -> None:
    print(f"{time.process_time():6.1f} s  {what}", flush=True)


if __name__ == "__main__":
    main()
