"""Open311, FixMyStreet and Dynamics 365: columns as documented, what is personal, and what cannot be told."""

from datetime import date, datetime

OPEN311 = "service_request_id,status,service_name,agency_responsible,requested_datetime,updated_datetime,expected_datetime,description,address"
FIXMYSTREET = (
    "Report ID,Title,Detail,User Name,Category,Created,Confirmed,Acknowledged,Fixed,Closed,Status,Latitude,Longitude,"
    "Query,Ward,Easting,Northing,Report URL,Device Type,Site Used,Reported As"
)
DYNAMICS = "IncidentId,TicketNumber,Title,CaseOriginCode,CaseTypeCode,CreatedOn,ModifiedOn,FollowupBy,CustomerId"


def test_open311_is_dated_on_the_councils_clock_and_says_nothing_of_channels(take):
    taken = take(
        f"{OPEN311}\n7,open,Pothole,Highways,2026-07-01T23:30:00Z,2026-07-02T08:00:00Z,2026-07-20T17:00:00+01:00,By me,12 High Street\n",
        "open311",
    )
    assert taken.rows("contact_id, activity_date, service, reason, channel, promised_date, completed_at") == [
        ("7", date(2026, 7, 2), "Highways", "Pothole", "other", date(2026, 7, 20), None)
    ]
    assert "High Street" not in str(taken.rows("*"))


def test_fixmystreet_reads_no_names_and_takes_the_first_of_several_wards(take):
    rows = [
        (
            '1,Hole,"Deep, near Ann Smith",Ann Smith,Potholes,2026-03-01T10:00:00,2026-03-01T10:05:00,2026-03-02T09:00:00,'
            '2026-03-09T12:00:00,,fixed - council,51.1,-1.1,RG1 1AA,"Abbey, Battle",1,2,https://x,iOS,reading,'
        ),
        (
            "2,Bin,Full,(anonymous),Bins,2026-03-01T10:00:00,2026-03-01T10:05:00,,,2026-03-04T12:00:00,closed,51.1,-1.1,"
            "RG1 1AA,Battle,1,2,https://x,website,reading,another_user"
        ),
        (
            "3,Bin,Full,(anonymous),Bins,2026-03-01T10:00:00,2026-03-01T10:05:00,,,2026-02-04T12:00:00,closed,51.1,-1.1,"
            "RG1 1AA,,1,2,https://x,Something new,reading,"
        ),
    ]
    taken = take("\n".join([FIXMYSTREET, *rows]) + "\n", "fixmystreet")
    assert taken.rows("contact_id, ward, channel, service, completed_date") == [
        ("1", "Abbey", "app", "Potholes", date(2026, 3, 9)),
        ("2", "Battle", "web", "Bins", date(2026, 3, 4)),
        ("3", "unknown", "web", "Bins", None),
    ]
    assert taken.rows("replied_at", "contact_id = '1'") == [(datetime(2026, 3, 2, 9, 0),)]
    assert [str(one) for one in taken.findings("several_values")] == [
        "1 rows: several stand in ward; the first was taken."
    ]
    assert not any(word in str(taken.rows("*")) for word in ("Ann", "RG1", "Deep"))


def test_dynamics_origins_are_known_by_label_and_by_number(take):
    rows = [
        "a1,CAS-1,Angry man,1,2,2026-07-01T23:30:00Z,2026-07-02T08:00:00Z,2026-07-10T00:00:00Z,c-77",
        "a2,CAS-2,Nice man,Email,Request,2026-01-05 09:00:00,,,c-77",
        "a3,CAS-3,Odd,Carrier pigeon,,2026-01-05 09:00:00,,,c-78",
    ]
    taken = take("\n".join([DYNAMICS, *rows]) + "\n", "dynamics_cases")
    assert taken.rows("contact_id, channel, reason, activity_date, case_id, promised_date") == [
        ("a1", "phone", "Problem", date(2026, 7, 2), "CAS-1", date(2026, 7, 10)),
        ("a2", "email", "Request", date(2026, 1, 5), "CAS-2", None),
    ]
    assert [(line, column) for line, column, _ in taken.rejects()] == [(4, "CaseOriginCode")]
    assert len({row[0] for row in taken.rows("customer")}) == 1
    assert "man" not in str(taken.rows("*"))
