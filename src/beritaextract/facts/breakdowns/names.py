"""What a part is called, without the words that only say that its figure is paid, reached or part of something."""

from __future__ import annotations

import regex

__all__ = ["plain_name"]

_BEFORE = regex.compile(
    r"^(?:"
    r"[^“”\"]*[“\"](?=[^”\"]*$)"
    r"|.{0,60}\b(?:[Rr]incian(?:n?ya)?|[Pp]erincian(?:n?ya)?|[Rr]incinya)\s(?:(?:yaitu|yakni|adalah)\s)?"
    r"|[Ss]ecara\s(?:rinci|detail),?\s|sehingga\s|(?:sudah\s)?termasuk\s"
    r"|.*\b(?:bersumber|berasal|terdiri)\sdari\s"
    r"|(?:[Yy]ang\s)?(?:[Pp]aling\s(?:sedikit|kecil|rendah|minim|besar|banyak)|[Tt]er(?:kecil|rendah|sedikit|besar|banyak))"
    r"\s(?!ke)(?:tetap\s|masih\s)?(?:(?:di|dari|adalah)\s)?"
    r"|.*\b(?:dilakukan|dilaksanakan|didominasi)\soleh\s"
    r")++(?=\p{L})"
)
_DONE = (
    r"(?:ter(?:ealisasi|capai|serap|kumpul|salur|himpun|cair|setor|tagih)(?:kan)?|direalisasikan|disalurkan)"
)
_AIM = r"(?:target|pagu|alokasi)(?:\s(?:target|alokasi|anggaran))?(?:\syang\sditetapkan)?"
_AFTER = regex.compile(
    rf"(?:,?\s(?:yang|telah|sudah|baru|juga|yakni|yaitu))*+\s(?:{_DONE}|telah|sudah|yang|(?:dari|dengan)\s{_AIM})(?:\s(?:yakni|yaitu))?$"
    r"|\s(?:masih\s|paling\s)?(?:ter(?:banyak|besar|tinggi)|mendominasi)$"
    r"|\s(?:yakni|yaitu|terdiri(?:\s(?:atas|dari))?)$"
)
_ALL = regex.compile(
    rf"^(?:(?:yang|telah|sudah|baru)\s)*+(?:{_DONE}|telah|sudah|{_AIM}|masuk|(?:[Kk]ita|[Kk]ami)\s\p{{Ll}}+|(?:nilai|hak|uang|penerima|peserta)nya)$"
)
_REALISED = regex.compile(r"^(?i:realisasi|capaian|pencapaian)\s(?!(?:dari|atas|untuk|sebesar)\s)(?=\p{L})")


def plain_name(name: str) -> str:
    """A name without its frame; nothing where it is no more than that.

    >>> plain_name("Penyaluran dilakukan oleh PT Sinar Abadi"), plain_name("pajak hotel yang telah terealisasi")
    ('PT Sinar Abadi', 'pajak hotel')
    """
    if _ALL.match(name):
        return ""
    shorter = _BEFORE.sub("", _AFTER.sub("", name))
    return _REALISED.sub("", shorter)
