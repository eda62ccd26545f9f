"""One file per fictional council: everything that is invented about it."""

from sample_data.generator.councils.loddonvale import LODDONVALE
from sample_data.generator.councils.nenebridge import NENEBRIDGE
from sample_data.generator.councils.ouseford import OUSEFORD
from sample_data.generator.councils.thamesmere import THAMESMERE
from sample_data.generator.councils.trentside import TRENTSIDE
from sample_data.generator.profile import CouncilProfile

COUNCILS: dict[str, CouncilProfile] = {
    profile.key: profile for profile in (TRENTSIDE, NENEBRIDGE, LODDONVALE, OUSEFORD, THAMESMERE)
}
"""Every fictional council by key."""
