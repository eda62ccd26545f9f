"""Trentside's sample with a sixth of its contacts and advisers and all its complaints, answers, returns and pilots: what pages are read from."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from filelock import FileLock

from frontdoor.commands.options import opened
from frontdoor.commands.sample_pilots import enter_pilots
from frontdoor.intake.loading_together import load_together
from sample_data.generator import generate, generate_feedback, generate_places, generate_rota

CONTACTS = 200_000
"""Of 1.2 million: every promise is judged and every chart drawn of these as well, in a third of the time."""


def built_thin_sample(folder: Path) -> Path:
    """Return the home below `folder`, built by whichever test process comes first."""
    home, unfinished = folder / "thin-sample", folder / "thin-sample-being-built"
    with FileLock(folder / "thin-sample.lock"):
        if not home.exists():
            _build(unfinished)
            unfinished.rename(home)
    return home


def _build(home: Path) -> None:
    home.mkdir()
    with pytest.MonkeyPatch.context() as here, TemporaryDirectory(prefix="frontdoor-thin-sample-") as made_in:
        here.setenv("FRONTDOOR_HOME", str(home))
        made = [
            *generate("trentside", Path(made_in), contacts=CONTACTS),
            *generate_feedback("trentside", Path(made_in)),
            *generate_rota("trentside", Path(made_in), contacts=CONTACTS),
            *generate_places("trentside", Path(made_in)),
        ]
        enter_pilots(opened("trentside"))
        outcomes = load_together(opened("trentside"), [(one.path, one.source) for one in made])
        assert not [outcome.refusal for outcome in outcomes if outcome.refusal]
