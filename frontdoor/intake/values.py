"""SQL that reads one cell: texts, words of a closed list, yes and no, whole numbers, decimals, shares and durations."""

from collections.abc import Mapping

from frontdoor.intake.quoting import literal, literals
from frontdoor.intake.source_types import Form

YES = ("true", "yes", "y", "t", "1")
NO = ("false", "no", "n", "f", "0")
_LOOSE = "[,\\s*†‡£]"  # thousands separators, spaces, footnote marks and pounds in hand-made tables


def tidy(text: str) -> str:
    """Return SQL for a text without outer spaces, blank as null; costs little where there are none."""
    return f"case when prefix({text}, ' ') or suffix({text}, ' ') then nullif(trim({text}), '') else {text} end"


def word(text: str, meanings: Mapping[str, str]) -> str:
    """Return SQL for what a word means, whatever its case and outer spaces; null for a word not listed."""
    folded = _map({key.strip().lower(): value for key, value in meanings.items()})
    slowly = f"{folded}[lower(trim({text}))]"
    if all(key == value for key, value in meanings.items()):
        return f"case when {text} in ({literals(meanings)}) then {text} else {slowly} end"
    exact = _map(meanings)
    return f"coalesce({exact}[{text}], case when {exact}[{text}] is null then {slowly} end)"


def yes_or_no(text: str) -> str:
    """Return SQL for a flag written in any of the usual ways; null for anything else."""
    folded = f"lower(trim({text}))"
    slowly = f"when {folded} in ({literals(YES)}) then true when {folded} in ({literals(NO)}) then false"
    return f"case {text} when 'true' then true when 'false' then false else case {slowly} end end"


def rewritten(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """Return SQL that replaces what matches each pattern (RE2), in order."""
    for pattern, replacement in pairs:
        text = f"regexp_replace({text}, {literal(pattern)}, {literal(replacement)})"
    return text


def number(text: str, form: Form) -> str:
    """Return SQL for a number as a double: plain, loose (1,556*), a share (89% or 0.89), or a duration in seconds."""
    if form is Form.PLAIN:
        return f"try_cast({text} as double)"
    loose = f"regexp_replace({text}, {literal(_LOOSE)}, '', 'g')"
    if form is Form.SHARE:
        percent = f"try_cast(rtrim({loose}, '%') as double) / 100"
        return f"case when suffix({loose}, '%') then {percent} else try_cast({loose} as double) end"
    if form is Form.DURATION:
        return _duration(text, loose)
    return f"try_cast({loose} as double)"


def _duration(text: str, loose: str) -> str:
    """Return SQL for seconds from '4m 40s', '4 min 40 sec', '1:04:40', '4:40' or '280'."""
    parts = (
        f"regexp_extract(lower({loose}), '^(?:(\\d+)h[a-z]*)?(?:(\\d+)m[a-z]*)?(?:(\\d+)s[a-z]*)?$', ['h', 'm', 's'])"
    )
    lettered = " + ".join(
        f"coalesce(try_cast(({parts}).{unit} as double), 0) * {size}"
        for unit, size in (("h", 3600), ("m", 60), ("s", 1))
    )
    clock = f"list_reverse(string_split({loose}, ':'))"
    colons = " + ".join(
        f"coalesce(try_cast({clock}[{place}] as double), 0) * {size}" for place, size in ((1, 1), (2, 60), (3, 3600))
    )
    return (
        f"case when regexp_matches({loose}, '^\\d+(:\\d\\d){{1,2}}$') then {colons} "
        f"when regexp_matches(lower({text}), '[hms]') and ({parts}).h || ({parts}).m || ({parts}).s <> '' then {lettered} "
        f"else try_cast({loose} as double) end"
    )


def _map(meanings: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{literal(key)}: {literal(value)}" for key, value in meanings.items())
    return f"map {{{pairs}}}"
