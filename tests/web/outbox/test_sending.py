from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from portal.mail.message import Message
from portal.mail.senders import Deferred, Unreachable
from portal.outbox.actions import enqueue_mail
from portal.outbox.worker import MOST_ATTEMPTS, pause_after


def test_what_is_due_leaves_once_and_its_text_is_forgotten(server, queue, send, items):
    server.start()
    queue("a@example.org", "b@example.org")

    assert send() == 2
    assert send() == 0
    assert [to for to, _ in server.taken] == [["a@example.org"], ["b@example.org"]]
    assert [item.state for item in items()] == ["sent", "sent"]
    assert [item.payload_j for item in items()] == [{}, {}]
    assert server.message_ids == [item.message_id for item in items()]


def test_a_server_that_is_down_for_an_hour_loses_nothing(server, queue, send, items, clock):
    queue("a@example.org", "b@example.org")
    for _ in range(120):
        assert send() == 0
        clock.advance(seconds=30)

    assert {item.state for item in items()} == {"queued"}
    assert "no connection" in items()[0].last_error
    server.start()
    clock.advance(minutes=30)
    assert send() == 2
    assert len(server.taken) == 2
    assert {item.state for item in items()} == {"sent"}
    assert {item.last_error for item in items()} == {None}


def test_a_server_that_comes_back_at_once_is_found_within_seconds(server, queue, send, clock):
    queue("a@example.org")
    send()
    server.start()
    clock.advance(seconds=6)

    assert send() == 1


def test_greylisting_puts_one_message_off_and_the_others_leave(server, queue, send, items, clock):
    server.start()
    server.answers = ["451 4.7.1 come back later"]
    queue("a@example.org", "b@example.org")

    assert send() == 2
    assert [item.state for item in items()] == ["queued", "sent"]
    assert items()[0].due_at == clock() + timedelta(minutes=1)
    clock.advance(minutes=1)
    assert send() == 1
    assert [to for to, _ in server.taken] == [["b@example.org"], ["a@example.org"]]


def test_a_refused_recipient_is_not_tried_again_and_not_named(server, queue, send, items, clock):
    server.start()
    server.answers = ["550 5.1.1 <a@example.org> unknown"]
    queue("a@example.org", "b@example.org")
    send()
    clock.advance(days=1)

    assert send() == 0
    failed, sent = items()
    assert (failed.state, sent.state) == ("failed", "sent")
    assert failed.last_error == "recipient refused (550)"


def test_a_message_is_given_up_after_many_attempts_with_its_reason(server, queue, send, items, clock):
    queue("a@example.org")
    for _ in range(MOST_ATTEMPTS):
        send()
        clock.advance(minutes=30)

    assert items()[0].state == "failed"
    assert items()[0].attempts == MOST_ATTEMPTS
    assert "no connection" in items()[0].last_error


def test_attempts_go_on_for_days():
    total = sum((pause_after(Unreachable, n) for n in range(1, MOST_ATTEMPTS)), timedelta())

    assert timedelta(days=3) < total < timedelta(days=5)
    assert pause_after(Unreachable, 1) == timedelta(seconds=5)
    assert pause_after(Deferred, 1) == timedelta(minutes=1)
    assert pause_after(Deferred, 500) == timedelta(minutes=30)


def test_a_server_that_closes_with_an_answer_has_not_taken_the_message(server, queue, send, items):
    server.start()
    server.at_data = lambda: "421 closing"
    queue("a@example.org")
    send()

    assert items()[0].state == "queued"
    assert items()[0].last_error == "not taken (421)"


def test_a_message_nobody_can_write_fails_and_holds_up_no_other(server, queue, send, items, opened, clock):
    server.start()
    queue("no address", "b@example.org")

    assert send() == 2
    assert [item.state for item in items()] == ["failed", "sent"]


def test_a_second_message_under_the_same_key_is_refused(queue, opened, clock):
    queue("a@example.org")
    with pytest.raises(IntegrityError):
        queue("a@example.org")


def test_a_message_belongs_to_its_transaction(opened, items, clock):
    with opened.write_session() as session:
        message = Message("a@example.org", "S", "T", "<p>T</p>", "en")
        enqueue_mail(session, message, key="k", mail_from="p@example.org", now=clock())
        session.rollback()

    assert items() == []


def test_four_workers_at_once_send_nothing_twice(server, queue, send, items, in_threads):
    server.start()
    queue(*(f"a{n}@example.org" for n in range(12)))
    in_threads(send, 4)

    assert sorted(to[0] for to, _ in server.taken) == sorted(f"a{n}@example.org" for n in range(12))
    assert {item.state for item in items()} == {"sent"}
