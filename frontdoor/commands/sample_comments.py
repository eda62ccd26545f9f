"""What owners of a fictional council's measures say of a month, kept beside the figure as it stands."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from frontdoor.answers.result import result_of
from frontdoor.commands.sample_entries import Act, Names
from frontdoor.filters import Comparison, Filters
from frontdoor.register.commentary import About, comment, commentary_on
from frontdoor.strategy.entry import Entry


def remark(entry: Entry, names: Names) -> Callable[[Act], None]:
    """Return the commentary on a measure in a month; `value` is what the figure was then, where it has changed since."""
    about = About(names.measure(entry).key, names.service(entry), names.month(entry))
    words, then = entry.text("words"), entry.number("value") if entry.has("value") else None

    def do(act: Act) -> None:
        held = commentary_on(act.register, about)
        figure = dict(_figure(act, about))
        if then is not None:
            figure["value"] = then
        seen = held.id if held else None
        comment(act.register, about, words, figure, author=act.author, now=act.now, seen=seen)

    return do


def _figure(act: Act, about: About) -> Mapping[str, object]:
    """Return the figure as an officer sees it now: value, target, state and data version."""
    services = (about.service,) if about.service else ()
    filters = Filters(act.home.council.key, about.period, Comparison.NONE, services)
    context = replace(act.context, kept_measures=None, kept_targets={}, kept_own_targets=None)  # as by now
    result = result_of(context.promised(about.measure_key), filters, context)
    target = result.judgement.target
    return {
        "value": result.value,
        "target": target.value if target else None,
        "state": result.judgement.state.value,
        "generation": result.provenance.generation,
    }
