"""What pages call their parts: data, so that a new outlet is a word here. Classes and ids, in small letters."""

from __future__ import annotations

import re

__all__ = [
    "BODY", "CAPTION", "EDITOR", "EMBEDS", "FOLLOW", "LABELS", "MAYBE_BODY", "MAYBE_CAPTION", "NEXT_LABEL", "NOISE",
    "NO_PERSON", "PHOTO_CREDIT", "READ_ALSO", "REPORTER", "STRAY",
]  # fmt: skip


def _names(listed: str) -> re.Pattern[str]:
    """Any of these names (regular expressions), as a whole class or id."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(listed.split())})(?!\S)")


BODY = _names(
    r"content_news post-content entry-content td-post-content single-content"  # ANTARA, WordPress
    r" detail__body-text text_detail itp_bodycontent detail_text detikdetailtext detail-text"  # detikcom, CNN
    r" kcm-read-text read__content read__contents artikel-content"  # Kompas, Grid
    r" article-content-body__item-page read-page__content-body article-content-body__item-content"  # Liputan6
    r" contentx dtlnews detail-isi body-detail"  # Okezone
    r" content-detail article-content article__content artikel-body"  # Republika, VIVA
    r" detail-in detail-konten isi-berita isi_berita isiberita read-content"  # Tempo, JPNN
    r" side-article txt-article mdk-body-paragraph"  # Tribun, Merdeka
    r" detail-content content-article detail-desc desc-artikel"  # Suara, Sindonews
    r" detailscontent detail-artikel tmpt-desk-kon"  # Bisnis, Kontan
    r" news-content newscontent berita-content konten-berita"
    r" article-body article__body article-text article_body articlebody story-body post-body entry-body body-content"
)
"""What holds the text of the article and hardly anything else."""

MAYBE_BODY = _names(
    r"article artikel berita detail content konten post news story main-content detail-berita article-detail hentry"
    r" single read-page--content wrap__article-detail-content detail__body"
)
"""What holds the text on some pages, with more around it."""

NOISE = re.compile(
    r"(?:^|[-_\s])(?:ads?|adv|ads?\d+|ads?by\w+|iklan|advert\w*|adsense|gpt|dfp|banner\w*|sponsor\w*|promo\w*|parall?ax"
    r"|carpet"
    r"|related\w*|terkait\w*|baca\W?juga\w*|read\W?also|also\W?read|lihatjg|linksisip\w*|sisip\w*|inject\w*|label_fokus"
    r"|recommend\w*|rekomendasi|terpopuler|populer|popular|trending|terkini|latest|lainnya|indeks"
    r"|share\w*|sharing|sosmed|social\w*|komentar|comments?|disqus|like|likes|rating"
    r"|tags?|tagging|topik|breadcrumbs?|breadcome|kanal-map|pagination|paging|pager|newsletter|subscri\w+|langganan"
    r"|outbrain|taboola|mgid|dable|revive|widget|sidebar|navbar|nav|menu|toolbar|fontsize|font-size|settingfont|print\w*"
    r"|ext-channel|gnews|google-?news|follow\w*|copyright|disclaimer|hide|hidden|d-none|sr-only|visually-hidden"
    r"|video\w*|player|gallery-nav|thumbs|credits__toggle|popup|modal)(?=$|[-_\s])"
)

EMBEDS = _names(r"instagram-media tiktok-embed fb-post fb-video twitter-\w+ threads-post")
"""What other sites put in: their words are none of the article's."""

CAPTION = _names(
    r"captions? wp-caption-text photodesc deskripsi keterangan keterangan-foto cap-foto wp-cap pic_artikel pic-artikel"
    r" foto-caption photo-caption img-caption image-caption detail__media-caption photo__caption caption-foto"
    r" caption-img read-page--photo-gallery--item__caption media-caption ket-foto foto_ket"
    r" kcm-read-photo photo desc-foto img-desc"
)

