"""The array types that the statistics share, and the reading of plain Python values into them."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]


def floats_with_gaps(values: Iterable[float | None]) -> Floats:
    """Return `values` as floats with every null as NaN; raise ValueError for anything infinite."""
    if isinstance(values, np.ndarray):
        numbers = values.astype(np.float64)
    else:
        numbers = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    if np.isinf(numbers).any():
        raise ValueError(f"Value {int(np.isinf(numbers).argmax())} is infinite. Give None where there is no value.")
    return numbers
