"""RELIABILITY_RULES 13: children that read documents are bounded, replaced and never left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from auditor.config import MB, DocumentLimits
from auditor.extract import Worker
from auditor.facts import DocumentState

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F 12 Tf 20 200 Td (A plan for the year) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""


def children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += map(int, (task / "children").read_text().split())
    return [child for child in found if b"auditor.extract.child" in Path(f"/proc/{child}/cmdline").read_bytes()]


def folder_of(pid: int) -> Path:
    return Path(f"/proc/{pid}/cwd").readlink()


def exists(folder: Path) -> bool:
    return folder.exists()


def is_gone(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return not status.exists() or "State:\tZ" in status.read_text()


async def gone(pid: int) -> bool:
    for _ in range(200):
        if is_gone(pid):
            return True
        await asyncio.sleep(0.05)
    return False


def flate_pdf(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    head, _, rest = PDF.partition(b"4 0 obj")
    tail = rest[rest.index(b"endobj") :]
    stream = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream " % (len(packed), packed)
    return head + stream + tail


async def test_rule_13_a_child_is_kept_alive_between_documents() -> None:
    async with Worker(DocumentLimits()) as worker:
        first = await worker.read("pdf", PDF)
        before = children(os.getpid())
        second = await worker.read("pdf", PDF)
        after = children(os.getpid())
    assert first.text == ("A plan for the year",)
    assert first == second
    assert before == after
    assert len(before) == 1


async def test_rule_13_no_child_and_no_folder_is_left_behind() -> None:
    async with Worker(DocumentLimits()) as worker:
        await asyncio.gather(*(worker.read("pdf", PDF) for _ in range(4)))
        left = children(os.getpid())
        folders = [folder_of(pid) for pid in left]
    assert left
    assert all([await gone(pid) for pid in left])
    assert not any(map(exists, folders))


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGSEGV])
async def test_rule_13_a_child_that_died_is_replaced(ending: signal.Signals) -> None:
    async with Worker(DocumentLimits()) as worker:
        await worker.read("pdf", PDF)
        (pid,) = children(os.getpid())
        os.kill(pid, ending)
        await gone(pid)
        await worker.read("pdf", PDF)
        after = await worker.read("pdf", PDF)
        assert pid not in children(os.getpid())
    assert after.state is DocumentState.OK


async def test_rule_13_a_child_that_hangs_is_killed_at_its_wall_time() -> None:
    async with Worker(DocumentLimits(wall_seconds=1.0)) as worker:
        await worker.read("pdf", PDF)
        (pid,) = children(os.getpid())
        os.kill(pid, signal.SIGSTOP)
        hung = await worker.read("pdf", PDF)
        assert await gone(pid)
    assert (hung.state, hung.detail) == (DocumentState.LIMITED, "wall time")


async def test_rule_13_a_crash_while_reading_costs_only_that_document() -> None:
    async with Worker(DocumentLimits()) as worker:
        await worker.read("pdf", PDF)
        (pid,) = children(os.getpid())
        os.kill(pid, signal.SIGSTOP)
        reading = asyncio.create_task(worker.read("pdf", PDF))
        await asyncio.sleep(0.1)
        os.kill(pid, signal.SIGSEGV)
        os.kill(pid, signal.SIGCONT)
        crashed = await reading
        fine = await worker.read("pdf", PDF)
    assert (crashed.state, crashed.detail) == (DocumentState.DAMAGED, "reader ended by SIGSEGV")
    assert fine.state is DocumentState.OK


async def test_rule_13_processor_time_is_bounded() -> None:
    page = b"<p></p></p></p>" * 300_000
    async with Worker(DocumentLimits(cpu_seconds=1)) as worker:
        found = await worker.parse_html(page, "https://a.go.th/", None)
        fine = await worker.read("pdf", PDF)
    assert (found.blocks, found.truncated) == ((), True)
    assert fine.state is DocumentState.OK


async def test_rule_13_memory_is_bounded() -> None:
    bomb = flate_pdf(b"BT /F 12 Tf (A) Tj ET\n" * 5_000_000)
    async with Worker(DocumentLimits(memory_bytes=48 * MB)) as worker:
        found = await worker.read("pdf", bomb)
        fine = await worker.read("pdf", PDF)
    assert found.state in {DocumentState.LIMITED, DocumentState.DAMAGED}
    assert fine.state is DocumentState.OK


async def test_rule_13_the_event_loop_stays_free_while_a_child_works() -> None:
    ticks = 0
    async with Worker(DocumentLimits(wall_seconds=1.0)) as worker:
        await worker.read("pdf", PDF)
        (pid,) = children(os.getpid())
        os.kill(pid, signal.SIGSTOP)
        reading = asyncio.create_task(worker.read("pdf", PDF + b" " * (8 * MB)))
        while not reading.done():
            await asyncio.sleep(0.01)
            ticks += 1
    assert ticks > 10


async def test_rule_25_a_cancelled_reading_leaves_no_child() -> None:
    async with Worker(DocumentLimits()) as worker:
        await worker.read("pdf", PDF)
        (pid,) = children(os.getpid())
        os.kill(pid, signal.SIGSTOP)
        reading = asyncio.create_task(worker.read("pdf", PDF))
        await asyncio.sleep(0.1)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert await gone(pid)


async def test_rule_25_leaving_ends_a_child_that_is_still_asked() -> None:
    async with Worker(DocumentLimits()) as worker:
        await worker.read("pdf", PDF)
        (pid,) = children(os.getpid())
        os.kill(pid, signal.SIGSTOP)
        reading = asyncio.create_task(worker.read("pdf", PDF))
        await asyncio.sleep(0.1)
    assert await gone(pid)
    assert (await reading).state is DocumentState.LIMITED


async def test_rule_25_a_child_does_not_outlive_a_killed_parent() -> None:
    script = (
        "import asyncio, sys\n"
        "from auditor.config import DocumentLimits\n"
        "from auditor.extract import Worker\n"
        "async def main():\n"
        "    async with Worker(DocumentLimits()) as worker:\n"
        "        await worker.read('pdf', b'x')\n"
        "        print('ready', flush=True)\n"
        "        await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path.cwd()) as parent:  # noqa: ASYNC220, S603 - our own script
        assert parent.stdout is not None
        assert await asyncio.to_thread(parent.stdout.readline) == b"ready\n"
        (pid,) = children(parent.pid)
        parent.kill()
    assert await gone(pid)


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import socket; socket.create_connection(('127.0.0.1', 80), 1)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_rule_13_a_confined_process_has_no_network_and_starts_none(attempt: str) -> None:
    script = (
        "import os, sys\n"
        "from auditor.extract.confine import confine\n"
        f"confine(parent=os.getppid(), memory_bytes=100_000_000)\n"
        f"try:\n    {attempt}\nexcept PermissionError:\n    print('refused')\n"
    )
    command = [sys.executable, "-c", script]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert ended.stdout == "refused\n"
