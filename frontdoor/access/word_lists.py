"""Reads lists of words written as plain text, so that a list of hundreds stays readable."""


def words_in(text: str) -> frozenset[str]:
    """Return the words of `text`, parted by spaces and line ends."""
    return frozenset(text.split())
