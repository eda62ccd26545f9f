"""Which kinds of export are known by name: the files of sources/, which intake reads and council files refer to."""

from pathlib import Path


def sources_folder() -> Path:
    """Return the folder of the sources, <name>.toml each."""
    return Path(__file__).resolve().parents[2] / "sources"


def source_names() -> tuple[str, ...]:
    """Return the names of the sources that ship, in alphabetical order."""
    return tuple(sorted(path.stem for path in sources_folder().glob("*.toml")))
