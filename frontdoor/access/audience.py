"""The readers figures are made for."""

from enum import StrEnum


class Audience(StrEnum):
    """Who reads; a figure is worked out for one audience and is the same for it on screen, in a pack and in JSON.

    OFFICER    performance officers, who load the data: exact counts, small ones hidden where people are few
    MEMBER     elected members on their own screens: the same figures as officers, and no work lists
    COMMITTEE  a meeting and its papers, which are published: as members, and small-area counts are rounded
    PUBLIC     anybody: small counts hidden everywhere and every count rounded

    The table of what is hidden and rounded is in disclosure.py; its reasons are in docs/decisions/0705.
    """

    OFFICER = "officer"
    MEMBER = "member"
    COMMITTEE = "committee"
    PUBLIC = "public"
