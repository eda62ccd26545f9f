"""Makes the Python environment in .venv and installs one locked list of packages into it.

python -m tools.environment requirements.txt        needs only Python's own library, so that any Python can start it
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from tools import debian

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)  # numpy 2.4 and the newer typing of the standard library
LAST_LINES = 15


def main() -> None:
    """Make the environment where it is missing, then install the list named on the command line."""
    name = sys.argv[1] if len(sys.argv) > 1 else "requirements.txt"
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            f"Frontdoor needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}. "
            "Install a newer one and name it: make run PYTHON=python3.12"
        )
    if not _is_usable():
        _make()
    _install(ROOT / name)
    (ENVIRONMENT / f"{name}.installed").touch()


def _is_usable() -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([str(PYTHON), "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def _make() -> None:
    print("Making the Python environment in .venv (once) ...", flush=True)
    if importlib.util.find_spec("ensurepip") is None:
        _install_venv()
    _run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], "Python could not make .venv.")


def _install_venv() -> None:
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not debian.install(package):
        sys.exit(f"This Python cannot make environments. As an administrator: apt-get install {package}")


def _install(requirements: Path) -> None:
    """Install exactly what the list names, each file checked against its hash.

    The list is complete, so nothing needs resolving, which halves the time; Python compiles a module at its first use.
    """
    print(f"Installing the packages of {requirements.name} (once, about half a minute) ...", flush=True)
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    command += ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-compile"]
    _run(
        [*command, "--requirement", str(requirements)],
        "pip could not install the packages. Is a package index reachable, and is this Python 3.11 to 3.14?",
    )


def _run(command: list[str], what_failed: str) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit("\n".join([*done.stdout.splitlines()[-LAST_LINES:], what_failed]))


if __name__ == "__main__":
    main()
