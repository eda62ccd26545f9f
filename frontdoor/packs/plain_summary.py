"""A pack in plain words as a page of its own: the sentences of its Easy Read draft, without places for pictures."""

from frontdoor.packs.easy.easy import easy_read
from frontdoor.packs.pack import Aside, Basis, Pack, PackPage
from frontdoor.packs.words.words import checked

SUMMARY = "summary"
"""The key of the page."""

DEFINITION = "Made from the other pages by fixed sentences; each number is theirs, said as people count."


def summary_page(pack: Pack) -> PackPage:
    """Return the page: what the pack says, by subject, and its reading age where there are words enough."""
    draft = easy_read(pack)
    told = [part for part in draft.parts if part.pages]
    asides = tuple(Aside(part.title, (" ".join(line.words for line in part.lines),)) for part in told)
    age = checked("\n".join(line.words for part in told for line in part.lines)).age.years
    reading = f" Reading age about {age}, by formulas for English." if age else ""
    first = next((page.basis for page in pack.pages), Basis("", "", "", ""))
    return PackPage(
        key=SUMMARY,
        title=f"How we did in {pack.period}, in plain words"
        if asides
        else "Nothing here can be said in plain words yet",
        question="What does this say, in plain words?",
        lead=pack.pages[0].title if asides else "",
        basis=Basis(f"{DEFINITION}{reading}", "", first.version, first.filters),
        asides=asides,
    )
