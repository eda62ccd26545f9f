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


def row_medians(values: Floats) -> Floats:
    """Return the lower median of each row without its NaN; 0 for a row of none."""
    number = (~np.isnan(values)).sum(axis=1)
    place = np.maximum(number - 1, 0) // 2
    found = np.take_along_axis(np.sort(values, axis=1), place[:, None], axis=1)[:, 0]
    return np.where(number > 0, found, 0.0)


def ratio(top: Floats, bottom: Floats, otherwise: float = 0.0) -> Floats:
    """Return `top` over `bottom`, and `otherwise` where `bottom` is not above 0."""
    is_sound = bottom > 0
    return np.where(is_sound, top / np.where(is_sound, bottom, 1.0), otherwise)


def any_of(is_so: Booleans, axis: int) -> Booleans:
    """Return whether any entry along `axis` is so."""
    return np.asarray(is_so.any(axis=axis), dtype=np.bool_)
