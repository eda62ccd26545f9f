"""The files of an Easy Read draft by how their names end: the PDF, the web page, and what is still to do."""

from frontdoor.packs.easy.check import easy_check
from frontdoor.packs.easy.easy import easy_read
from frontdoor.packs.easy.html import easy_html
from frontdoor.packs.easy.pdf import easy_pdf
from frontdoor.packs.pack import Pack

DRAFT, TO_DO = "easy-read-draft", "easy-read-to-do"


def easy_files(pack: Pack) -> dict[str, bytes]:
    """Return the content of each file; the same pack always gives the same ones."""
    draft = easy_read(pack)
    return {
        f"{DRAFT}.pdf": easy_pdf(draft),
        f"{DRAFT}.html": easy_html(draft),
        f"{TO_DO}.txt": easy_check(draft).encode(),
    }
