"""Every error Frontdoor raises on purpose: something a person can put right, said in plain English.

FrontdoorError
├── StrategyError          a file in strategies/ or a council.toml says something impossible
├── SourceError            a file in sources/ says something impossible
├── IntakeError            a file cannot be loaded
│   ├── UnreadableFileError    it is not a table we can read
│   ├── AlreadyLoadedError     the very same file was loaded before
│   └── UndeclaredOverlapError two sources claim the same counts and nobody said which counts
├── WarehouseError         the stored data cannot be used
│   ├── NoDataError            nothing has been loaded yet
│   └── BusyError              another load is running
├── CannotTellError        the data held cannot answer this question; carries the reason
├── RegisterError          a decision cannot be written or read
├── AccessError            this audience may not see this
└── PackError              a pack or a file of it cannot be made
"""


class FrontdoorError(Exception):
    """Something a person can put right; the message says where it is and what to do."""


class StrategyError(FrontdoorError):
    """A strategy or council file says something impossible; `place` is the dotted key it is about, `advice` what to do."""

    def __init__(self, message: str, place: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.place, self.advice = place, advice


class SourceError(FrontdoorError):
    """A source file says something impossible."""


class IntakeError(FrontdoorError):
    """A file cannot be loaded; nothing was changed."""


class UnreadableFileError(IntakeError):
    """The file is not a table that can be read."""


class AlreadyLoadedError(IntakeError):
    """The very same file was loaded before."""


class UndeclaredOverlapError(IntakeError):
    """Two sources claim the same counts and no council file says which one counts."""


class WarehouseError(FrontdoorError):
    """The stored data cannot be used."""


class NoDataError(WarehouseError):
    """Nothing has been loaded for this council."""


class BusyError(WarehouseError):
    """Another load is running."""


class CannotTellError(FrontdoorError):
    """The data held cannot answer the question; the message is the reason, fit to be shown."""


class RegisterError(FrontdoorError):
    """A decision cannot be written or read."""


class AccessError(FrontdoorError):
    """This audience may not see this."""


class PackError(FrontdoorError):
    """A pack, or one file of it, cannot be made; nothing was written."""
