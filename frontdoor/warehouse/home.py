"""One council's home: the generation in force, and the one draft at a time that may follow it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from frontdoor.errors import BusyError
from frontdoor.strategy.council import Council
from frontdoor.warehouse import files
from frontdoor.warehouse.draft import PRIVATE_FOLDER, Draft
from frontdoor.warehouse.pointer import read_pointer


@dataclass(frozen=True, slots=True)
class Home:
    """A council and the folder its data lives in."""

    council: Council
    folder: Path

    def current(self) -> int | None:
        """Return the generation in force; None before the first load."""
        return read_pointer(self.folder).generation

    def records_file(self, generation: int) -> Path:
        return files.records_file(self.folder, generation)

    def marts_file(self, generation: int) -> Path:
        return files.marts_file(self.folder, generation)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the council's lock, which the kernel lets go of when the process ends; BusyError where another holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / "lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise BusyError(
                f"Another load for {self.council.name} is running. Try again when it has finished."
            ) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def draft(self) -> Iterator[Draft]:
        """Give a private draft under the lock; whatever was not published is removed on the way out."""
        with self.locked():
            try:
                draft = Draft(self.council, self.folder, read_pointer(self.folder))
            except BaseException:
                files.remove_folder(self.folder / PRIVATE_FOLDER)
                raise
            try:
                yield draft
            finally:
                draft.close()
