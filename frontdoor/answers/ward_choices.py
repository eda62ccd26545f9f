"""What a reader can choose on My ward: what the map and the trend show."""

from enum import StrEnum


class Show(StrEnum):
    """What the map shows, by the words in the address and on the screen."""

    CONTACTS = "Contacts"
    ONLINE = "Made online"
    FIRST_TIME = "Sorted out first time"
    COMPLAINTS = "Complaints per 1,000 contacts"
    SATISFIED = "People satisfied"

    @property
    def measure(self) -> str:
        """Return the key of the catalogue's measure."""
        return MEASURES[self]


MEASURES = {
    Show.CONTACTS: "contacts",
    Show.ONLINE: "digital_share",
    Show.FIRST_TIME: "first_contact_resolution_recorded",
    Show.COMPLAINTS: "complaints_per_1000_contacts",
    Show.SATISFIED: "share_satisfied",
}
"""The measure behind each choice."""
