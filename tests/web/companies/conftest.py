"""Companies as an editor would change them."""

import pytest

from portal.records.actions import change_records
from portal.records.changes import FactChange, RecordChange
from portal.records.states import Level


@pytest.fixture
def change(session, clock):
    """`change("devold", facts={"employees": 5}, state=…)`: a declared, undated fact each."""

    def apply(id_, facts=None, kind="company", **columns):
        clock.advance(hours=1)
        said = {key: FactChange(value, Level.DECLARED) for key, value in (facts or {}).items()}
        changes = [RecordChange(id_, kind, columns, said)]
        change_records(session, changes, kind="edit", by="person:1", now=clock())
        session.commit()

    return apply
