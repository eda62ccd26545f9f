"""Colours named by what they mean, once for light paper and once for dark."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour Frontdoor uses. Contrast was measured on `page`; marks-only colours are never text."""

    name: str
    ink: str
    ink_second: str
    page: str
    panel: str
    rule: str
    edge: str
    measured: str
    target: str
    comparison: str  # marks only
    met: str
    close: str
    close_mark: str  # marks only
    missed: str
    fourth: str  # a fourth category only
    usual_range: str
    expected_80: str  # band behind `met`
    expected_95: str  # band behind `met`
    close_band: str  # band behind `close_mark`
    ramp_least: str  # cells of a map, these four
    ramp_less: str
    ramp_more: str
    ramp_most: str
    cell_none: str  # cells of a signed map, these five
    cell_worse_half: str
    cell_worse: str
    cell_better: str
    cell_less: str
    on_pale_cell: str  # numbers in cells, these two
    on_strong_cell: str
    hatch: str  # lines across what is closed

    @property
    def colourway(self) -> tuple[str, ...]:
        """Return exactly ten colours: with fewer, Streamlit writes 'undefined' and Plotly falls back to its own."""
        chosen = (self.measured, self.comparison, self.missed, self.close_mark, self.target, self.fourth)
        return (*chosen, self.met, self.close, self.ink_second, self.edge)


LIGHT = Theme(
    name="light",
    ink="#0B0C0C",
    ink_second="#4A5459",
    page="#FFFFFF",
    panel="#F3F5F7",
    rule="#D5DADD",
    edge="#7A8288",
    measured="#12436D",
    target="#3D3D3D",
    comparison="#28A197",
    met="#0B6259",
    close="#9A3B00",
    close_mark="#F46A25",
    missed="#801650",
    fourth="#A285D1",
    usual_range="#E3EAF1",
    expected_80="#BFE0DB",
    expected_95="#E2F1EF",
    close_band="#FDE3D5",
    ramp_least="#F2F7FC",
    ramp_less="#6BACE6",
    ramp_more="#2073BC",
    ramp_most="#12436D",
    cell_none="#FFFFFF",
    cell_worse_half="#A75E86",
    cell_worse="#801650",
    cell_better="#28A197",
    cell_less="#F46A25",
    on_pale_cell="#000000",
    on_strong_cell="#FFFFFF",
    hatch="#B4BDC4",
)

DARK = Theme(
    name="dark",
    ink="#F1F3F5",
    ink_second="#B4BDC4",
    page="#12181E",
    panel="#1B242C",
    rule="#36424C",
    edge="#7D8891",
    measured="#8FC1EE",
    target="#C9CED2",
    comparison="#3DBDB1",
    met="#5FD0C4",
    close="#FFAD80",
    close_mark="#FF8A4C",
    missed="#F59CC8",
    fourth="#B9A1E0",
    usual_range="#22344A",
    expected_80="#1F4A4A",
    expected_95="#1A3035",
    close_band="#43291D",
    ramp_least="#1A2B3B",
    ramp_less="#22517D",
    ramp_more="#3C7FBA",
    ramp_most="#D3E8FB",
    cell_none="#12181E",
    cell_worse_half="#AE588A",
    cell_worse="#F59CC8",
    cell_better="#3DBDB1",
    cell_less="#FF8A4C",
    on_pale_cell="#FFFFFF",
    on_strong_cell="#000000",
    hatch="#4F5C67",
)

THEMES = (LIGHT, DARK)

BY_NAME = Theme(**{field.name: f"var(--{field.name.replace('_', '-')})" for field in fields(Theme)})
"""Every colour as the name of its custom property: the browser puts in the one of the theme it shows."""
