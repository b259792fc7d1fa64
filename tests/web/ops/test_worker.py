from datetime import UTC, datetime

from sqlalchemy import text

from portal.ops.worker import Worker

COUNT = text("SELECT count(*) FROM rate_counter WHERE key = 'job'")


def write(session, moment):
    session.execute(
        text("INSERT INTO rate_counter (key, window_start, count) VALUES ('job', '2026-01-01', 1)")
    )
    return 1


def test_what_a_job_did_is_committed(database, session, clock):
    done = []
    worker = Worker(database, [lambda s, now: 0 if done else done.append(1) or write(s, now)], clock)

    assert worker.run_once() == (1, 0)
    assert session.scalar(COUNT) == 1


def test_a_job_that_fails_is_rolled_back_and_the_others_go_on(database, session, clock):
    ran = []

    def broken(s, now):
        write(s, now)
        raise RuntimeError("mail server is down")

    worker = Worker(database, [broken, lambda s, now: ran.append(now) or 0], clock)

    assert worker.run_once() == (0, 1)
    assert ran == [datetime(2026, 11, 23, 10, 0, tzinfo=UTC)]
    assert session.scalar(COUNT) == 0


def test_rounds_go_on_until_nothing_is_due(database, clock):
    waiting = [3, 2, 0]

    assert Worker(database, [lambda s, now: waiting.pop(0)], clock).run_once() == (5, 0)
    assert waiting == []


def test_a_stopped_worker_finishes_its_round(database, clock):
    worker = Worker(database, [], clock)
    rounds = []

    def job(s, now):
        rounds.append(now)
        worker.stopped.set()
        return 1

    worker.jobs = [job]
    worker.run_until_stopped()

    assert len(rounds) == 1
