"""Places by their head: Kabupaten Garut, Kecamatan Tebet, Desa Sukamaju, Jalan Ahmad Yani, Gedung Kesenian."""

from __future__ import annotations

from beritaextract.mentions.names.places.context import Context, is_compass
from beritaextract.mentions.names.places.gazetteer import GOVERNED, HEAD, Head

__all__ = ["read_head"]

_LONGEST = {"village": 3, "district": 3, "street": 5}
_WORDS_OF_A_NAME = 6
_LONGEST_HEADLINE = 60
_LONGEST_GAP = 6  # words between two districts of a list: a figure, a name that no table has
_DIVIDED = frozenset(("regency", "city"))
_SHORT = frozenset(("kab", "kec", "kel", "kep", "jl", "jln", "prov"))
_HOUSED = frozenset(("di", "ke", "dari", "depan", "halaman", "sekitar"))
_ALONG = frozenset(("di", "ke", "dari", "ruas", "sepanjang", "melalui", "lewat", "yakni", "yaitu", "dan"))
_NO_STREET = frozenset(("peta", "uji", "biaya"))
_NO_VILLAGE = frozenset(("menteri", "kementerian", "dana", "bank"))
_FRESH = frozenset(("kampung", "kota", "dusun", "desa", "dukuh"))
_ANEW = frozenset(("village", "venue", "site"))
_CHIEFS = frozenset(("kepala", "sekretaris"))
_SEATS = frozenset(
    ("kantor", "rumah", "dinas", "jabatan", "kompleks", "bupati", "wakil", "wali", "walikota", "kota", "gubernur",
     "provinsi", "kabupaten", "kecamatan", "kelurahan", "desa", "camat", "lurah", "pemerintah", "pemkab", "pemkot",
     "pemprov", "pemda", "setda", "sekda", "dprd")
)  # fmt: skip
"""Words that stand between a venue and the region whose seat it is: "Auditorium Rumah Dinas Gubernur Jambi"."""
_BEARERS = frozenset(
    ("prof", "dr", "drs", "ir", "h", "hj", "kh", "kiai", "kyai", "raden", "r", "rm", "ra", "haji", "jenderal",
     "jendral", "letjen", "letjend", "mayjen", "mayjend", "brigjen", "brigjend", "kolonel", "letkol", "mayor",
     "kapten", "letnan", "lettu", "letda", "laksamana", "laksda", "marsekal", "marsda", "komjen", "irjen", "sersan",
     "kopral", "gubernur", "bupati", "walikota", "wali", "kota", "sultan", "pangeran", "adipati", "tumenggung")
)  # fmt: skip
"""Titles of those whom streets are called after: "Jalan Kapten Pattimura", "Jl. Prof. Dr. Soepomo"."""
_LANDINGS = frozenset(("ppi", "ppn", "pps", "ppp"))
_CLASSES = frozenset(("i", "ii", "iii", "khusus", "non"))  # Kantor Imigrasi Kelas I TPI Surabaya
_FISHING = frozenset(("nelayan", "Nelayan", "ikan", "Ikan", "perikanan", "Perikanan"))


def read_head(context: Context, at: int) -> int:
    """Notes the place that begins with the head at ``at``, and returns where it ends; ``at`` where there is none."""
    forms, last = context.forms, context.block.last
    hit = context.tables.heads.longest(context.lowers, at, last)
    if hit is None:
        return at
    name, head = hit
    if name < last and forms[name] == "." and context.lowers[name - 1] in _SHORT:
        name += 1
    if name >= last or not forms[name][0].isupper():
        return at
    small = forms[at][0].islower()
    if small and head.small == "no":
        return at
    if is_compass(context.lowers, at):
        return at
    if head.level in GOVERNED:
        return _governed(context, at, name, head)
    if head.level == "district":
        return _districts(context, at, name)
    if not _stands_alone(context, at, name, head, small):
        return at
    fresh = name + (head.level in _ANEW and _begins_anew(context, name))
    if head.level == "venue" and (seat := _past_seat(context, name)):
        name = fresh = seat
    elif head.level == "street":
        fresh = _past_titles(context, name)
    end = context.run(fresh, _LONGEST.get(head.level, _WORDS_OF_A_NAME)) if fresh < last else name
    # "gedung Graha Wangsa": the name has a head of its own.
    first = name if small and context.tables.begins.get(context.lowers[name], 0) & HEAD else at
    if context.block.kind == "headline":
        end = _told_below(context, first, name, end)
    if (
        end == fresh
        or not _is_name(context, name, end)
        or (head.level == "village" and not _is_village(context, at, name, end))
    ):
        return at
    # "Laut China Selatan": the tables have some names with their heads.
    whole = context.tables.regions.longest(context.lowers, first, end)
    keys = whole[1].keys if whole is not None and whole[0] == end else None
    return context.add(first, end, head.level, keys)


def _governed(context: Context, at: int, name: int, head: Head) -> int:
    """A province, regency or city after its head: the row of that level, if the name has several."""
    before = context.before(at)
    small = context.forms[at][0].islower()
    first = name if small or before in ("wali", "ibu") else at
    hit = context.tables.regions.longest(context.lowers, name, context.block.last)
    if hit is not None:
        end, named = hit
        fitting = "|".join([each.key for each in named.entries if each.level == head.level])
        if not named.entries or (not fitting and not context.ends(end)):
            return at
        if before == "ibu" and not named.sure:
            return at  # Ibu Kota Negara
        context.add(first, end, head.level, fitting or named.keys)
        return _listed_districts(context, end, fitting) if head.level in _DIVIDED else end
    end = context.run(name, 2)
    if first == name or not _is_name(context, name, end) or context.forms[at - 1][0].isupper():
        return at
    return context.add(first, end, head.level)


