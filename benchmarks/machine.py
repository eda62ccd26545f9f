"""What the machine that measures is, and what one process of it has used; no names and no paths."""

import os
import platform
import resource
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

MEASURED_LIBRARIES = ("duckdb", "polars", "pandas", "streamlit", "plotly")
_KIBIBYTES_IN_A_MEBIBYTE = 1024
_KIBIBYTES_IN_A_GIBIBYTE = 1024 * 1024


def described() -> str:
    """Return cores, memory, system, versions, and how busy the machine was with other work."""
    versions = ", ".join(f"{library} {version(library)}" for library in MEASURED_LIBRARIES)
    return (
        f"{os.cpu_count()} cores, {_memory_gibibytes():.0f} GiB of memory, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {versions}; load average {os.getloadavg()[0]:.1f}."
    )


def cpu_seconds() -> float:
    """Return the CPU this process has used so far, all its threads, user and system."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_mebibytes() -> float:
    """Return the most memory this process ever held; on Linux not what its parent held before it."""
    status = Path("/proc/self/status")
    if status.exists():
        return _kibibytes(status, "VmHWM") / _KIBIBYTES_IN_A_MEBIBYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIBIBYTES_IN_A_MEBIBYTE


def cpu_seconds_of(process: int) -> float:
    """Return the CPU another process has used so far, the children it has waited for included."""
    stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    fields = stat.rpartition(")")[2].split()  # the name may hold spaces; fields 14 to 17 of proc(5) follow it
    return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")


def children() -> Iterator[int]:
    """Yield the numbers of this process's own children."""
    for tasks in Path("/proc/self/task").glob("*/children"):
        yield from (int(number) for number in tasks.read_text(encoding="ascii").split())


def _memory_gibibytes() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024 / _KIBIBYTES_IN_A_GIBIBYTE


def _kibibytes(file: Path, name: str) -> int:
    line = next(line for line in file.read_text(encoding="ascii").splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1])
