"""Words that ran together where a link stood: "ManajerManchester CityPep Guardiolapuas"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from beritaextract.mentions.memo import Memo
from beritaextract.mentions.names.words import Codes, load

__all__ = ["Cuts", "Seams", "shipped"]

_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{3})|(?<=[A-Z]{2})(?=[a-z]{4})")
_MIXED = re.compile(r"[A-Z](?:(?<=[a-z][A-Z])|(?<=[A-Z]{2})[a-z]{3})")
_LONG = re.compile(r"[A-Z][a-z]{6,}")
_PART = re.compile(r"[A-Z]*[a-z]*")
_BRAND = "detik"
_SHORTEST, _SHORTEST_NAME, _SHORTEST_VERB = 5, 3, 6
_VERB = ("me", "di", "ber", "ter")
_FUNCTION_WORDS = (
    "adalah", "akan", "akhirnya", "atas", "atau", "bahwa", "bakal", "baru", "belum", "berada", "bersama", "bisa",
    "bukan", "dalam", "dan", "dapat", "dari", "dengan", "gagal", "hadir", "hanya", "harus", "hingga", "ingin",
    "ini", "itu", "jadi", "jelang", "jika", "juga", "kabarnya", "kalah", "karena", "kembali", "kemudian",
    "kepada", "kini", "langsung", "lebih", "masih", "memang", "mulai", "naik", "oleh", "pada", "pernah", "pun",
    "resmi", "saat", "sebagai", "sebagaimana", "secara", "sedang", "siap", "soal", "sudah", "sukses", "tak",
    "tampaknya", "telah", "tengah", "tentang", "terkait", "tersebut", "tetap", "tidak", "turun", "turut", "untuk",
    "usai", "yaitu", "yakni", "yang",
)  # fmt: skip
_WHOLE = frozenset(
    (
        "AgenBRILink", "AirAsia", "AirNav", "BlackBerry", "BolaSport", "BPJamsostek", "BrandzView", "BRImo",
        "BUMDes", "ByteDance", "CapCut", "CarPlay", "ChatGPT", "CoreTax", "DeepSeek", "DetikPagi", "DetikSore",
        "FaceTime", "FreeBuds", "GenAI", "GenBI", "GitHub", "GoFood", "GoPay", "GoRide", "GoSend", "GoTo",
        "GusDur", "HaloBCA", "HokBen", "HyperOS", "IdeaPad", "IndiHome", "IndoStrategi", "IndyCar", "InJourney",
        "InsyaAllah", "JakLingko", "KapanLagi", "KemenBUMN", "KemenHAM", "KemenKopUKM", "KemenP2MI", "KemenPAN",
        "KemenPANRB", "KemenPPPA", "KlikBCA", "KompasTekno", "KompasTV", "LaLiga", "LapakAsik", "LinkAja",
        "LinkedIn", "MasterChef", "MatePad", "McDonald", "McGregor", "McLaren", "McTominay", "MediaTek",
        "MenPAN", "MenPANRB", "MiChat", "MicroStrategy", "MobileJKN", "MotoGP", "MotorLand", "MyPertamina",
        "MyTelkomsel", "NasDem", "OneDrive", "OnePlus", "OpenAI", "PayLater", "PayPal", "PeduliLindungi",
        "PermenPAN", "PermenPANRB", "PermenPUPR", "PhD", "PlayStation", "PowerPoint", "ReforMiner", "RunFest",
        "SatuSehat", "SeaBank", "SerambiNews", "ShopeeFood", "ShopeePay", "SindoNews", "SoftBank", "SpaceX",
        "SuperApp", "TapCash", "TikTok", "TransJakarta", "TransJogja", "TransMilenial", "TransNusa", "TransTV",
        "VietJet", "VinFast", "WeChat", "WhatsApp", "WiFi", "YouTube", "YouTuber",
    )
)  # fmt: skip
_BRAND_PARTS = frozenset(
    (
        "Auto", "Detik", "Face", "Go", "Halo", "Indo", "Info", "Jak", "Kemen", "Klik", "Live", "Mac", "Mc",
        "Menko", "My", "Net", "Open", "Permen", "Smart", "Sport", "Super", "Tik", "Trans", "Tribun",
        "Tribunnews", "Warta",
    )
)  # fmt: skip


class Cuts(NamedTuple):
    """The offsets at which a word is two, and whether a capital within it shows that."""

    offsets: tuple[int, ...]
    shown: bool


class Seams:
    """Finds where two words meet in one, by which words there are.

    Args:
        codes: The words of the language with their statistics.
    """

    def __init__(self, codes: Codes) -> None:
        self._words = codes.keys()
        self._names = self._words - codes.ordinary
        verbs = (word for word in codes.ordinary if len(word) >= _SHORTEST_VERB and word.startswith(_VERB))
        self._ordinary = codes.ordinary
        self._followers = frozenset((*verbs, *_FUNCTION_WORDS))
        self._known = Memo(self._cuts)

    def cuts(self, text: str, forms: Sequence[str]) -> list[Cuts | None]:
        """For each word of a text the cuts in it; none where no word of the text shows that some ran together."""
        known = self._known if self._is_shown(text, forms) else {}
        after_names = self._after_names(text, forms)
        if not known:
            return list(map(after_names.get, forms)) if after_names else []
        return [after_names.get(form) or known[form] for form in forms]

    def _is_shown(self, text: str, forms: Sequence[str]) -> bool:
        """Whether a capital within a word shows that words ran together."""
        if not _MIXED.search(text):
            return False
        return any(cuts.shown for cuts in map(self._known.__getitem__, filter(_MIXED.search, forms)) if cuts)

    def _after_names(self, text: str, forms: Sequence[str]) -> dict[str, Cuts]:
        """The cuts of words that begin with a name of the same text: Guardiolaresmi, where Guardiola stands alone."""
        strange = [form for form in _LONG.findall(text) if form.lower() not in self._words]
        names = set(forms) if strange else ()
        found = {}
        for form in strange:
            for at in range(_SHORTEST_NAME, len(form) - 2):
                name, rest = form[:at], form[at:]
                if rest not in self._followers or name not in names or name.lower() in self._ordinary:
                    continue
                if at > _SHORTEST_NAME or len(rest) >= _SHORTEST_VERB:
                    found[form] = Cuts((at,), True)
        return found

    def _cuts(self, form: str) -> Cuts | None:
        if len(form) < _SHORTEST or not form.isalpha() or form in _WHOLE:
            return None
        if form.islower():
            at = form.find(_BRAND, 2)
            return (
                Cuts((at,), False) if form[: max(at, 0)] in self._words and form not in self._words else None
            )
        offsets: list[int] = []
        shown = False
        start = 0
        for seam in _INNER.finditer(form):
            here = seam.start()
            right = _PART.match(form, here)
            if right and self._meet(form[start:here], right[0], form):
                offsets += (*self._tail(form[start:here], start), here)
                start, shown = here, True
        offsets += self._tail(form[start:], start)
        return Cuts(tuple(offsets), shown) if offsets else None

    def _meet(self, left: str, right: str, form: str) -> bool:
        """Whether two parts of a word, with a capital between them, are words of their own."""
        if left in _BRAND_PARTS or left.endswith(_BRAND) or len(left) < 2 or len(right) < _SHORTEST_NAME:
            return False
        if left[-1].islower():
            return left.lower() in self._words or any(self._tail(left, 0))
        if form.lower() in self._words or left.lower() not in self._names:
            return False
        return right.lower() in (self._words if right[0].isupper() else self._followers)

    def _tail(self, part: str, offset: int) -> Iterator[int]:
        """Where a verb or a small word begins that ran together with the name before it."""
        if part[0].islower() or part.lower() in self._words:
            return
        for at in range(_SHORTEST_NAME, len(part) - 2):
            if part[at:] in self._followers:
                if len(part) - at >= _SHORTEST_VERB or part[:at].lower() in self._names:
                    yield offset + at
                return


@lru_cache(maxsize=1)
def shipped() -> Seams:
    """The seams by the statistics that come with the package."""
    return Seams(load())