MAYBE_CAPTION = re.compile(r"(?:^|[-_\s])captions?(?=$|[-_\s])")
"""What stands below a picture where there is one beside it."""

PHOTO_CREDIT = re.compile(
    r"[^\n]{0,300}(?:\b(?:Foto|FOTO|Photo|PHOTO|Dok(?:umentasi)?)\b\.?\s*[:/]\s*[^\n.]{2,60}\.?\)?|\((?:[Ii]st(?:imewa)?|Dok\W[^()\n]{2,50})\))"
)
"""A paragraph that ends with who took the picture."""

REPORTER = re.compile(
    r"(?:^|[-_\s])(?:author\w*|autor|byline|penulis|reporter|nmreporter|jurnalis|journalist|wartawan|pewarta|writer)"
    r"(?:-?\d)?(?=$|[-_\s])"
)

_REPORTER_LABELS = (
    r"pewarta|penulis|reporter|wartawan|jurnalis|kontributor|oleh|laporan|rep|by|author|written by|teks"
)
_EDITOR_LABELS = r"editor|redaktur|red|penyunting"
LABELS = re.compile(
    rf"(?:(?P<reporter>{_REPORTER_LABELS})|(?P<editor>{_EDITOR_LABELS}))(?P<sign>\s*[:|]+\s*|\s*(?=\Z))(?P<names>.*)",
    re.IGNORECASE | re.DOTALL,
)
NEXT_LABEL = re.compile(rf"\s*[/|;,]?\s*(?=\b(?:{_REPORTER_LABELS}|{_EDITOR_LABELS})\s*:)", re.IGNORECASE)
EDITOR = re.compile(rf"\b(?:{_EDITOR_LABELS})\b", re.IGNORECASE)

NO_PERSON = re.compile(
    r"\W|\d|https?:|www\.|@"
    r"|.*(?:\.(?:com|co|id|net|tv|news)\b|\b(?:media|cyber|news|online|redaksi|tim|team|admin|administrator|developer|group"
    r"|grup|indonesia|antara|kompas|tempo|detik\w*|liputan6|okezone|republika|tribun\w*|viva|cnn|bbc|reuters|afp|humas"
    r"|jurnalis|reporter|penulis|editor|kontributor|wib|wita|wit|share|facebook|twitter)\b|\bPT\b)"
    r"|.{61}|.\Z",
    re.IGNORECASE | re.DOTALL,
)
"""What stands where names stand, and is none."""

READ_ALSO = re.compile(
    r"(?:baca|lihat|simak|tonton|saksikan|yuk,? baca)(?:\s+(?:juga|pula|lainnya|selengkapnya|berita|artikel|video))*"
    r"\s*[:.\-–—]?\s*",
    re.IGNORECASE,
)
STRAY = re.compile(
    r"(?:(?:baca|lihat|simak|tonton)\s+(?:juga|pula|lainnya|selengkapnya)|"
    r"(?:berita|artikel|video|topik)\s+(?:terkait|lainnya|pilihan|terpopuler)|terkait|advertisement|iklan|"
    r"scroll\s.{0,60}|gulir\s.{0,60}|load(?:ing| more)\W*|selengkapnya|share(?: this)?|"
    r"bagikan.{0,30}|komentar|tags?|copy link|lanjutkan membaca.{0,40}|\[gambas:[^\]]*\]|halaman\s*(?:selanjutnya)?|"
    r"klik (?:di ?sini|untuk).{0,60})\s*[:.]*",
    re.IGNORECASE,
)
"""A whole paragraph that belongs to the page."""

FOLLOW = re.compile(
    r"(?:cek|ikuti|dapatkan|simak|baca|temukan|follow|yuk|ayo|update)\b"
    r"(?=.{0,250}(?:google news|whats ?app|telegram|instagram|saluran|breaking news|berita pilihan)).{0,400}",
    re.IGNORECASE | re.DOTALL,
)
