"""SVG as text: elements with escaped words and short numbers."""

from html import escape

TRANSPARENT = "rgba(0,0,0,0)"


def element(name: str, inside: str = "", /, **attributes: str | float | None) -> str:
    """Return one element; `stroke_width` is written stroke-width, an attribute of None or of nothing is left out.

    `inside` is mark-up already.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_said(value)}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def number(value: float) -> str:
    """Return a length in pixels, to a hundredth."""
    said = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said


def paint(colour: str) -> str:
    """Return a colour as SVG has it; what cannot be seen is not painted."""
    return "none" if colour == TRANSPARENT else colour


def path(points: list[tuple[float, float]], is_closed: bool = False) -> str:
    """Return the line through points as the `d` of a path, '' for none."""
    drawn = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{drawn}{'Z' if is_closed else ''}" if points else ""


def _said(value: str | float | None) -> str:
    return escape(value) if isinstance(value, str) else number(float(value or 0))
