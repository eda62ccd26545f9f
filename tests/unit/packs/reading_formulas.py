"""Works out the few formulas our workbooks use, by its own rules, so that what a chart shows can be held against them."""

import re

PLACE = r"([A-Z]{1,2})(\d+)"


class Sheet:
    """Cells by place; formulas are worked out from other cells, never from the results kept beside them."""

    def __init__(self, cells):
        self.cells = cells

    def known(self, place: str):
        """Return a cell's value, worked out where it has a formula; None where it is empty or says ''."""
        cell = self.cells.get(place)
        if cell is None:
            return None
        value = self.worked(cell.formula) if cell.formula else cell.value
        return None if value == "" else value

    def number(self, place: str) -> float:
        """Return a cell as arithmetic takes it: nothing, and words, are nought."""
        value = self.known(place)
        return value if isinstance(value, int | float) else 0.0

    def worked(self, formula: str):
        """Return what a formula gives."""
        said = formula.removeprefix("=")
        said = re.sub(rf"COUNT\({PLACE},{PLACE}\)", r"count('\1\2','\3\4')", said)
        said = re.sub(rf"SUM\({PLACE}:{PLACE}\)", r"total('\1','\3',\2)", said)
        said = re.sub(rf'{PLACE}=""', r"count('\1\2')==0", said)
        said = re.sub(rf"(?<!['\"]){PLACE}(?!['\"])", r"number('\1\2')", said)
        said = re.sub(r"(?<![<>=])=(?!=)", "==", said)
        names = {
            "number": self.number, "count": lambda *places: sum(self.known(place) is not None for place in places),
            "total": lambda first, last, row: sum(self.number(f"{chr(at)}{row}") for at in range(ord(first), ord(last) + 1)),
            "IF": lambda condition, yes, no: yes if condition else no, "MAX": max, "MIN": min, "ABS": abs,
            "AND": lambda *every: all(every), "N": float,
        }  # fmt: skip
        return eval(said, {"__builtins__": {}}, names)
