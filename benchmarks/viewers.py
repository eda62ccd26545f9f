"""Many readers of one server: a hundred who change a filter every five seconds, and fifty who come at once.

A reader here speaks what a browser speaks, without drawing anything, so that the server alone is measured.
"""

import asyncio
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks import machine
from benchmarks.child import in_child
from benchmarks.report import Section, against, middle, ninety_fifth

VIEWERS, CLICKS_EACH, THINK = 100, 5, 5.0  # seconds between two clicks of a reader
COLD = 50
GOAL = 300.0  # ms, p95: DESIGN.md
CHOICES = ("Period before", "Nothing", "Last year")
LONGEST = 120  # seconds for one run
MOST_BYTES = 1 << 24  # of one message


@dataclass(slots=True)
class Reader:
    """One session: what it has been sent that it must send back."""

    connection: ClientConnection
    url: str
    radio: str = ""
    page: str = ""
    kept: set[str] = field(default_factory=set)
    troubles: int = 0

    async def run(self, choice: str | None) -> float:
        """Ask for a run and return the ms until its end; `choice` is what is clicked, None for the first run."""
        began = monotonic()
        await self.connection.send(self._asked(choice).SerializeToString())
        while True:
            raw = await asyncio.wait_for(self.connection.recv(decode=False), LONGEST)
            message = ForwardMsg.FromString(raw)
            self._note(message)
            if message.WhichOneof("type") == "script_finished":
                return (monotonic() - began) * 1000

    def _asked(self, choice: str | None) -> BackMsg:
        asked = BackMsg()
        state = asked.rerun_script
        state.context_info.url, state.context_info.locale, state.context_info.color_scheme = self.url, "en-GB", "light"
        state.page_name = "" if self.page else self.url.rpartition("/")[2]
        state.page_script_hash = self.page
        state.cached_message_hashes.extend(sorted(self.kept))
        if choice:
            state.widget_states.widgets.add(id=self.radio, string_value=choice)
        return asked

    def _note(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.page = message.navigation.page_script_hash
        if message.metadata.cacheable:
            self.kept.add(message.hash)
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            self.troubles += element.WhichOneof("type") == "exception"
            if element.WhichOneof("type") == "radio" and element.radio.id.endswith("-compare"):
                self.radio = element.radio.id

    @classmethod
    async def come(cls, address: str) -> Self:
        """Open a session on the page of one measure."""
        where = address.replace("http", "ws") + "/_stcore/stream"
        origin, subprotocol = address, "streamlit"
        line = await connect(where, origin=origin, subprotocols=[subprotocol], max_size=MOST_BYTES)  # type: ignore[arg-type,list-item]
        return cls(line, f"{address}/measures")


def read_for_a_while(address: str) -> dict[str, list[float]]:
    """Let the viewers come one after another and click; return the ms of each click, and how many went wrong."""
    return asyncio.run(_viewers(address))


def come_at_once(address: str) -> dict[str, list[float]]:
    """Let all come in the same moment; return the ms until each had its first page, and how many went wrong."""
    return asyncio.run(_cold(address))


async def _viewers(address: str) -> dict[str, list[float]]:
    readers = await asyncio.gather(*(_first(address, index * THINK / VIEWERS) for index in range(VIEWERS)))
    chance = random.Random(1)
    clicks = await asyncio.gather(*(_clicks(reader, chance.uniform(0, THINK)) for reader in readers))
    return {"took": [one for each in clicks for one in each], "troubles": [float(sum(r.troubles for r in readers))]}


async def _first(address: str, after: float) -> Reader:
    await asyncio.sleep(after)
    reader = await Reader.come(address)
    await reader.run(None)
    return reader


async def _clicks(reader: Reader, after: float) -> list[float]:
    await asyncio.sleep(after)
    took = []
    for index in range(CLICKS_EACH):
        took.append(await reader.run(CHOICES[index % len(CHOICES)]))
        await asyncio.sleep(THINK)
    await reader.connection.close()
    return took


async def _cold(address: str) -> dict[str, list[float]]:
    async def first() -> tuple[float, int]:
        began = monotonic()
        reader = await Reader.come(address)
        await reader.run(None)
        took = (monotonic() - began) * 1000
        await reader.connection.close()
        return took, reader.troubles

    ended = await asyncio.gather(*(first() for _ in range(COLD)))
    return {"took": [took for took, _ in ended], "troubles": [float(sum(troubles for _, troubles in ended))]}


def viewing(address: str, process: int) -> Iterator[Section]:
    """Measure both against a running server."""
    cold = in_child(come_at_once, address).told
    cpu = machine.cpu_seconds_of(process)
    many = in_child(read_for_a_while, address).told
    each = (machine.cpu_seconds_of(process) - cpu) / (VIEWERS * (CLICKS_EACH + 1)) * 1000
    slowest = ninety_fifth(many["took"])
    yield Section(
        "Many readers of one server",
        f"{VIEWERS} sessions that change the comparison every {THINK:g} s, {CLICKS_EACH} times each, and {COLD} sessions "
        "that come in the same moment; sessions speak the browser's protocol, so no browser takes part.",
        ("what", "median", "p95", "goal", "result"),
        (
            (f"{VIEWERS} viewers, ms a click", f"{middle(many['took']):.0f}", f"{slowest:.0f}", f"p95 {GOAL:g}", against(slowest, GOAL)),
            ("errors shown to them", f"{many['troubles'][0]:.0f}", "", "0", against(many["troubles"][0], 0)),
            ("server CPU a run, ms", f"{each:.0f}", "", "", ""),
            (f"{COLD} cold sessions, ms to the first page", f"{middle(cold['took']):.0f}", f"{ninety_fifth(cold['took']):.0f}", "", ""),
            ("errors shown to them", f"{cold['troubles'][0]:.0f}", "", "0", against(cold["troubles"][0], 0)),
        ),
    )  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(read_for_a_while(sys.argv[1])))
