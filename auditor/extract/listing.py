"""What a ZIP archive holds, by the names of its members: nothing in it is opened, so its text stays unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.about import clean
from auditor.extract.leaves import EnoughError, Leaves
from auditor.extract.office.archive import Archive
from auditor.facts import Document, DocumentState
from auditor.thai.filenames import file_name_of

if TYPE_CHECKING:
    from auditor.config import DocumentLimits

_UTF8 = 0x800
_LOCKED = 1


def read_zip(body: bytes, limits: DocumentLimits) -> Document:
    """The names of the members, a line each, in the archive's order; folders are left out."""
    archive = Archive(body, limits)
    leaves = Leaves(limits)
    files = [member for member in archive.members if not member.is_dir()]
    try:
        for member in files:
            # Python reads names that are not marked as UTF-8 in the code page of MS-DOS; take the bytes back.
            name = member.orig_filename
            if not member.flag_bits & _UTF8:
                name = file_name_of(name.encode("cp437", "replace"))
            leaves.add(clean(" ".join(name.replace("\\", "/").split())))
            leaves.gap("\n")
    except EnoughError:
        pass
    locked = bool(files) and all(member.flag_bits & _LOCKED for member in files)
    return Document(
        kind="zip",
        state=DocumentState.ENCRYPTED if locked else DocumentState.UNSUPPORTED,
        detail=f"an archive of {len(files)} files",
        text=leaves.pages(),
        truncated=leaves.truncated,
    )
