"""The worker's loop: it does what is due, again and again, and survives the failure of any one job."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from types import FrameType

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from portal.db.session import Database

log = logging.getLogger("portal.worker")
PAUSE_S = 5.0
Job = Callable[[Session, datetime], int]
"""Does what is due at a moment and returns how many things that were. May commit in between."""


class Worker:
    """Runs the jobs in order. Each has a session of its own, committed after it."""

    def __init__(self, database: Database, jobs: Sequence[Job], clock: Callable[[], datetime]) -> None:
        self.database = database
        self.jobs = jobs
        self.clock = clock
        self.stopped = threading.Event()

    def round(self) -> tuple[int, int]:
        """Each job once: how many things were done, how many jobs failed."""
        outcomes = [self._run(job) for job in self.jobs]
        return sum(done for done in outcomes if done is not None), outcomes.count(None)

    def run_once(self) -> tuple[int, int]:
        """Rounds until nothing is due any more, or a job fails."""
        total = 0
        while True:
            done, failed = self.round()
            total += done
            if failed or not done:
                return total, failed

    def run_until_stopped(self) -> None:
        """Rounds with a pause, until SIGTERM or SIGINT; the round that has begun is finished."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        log.info("worker started")
        while not self.stopped.is_set():
            done, failed = self.round()
            if failed or not done:
                self.stopped.wait(PAUSE_S)
        log.info("worker stopped")

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopped.set()

    def _run(self, job: Job) -> int | None:
        session = self.database.write_session()
        try:
            done = job(session, self.clock())
            session.commit()
            return done
        except Exception as error:
            session.rollback()
            _report(job, error)
            return None
        finally:
            session.close()


def _report(job: Job, error: Exception) -> None:
    """One line for a database that is away or not migrated, the whole story for a failure nobody foresaw."""
    fields = {"job": getattr(job, "__name__", str(job))}
    if isinstance(error, DatabaseError):
        fields["reason"] = str(error.orig).strip().splitlines()[0]
        log.error("job failed", extra={"fields": fields})
    else:
        log.error("job failed", extra={"fields": fields}, exc_info=error)
