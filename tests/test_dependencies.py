"""Is every library we import asked for by name, and is every one we ask for explained and in the locks?"""

import re
import sys

import pytest
from source_code import PRODUCT, ROOT, imported_libraries, name_of, python_files, tree_of

OURS = {"frontdoor", "sample_data", "tools"}
IMPORTED_AS = {"pillow": "PIL", "python-pptx": "pptx"}
"""Packages whose modules have another name."""


def packages_of(requirements: str) -> set[str]:
    """Return the names pinned in a requirements file, in lower case."""
    return set(re.findall(r"^([a-z0-9][\w.-]*)==", (ROOT / requirements).read_text(), re.MULTILINE))


def test_every_library_imported_is_asked_for():
    asked_for = {IMPORTED_AS.get(name, name) for name in packages_of("requirements.in")}
    known = asked_for | OURS | sys.stdlib_module_names
    imports = ((file, name) for file in python_files(PRODUCT) for _, name in imported_libraries(tree_of(file)))
    wrong = sorted({f"{name_of(file)} imports {name}" for file, name in imports if name not in known})
    assert not wrong, "Put it in requirements.in and docs/dependencies.md, then `make lock`:\n  " + "\n  ".join(wrong)


def test_every_package_asked_for_is_explained():
    explained = set(re.findall(r"^\| ([\w-]+) \|", (ROOT / "docs/dependencies.md").read_text(), re.MULTILINE))
    asked_for = packages_of("requirements.in")
    assert asked_for
    assert not asked_for - explained, f"docs/dependencies.md: say why {sorted(asked_for - explained)} is here"
    assert not explained - asked_for - {"Package", "---"}, (
        f"docs/dependencies.md: {sorted(explained - asked_for)} has gone"
    )


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_lock_holds_what_is_asked_for(name):
    missing = packages_of(f"{name}.in") - packages_of(f"{name}.txt")
    assert not missing, f"{name}.txt lacks {sorted(missing)}: run `make lock`"


def test_what_checks_is_held_to_the_versions_of_what_runs():
    def versions(lock: str) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9][\w.-]*)==([^\s;]+)", (ROOT / lock).read_text(), re.MULTILINE))

    runs, checks = versions("requirements.txt"), versions("requirements-dev.txt")
    different = {name: (version, checks.get(name)) for name, version in runs.items() if checks.get(name) != version}
    assert not different, f"The two locks disagree: {different}. Run `make lock`."
