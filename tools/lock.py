"""Writes requirements.txt and requirements-dev.txt, with the hashes of every platform's files, from the .in files.

No address of a package index is written: where packages come from is each machine's own pip configuration.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUIET_ABOUT_WHERE = ["--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host", "--no-emit-options"]
REMARK = "# Written by `make lock` from {source}; do not change it by hand.\n"


def main() -> None:
    """Write both lists, what runs Frontdoor first: what checks it is held to the same versions."""
    for name in ("requirements", "requirements-dev"):
        _lock(f"{name}.in", ROOT / f"{name}.txt")


def _lock(source: str, target: Path) -> None:
    command = [sys.executable, "-m", "piptools", "compile", "--quiet", "--no-header", "--generate-hashes"]
    command += ["--strip-extras", *QUIET_ABOUT_WHERE, "--output-file", target.name, source]
    subprocess.run(command, cwd=ROOT, check=True)
    target.write_text(REMARK.format(source=source) + target.read_text())


if __name__ == "__main__":
    main()
