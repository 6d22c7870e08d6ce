"""Cases of any shape, to be written as entities."""

import os

from hypothesis import HealthCheck, reject, settings
from hypothesis import strategies as st

from tests.builders import State, new_records
from viewer.domain.ids import new_id
from viewer.domain.records import KINDS, Case
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary import CaseSummary, summarise
from viewer.errors import LeakError

_KINDS = [kind for kind in KINDS if kind != "case"]
#: Each is a whole case; `EXAMPLES=1000` looks harder.
FEW = settings(
    max_examples=int(os.environ.get("EXAMPLES", "20")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def given_to(view: Snapshot, audience: str) -> CaseSummary:
    """What an audience is given of a case; no example where that is refused."""
    try:
        return summarise(view, audience)
    except LeakError:
        reject()


@st.composite
def cases(draw: st.DrawFn) -> Snapshot:
    state = State(Case(id=new_id()))
    state.follow(new_records(draw, state, _KINDS * draw(st.integers(1, 2))))
    return Snapshot(state.records.values())
