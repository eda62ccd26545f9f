"""What a page of a pack is asked: whose figures, for whom, chosen how, and the same in words."""

from dataclasses import dataclass
from datetime import datetime

from frontdoor.access.audience import Audience
from frontdoor.answers.answer import Freshness, Provenance
from frontdoor.answers.choices import ATTRIBUTE_LABELS, choices
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date
from frontdoor.packs.pack import Basis


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of one page and who will read it; actions and targets are told as they stand at `now`."""

    filters: Filters
    audience: Audience
    now: datetime

    def filter_words(self) -> str:
        """Return 'October 2026, all services, all channels', with a ward or other group where one is chosen."""
        chosen, offered = self.filters, choices(self.filters.council, self.filters.generation, self.audience)
        services, channels = dict(offered.services), dict(offered.channels)
        said = [
            chosen.period.label,
            ", ".join(services.get(key, key) for key in chosen.services) or "all services",
            ", ".join(channels.get(key, key) for key in chosen.channels) or "all channels",
        ]
        if chosen.attribute:
            said.append(f"{ATTRIBUTE_LABELS[chosen.attribute].lower()} {chosen.value}")
        return ", ".join(said)

    def basis(self, definition: str, provenance: Provenance | None, freshness: Freshness) -> Basis:
        """Return what a page stands on; without provenance the data version and its last day."""
        if provenance is None:
            version = f"Data version {freshness.generation}, figures to {format_date(freshness.as_at)}"
            return Basis(definition, "", version, self.filter_words())
        loaded = f", loaded {provenance.loaded_at}" if provenance.loaded_at else ""
        version = f"Data version {provenance.generation}, figures to {format_date(provenance.as_at)}{loaded}"
        if provenance.is_provisional and provenance.sign_off_words:
            version = f"{version}. {provenance.sign_off_words}"
        return Basis(definition, ", ".join(provenance.sources), version, self.filter_words())
