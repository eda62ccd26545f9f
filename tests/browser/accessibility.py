"""Runs axe-core on the page a browser shows and says in words what it found."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


@dataclass(frozen=True)
class Violation:
    """One rule broken, with every place where it is."""

    rule: str
    impact: str
    help: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {self.help}\n" + "\n".join(f"    {place}" for place in self.places)


def axe(page: Page) -> list[Violation]:
    """Return what breaks WCAG 2.2 A and AA or axe's best practice on this page, as it stands now."""
    page.evaluate(_source())
    found = page.evaluate(RUN, RULES)
    return [_violation(each) for each in found["violations"]]


@cache
def _source() -> str:
    return AXE.read_text(encoding="utf-8")


def _violation(found: dict) -> Violation:
    places = tuple(f"{' '.join(map(str, node['target']))}: {node['html']}" for node in found["nodes"])
    return Violation(rule=found["id"], impact=found["impact"], help=found["help"], places=places)