def _listed_districts(context: Context, at: int, codes: str) -> int:
    """Where the districts end that a regency and a colon lead to: "Kabupaten Kerinci: Air Hangat dan Kayu Aro"."""
    lowers, last = context.lowers, context.block.last
    if not codes or at >= last or lowers[at] != ":":
        return at
    here = end = at + 1
    while here < last and here - end < _LONGEST_GAP and context.forms[here] != ".":
        hit = (
            context.tables.districts.longest(lowers, here, last) if context.forms[here][0].isupper() else None
        )
        within = [code for code in hit[1].split("|") if code.startswith(codes)] if hit is not None else []
        if hit is None or not within:
            here += 1
        else:
            here = end = context.add(here, hit[0], "district", "|".join(within))
    return end if end > at + 1 else at


def _districts(context: Context, at: int, name: int) -> int:
    """One district after its head, or several in a row."""
    forms, lowers, last = context.forms, context.lowers, context.block.last
    find = context.tables.districts.longest
    hit = find(lowers, name, last)
    if hit is None or not context.ends(hit[0]):
        fresh = name + _begins_anew(context, name)
        end = context.run(fresh, _LONGEST["district"])
        fits = end > fresh and _is_name(context, name, end) and context.left(at) != "cap"
        return context.add(at, end, "district") if fits else at
    end, codes = hit
    within = context.within(codes, end)
    codes = codes if within is None else within
    context.add(at, end, "district", codes)
    parents = {code[:5] for code in codes.split("|")}
    while end + 1 < last and lowers[end] in (",", "dan"):
        if not parents.isdisjoint(context.parents(end)):
            break  # what follows is their regency, even where a district is called as it is
        follows = end + 2 if lowers[end + 1] == "dan" and end + 2 < last else end + 1
        hit = find(lowers, follows, last) if forms[follows][0].isupper() else None
        same = [code for code in hit[1].split("|") if code[:5] in parents] if hit is not None else []
        if hit is None or not same or not context.ends(hit[0]):
            break
        end = context.add(follows, hit[0], "district", "|".join(same))
    return end


def _begins_anew(context: Context, name: int) -> bool:
    """Whether a name begins with what is a head elsewhere: Kelurahan Kampung Baru."""
    follows = name + 1
    return (
        context.lowers[name] in _FRESH
        and follows < context.block.last
        and context.forms[follows][0].isupper()
    )


def _past_seat(context: Context, name: int) -> int:
    """Where the region begins whose seat a venue is, behind the office; 0 where no office stands there."""
    at, last = name, context.block.last
    while at < last and context.lowers[at] in _SEATS and context.forms[at][0].isupper():
        at += 1
    return at if name < at < last and context.forms[at][0].isupper() else 0


def _past_titles(context: Context, name: int) -> int:
    """Where the name begins that a street has, behind the titles of who had it."""
    at, last = name, context.block.last
    while at < last and context.lowers[at] in _BEARERS and context.forms[at][0].isupper():
        at += 1
        at += at < last and context.forms[at] == "."
    return at if at < last and context.forms[at][0].isupper() else name


def _stands_alone(context: Context, at: int, name: int, head: Head, small: bool) -> bool:
    """Whether a head begins a place, and is not part of a longer name: Angkatan Laut, Koperasi Desa/Kelurahan X."""
    before = context.before(at)
    if before == "/" or context.tables.cues.get(before) == "cap":
        return False
    if context.lowers[at] == "tpi" and before in _CLASSES:
        return False
    if context.lowers[at] in _LANDINGS and _FISHING.isdisjoint(context.written_small):
        return False
    if context.lowers[at] == "kantor" and (small or name == at + 1 or context.lowers[at + 1] == "kecamatan"):
        # The house is meant ("di Kantor Kejari Ngawi"), not those who work there.
        housed = name > at + 1 or context.tables.cues.get(context.lowers[at + 1]) == "body"
        return before in _HOUSED and housed
    if head.level == "street":
        # In small letters "jalan" is a way to anything, unless something is or goes there.
        fits = before in _ALONG if small else before not in _NO_STREET
        if not fits:
            return False
    return small or head.level == "village" or context.left(at) != "cap"


def _is_village(context: Context, at: int, name: int, end: int) -> bool:
    """Whether "Desa" is one village here: no ministry, no fund, and no village chief whose own name follows."""
    before = context.before(at)
    if before in _CHIEFS:
        return end - name == 1 or (end < context.block.last and context.forms[end] in ",(")
    return before not in _NO_VILLAGE


def _is_name(context: Context, first: int, last: int) -> bool:
    """Whether the words after a head name something: Pasar Barito, but not Pasar Modal and not Pasar Baru."""
    words, low = context.tables.words, context.lowers[first]
    return first < last and low not in words["generic"] and (last - first > 1 or low not in words["plain"])


def _told_below(context: Context, first: int, name: int, end: int) -> int:
    """Where a name in a headline ends, in which ordinary words have capitals: as it stands in the text below."""
    page = context.page
    below = context.block.last
    if below >= len(page.starts) or below - context.block.first > _LONGEST_HEADLINE:
        return name
    while end > name:
        text = page.text[page.starts[first] : page.ends[end - 1]]
        if page.text.find(text, page.starts[below]) >= 0:
            break
        end -= 1
    return end
