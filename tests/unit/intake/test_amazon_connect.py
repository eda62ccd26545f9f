"""Contact records arrive at least once, in UTC, with agents and numbers in them that must not be kept."""

from datetime import datetime

HEAD = (
    "ContactId,InitialContactId,LastUpdateTimestamp,InitiationTimestamp,Channel,InitiationMethod,Queue.Name,Queue.EnqueueTimestamp,"
    "Queue.Duration,Agent.Username,Agent.ConnectedToAgentTimestamp,Agent.AgentInteractionDuration,Agent.CustomerHoldDuration,"
    "Agent.AfterContactWorkDuration,CustomerEndpoint.Address\n"
)
ANSWERED = "a1,,{0},2025-07-01T08:59:30Z,VOICE,INBOUND,Council tax,2025-07-01T09:00:00Z,30,jo,2025-07-01T09:00:30Z,200,15,40,+441632960123\n"
ABANDONED = "a2,a1,2025-07-01T09:10:00Z,2025-07-01T09:00:00Z,VOICE,TRANSFER,Housing,2025-07-01T09:01:00Z,95,,,,,,+441632960123\n"
OUTBOUND = (
    "a3,,2025-07-01T09:10:00Z,2025-07-01T09:00:00Z,VOICE,OUTBOUND,,,,jo,2025-07-01T09:00:30Z,60,,,+441632960123\n"
)
LOST = "a4,,2025-07-01T09:10:00Z,2025-07-01T09:00:00Z,CHAT,INBOUND,,,,,,,,,\n"


def test_the_latest_of_records_delivered_twice_stands(take):
    early, late = (
        ANSWERED.format("2025-07-01T09:05:00Z"),
        ANSWERED.format("2025-07-01T09:10:00Z").replace(",200,", ",210,"),
    )
    taken = take(HEAD + late + early, "amazon_connect")
    assert taken.rows("contact_id, updated_at, seconds_handled") == [("a1", datetime(2025, 7, 1, 9, 10), 265)]
    assert taken.checked.duplicates == 1


def test_outcomes_waits_and_the_conversation_are_worked_out(take):
    taken = take(HEAD + ANSWERED.format("2025-07-01T09:05:00Z") + ABANDONED + OUTBOUND + LOST, "amazon_connect")
    names = "contact_id, conversation_id, channel, queue, outcome, seconds_waited, seconds_handled, started_local, is_customer_contact"
    assert taken.rows(names) == [
        ("a1", None, "phone", "Council tax", "answered", 30, 255, datetime(2025, 7, 1, 9, 59, 30), True),
        ("a2", "a1", "phone", "Housing", "abandoned", 95, None, datetime(2025, 7, 1, 10, 0), True),
        ("a3", None, "phone", "unknown", "answered", None, 60, datetime(2025, 7, 1, 10, 0), False),
        ("a4", None, "chat", "unknown", "other", None, None, datetime(2025, 7, 1, 10, 0), True),
    ]  # fmt: skip


def test_nothing_about_agents_is_read(take):
    taken = take(HEAD + ANSWERED.format("2025-07-01T09:05:00Z"), "amazon_connect")
    assert "Agent.Username" not in taken.source.their_names
    assert "jo" not in [value for row in taken.rows("*") for value in row]
