"""Why a reader gives a file up: one exception that carries the state it makes of the file."""

from __future__ import annotations

from auditor.facts import DocumentState


class RefusedError(Exception):
    """A file that is not read further; `state` and `detail` go into its `Document`."""

    def __init__(self, state: DocumentState, detail: str) -> None:
        super().__init__(detail)
        self.state = state
        self.detail = detail


def over_limit(detail: str) -> RefusedError:
    """The file asks for more than we give to one."""
    return RefusedError(DocumentState.LIMITED, detail)


def damaged(detail: str) -> RefusedError:
    """The file is not what its kind should be."""
    return RefusedError(DocumentState.DAMAGED, detail)
