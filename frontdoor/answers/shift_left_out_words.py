"""What is said of groups: who fell further behind, whose contact fell, what cannot be known, and what to collect."""

from collections.abc import Sequence

from frontdoor.answers.feedback_answer import Fact
from frontdoor.answers.sentences import count_noun, listed
from frontdoor.answers.shift_left_out_groups import ACCESS_NEED, DEPRIVATION, OF_PLACES, Group, Groups
from frontdoor.answers.view_answer import Box, Line
from frontdoor.measures.formatting import MINUS, format_value
from frontdoor.schema.units import Unit

NAMES = {
    "age_band": "age", ACCESS_NEED: "access need", "customer_type": "customer type", "language": "language",
    "tenure": "tenure", "ward": "ward", DEPRIVATION: "deprivation",
}  # fmt: skip
MOST_NAMED = 3
LOST = (
    "Their contact fell more than the rest’s, and it did not move online. It may be a need met, or people who gave up: counts "
    "cannot say. Ask them."
)
MOVED = "Their contact fell more than the rest’s, though more of it is online."
NOT_CROSSED = "Groups are looked at one attribute at a time and never crossed, so that nobody can be recognised."
TEST = (
    "“Fell further behind” means less online than all the others, and a smaller gain than theirs by more than chance would "
    "bring; of groups so named at most about 1 in 20 should be a false alarm."
)


def named(value: str, attribute: str) -> str:
    """Return a group as a sentence says it: 'people aged 75 and over', 'customers recorded as business', 'Beacon'."""
    if attribute == "age_band":
        return f"people aged {value}"
    if attribute == ACCESS_NEED:
        return f"people whose access need is {value}"
    if attribute == "customer_type":
        return f"customers recorded as {value.replace('_', ' ')}"
    if attribute in {"language", "tenure"}:
        return f"people whose {attribute} is {value}"
    if attribute == DEPRIVATION:
        return f"wards in {value}"
    return value.replace("_", " ")


def headline(found: Sequence[Groups]) -> str:
    """Return the answer: who fell further behind, else that nobody did."""
    behind = [named(group.value, each.attribute) for each in found for group in each.behind]
    if behind:
        more = f"{len(behind)} groups" if len(behind) > MOST_NAMED else listed(behind)
        return f"{_capital(more)} fell further behind in going online."
    if not any(group.now for each in found for group in each.groups):
        why = "too few people are in each group to show them" if found else "contact is not recorded by any group"
        return f"We can’t say who was left out: {why}."
    return "No group fell further behind the rest in going online, by more than chance."


def lead(found: Sequence[Groups]) -> str:
    """Return who is least online now, and whether any group's contact fell more than the rest's."""
    said = []
    if (pair := least_online(found)) is not None:
        least, attribute = pair
        shares = f"{share_words(least.share_now)}, {share_words(least.share_before)} a year before"
        said.append(f"Least online: {named(least.value, attribute)}, {shares}.")
    fewer = [named(group.value, each.attribute) for each in found for group in each.fewer]
    if fewer:
        who = f"{len(fewer)} groups" if len(fewer) > MOST_NAMED else listed(fewer)
        said.append(f"Contact of {who} fell more than the rest’s.")
    elif said:
        said.append("No group’s contact fell more than the rest’s by more than chance.")
    return " ".join(said)


def facts_of(found: Sequence[Groups]) -> tuple[Fact, ...]:
    """Return the strip: everyone, the group least online, and how many fell behind or came less; nothing without groups."""
    pair = least_online(found)
    if pair is None or found[0].everyone.now is None:
        return ()
    least, attribute = pair
    everyone = found[0].everyone
    behind = [named(group.value, each.attribute) for each in found for group in each.behind]
    fewer = [named(group.value, each.attribute) for each in found for group in each.fewer]
    return (
        Fact("Online, everyone", share_words(everyone.share_now), _was(everyone)),
        Fact(f"Online, {named(least.value, attribute)}", share_words(least.share_now), _was(least)),
        Fact("Fell further behind", count_noun(len(behind), "group"), listed(behind[:MOST_NAMED])),
        Fact("Contact fell beside the rest", count_noun(len(fewer), "group"), listed(fewer[:MOST_NAMED])),
    )


def least_online(found: Sequence[Groups]) -> tuple[Group, str] | None:
    """Return the group least online and its attribute; wards only where nothing else is recorded."""
    people = [each for each in found if each.attribute not in OF_PLACES] or found
    known = [(group, each.attribute) for each in people for group in each.groups if group.now]
    return min(known, key=lambda pair: pair[0].share_now or 0.0, default=None)


def _was(group: Group) -> str:
    return "" if group.share_before is None else f"{share_words(group.share_before)} a year before"


def group_box(found: Groups, scores: Sequence[Line] = ()) -> Box:
    """Return what is said of each group of one attribute that fell behind or whose contact fell, and who is in none."""
    lines = [Line(f"{_capital(named(group.value, found.attribute))}:", _behind(group)) for group in found.behind]
    lines += [Line(f"{_capital(named(group.value, found.attribute))}:", fewer_words(group)) for group in found.fewer]
    if not lines and any(group.now for group in found.groups):
        lines = [
            Line(
                "",
                "No group fell further behind, and no group’s contact fell more than the rest’s, by more than chance.",
            )
        ]
    lines += scores
    hidden = sum(group.now is None for group in found.groups)
    if hidden:
        lines.append(Line("", f"{hidden} of {len(found.groups)} groups have too few contacts to be shown."))
    if found.unknown:
        lines.append(
            Line(
                "",
                f"For {share_words(found.unknown)} of contacts {NAMES[found.attribute]} is not known; they are in no group.",
            )
        )
    return Box(f"By {NAMES[found.attribute]}", tuple(lines))


def _behind(group: Group) -> str:
    assert group.gap is not None
    change, low, high = (format_value(abs(end) * 100, Unit.POINTS) for end in group.gap)
    share = f"{share_words(group.share_now)} online, {share_words(group.share_before)} a year before."
    return f"{share} They gained {change} points less than the rest ({high} to {low})."


def fewer_words(group: Group) -> str:
    """Return by how much a group's contact fell beside the rest's, and whether it moved online or is gone."""
    assert group.times is not None
    assert group.now is not None
    assert group.before is not None
    fell = format_value(1 - group.times[0], Unit.SHARE, places=0)
    ends = f"{format_value(1 - group.times[2], Unit.SHARE, places=0)} to {format_value(1 - group.times[1], Unit.SHARE, places=0)}"
    online = group.now[1] - group.before[1]
    return f"{fell} less contact beside the rest’s ({ends.replace(MINUS, 'minus ')}). {MOVED if online > 0 else LOST}"


def share_words(share: float | None) -> str:
    """Return a share to the whole per cent, finer where it is small."""
    return format_value(share, Unit.SHARE, places=0 if share is None or share >= 0.1 else 1)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
