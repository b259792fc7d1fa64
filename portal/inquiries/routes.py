"""The inquiry form and the page that confirms it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import MultiDict

from portal.i18n import LazyText, lazy
from portal.inquiries.actions import Draft, record_inquiry
from portal.inquiries.desk import desk_of, office_hours
from portal.inquiries.emails import page_url
from portal.inquiries.forms import InquiryForm
from portal.inquiries.models import QUESTION_LENGTH
from portal.inquiries.queries import find_by_nonce, find_by_reference, find_subjects
from portal.inquiries.rules import due_at, parse_reference
from portal.inquiries.wording import find_field, moment_words, question_text
from portal.records.fields import Field
from portal.records.views import RecordView
from portal.web.csrf import token_in_form
from portal.web.fields import clean
from portal.web.limits import allow, remote_address
from portal.web.logs import request_id
from portal.web.public_forms import token_age_s
from portal.web.request import database, keep_typed, lang, now, region, session, settings

bp = Blueprint("inquiries", __name__, url_prefix="/<lang:lang>")

HOUR = timedelta(hours=1)
FROM_ONE_ADDRESS = 40
TO_ONE_EMAIL = 10
MOST_FIELDS = 60
FIELD_KEY = re.compile(r"[a-z0-9_]{2,40}")
TRAPPED = lazy(
    "Nothing was sent: a field that people do not see was filled in, perhaps by your browser. "
    "It is empty again, so please send the form once more."
)
TOO_MANY = lazy(
    "Nothing was sent: too many inquiries came from your network or e-mail address in this hour. "
    "What you wrote is still here. Send it later, or write to us by e-mail."
)


@dataclass(frozen=True)
class Subject:
    """What an inquiry is about: records, fields asked for, and the words nobody could place."""

    records: tuple[RecordView, ...]
    fields: tuple[Field, ...]
    unknown: tuple[str, ...]

    @property
    def draft_key(self) -> str:
        """Under which the browser keeps what was typed about just this."""
        return " ".join([*(record.id for record in self.records), *(field.key for field in self.fields)])


def read_subject(sites: Sequence[str], fields: Sequence[str], without: str = "") -> Subject:
    """The subject that an address or a form names, `without` one of its records."""
    wanted = list(dict.fromkeys(id_ for id_ in sites if id_ and id_ != without))
    with database().reading() as reading:  # not the request's session: counting must come before it writes
        records = tuple(find_subjects(reading, wanted))
    kinds = dict.fromkeys([*(record.kind for record in records), "site"])
    found = {key: find_field(key, kinds) for key in dict.fromkeys(fields[:MOST_FIELDS])}
    known = {record.id for record in records}
    unknown = [*(id_ for id_ in wanted if id_ not in known), *(key for key in found if found[key] is None)]
    return Subject(
        records=records,
        fields=tuple(field for field in found.values() if field is not None),
        unknown=tuple(clean(word)[:40] for word in unknown[:10]),
    )


@bp.get("/inquire")
def form() -> Response:
    """The form, about the sites and with the questions that the address names."""
    return _prefilled(request.args)


@bp.post("/inquire")
@token_in_form
def send() -> Response:
    """Take the inquiry, or show the form again with everything that was typed."""
    if "continue" in request.form:
        return _prefilled(request.form)
    subject = read_subject(
        request.form.getlist("site"), request.form.getlist("asked"), request.form.get("remove", "")
    )
    typed = InquiryForm()
    keep_typed(lambda problem: _page(typed, subject, problem))
    if "remove" in request.form:
        return make_response(_page(typed, subject))
    if not typed.validate():
        return make_response(_page(typed, subject, typed.problem), 422)
    if typed.trapped:
        typed.homepage.data = ""
        return make_response(_page(typed, subject, TRAPPED), 422)
    return _take(typed, subject)


def _take(typed: InquiryForm, subject: Subject) -> Response:
    draft = _draft(typed, subject)
    mark = draft.mark(typed.sending)
    with database().reading() as reading:
        repeated = find_by_nonce(reading, mark)
    if repeated is not None:
        return _received(repeated.reference)
    left_s = _seconds_until_allowed(draft.email)
    if left_s is not None:
        response = make_response(_page(typed, subject, TOO_MANY), 429)
        response.headers["Retry-After"] = str(left_s)
        return response
    desk = desk_of(region(), settings(), _base_url())
    inquiry = record_inquiry(session(), draft, mark=mark, desk=desk, now=now(), request_id=request_id())
    return _received(inquiry.reference)


def _seconds_until_allowed(email: str) -> int | None:
    left_s = allow("inquiry-address", remote_address(), limit=FROM_ONE_ADDRESS, window=HOUR)
    if left_s is None:
        left_s = allow("inquiry-email", email, limit=TO_ONE_EMAIL, window=HOUR)
    return left_s


def _received(reference: str) -> Response:
    response: Response = redirect(url_for("inquiries.received", reference=reference), 303)  # type: ignore[assignment]
    return response


def _draft(typed: InquiryForm, subject: Subject) -> Draft:
    return Draft(
        language=lang(),
        name=typed.name.data or "",
        email=typed.email.data,
        question=typed.question.data,
        company=typed.company.data or "",
        country=typed.country.data or "",
        phone=typed.phone.data or "",
        code_name=typed.code_name.data or "",
        needs=typed.needs(),
        asked=tuple(field.key for field in subject.fields),
        records=subject.records,
    )


def _base_url() -> str:
    return settings().base_url or request.url_root.rstrip("/")


def _prefilled(given: MultiDict[str, str]) -> Response:
    """The form before anything was sent: `question` is a field's key, repeatable, or the question's words."""
    said = given.getlist("question")
    keys = [*(word for word in said if FIELD_KEY.fullmatch(word)), *given.getlist("asked")]
    subject = read_subject(given.getlist("site"), keys)
    words = [clean(word) for word in said if not FIELD_KEY.fullmatch(word)]
    question = "\n".join(filter(None, words)) or question_text(subject.fields, subject.records)
    values: Mapping[str, Any] = {
        "question": question[:QUESTION_LENGTH],
        "email": " ".join(clean(given.get("email")).split())[:254],
    }
    free = bool(words or values["email"])
    return make_response(_page(InquiryForm(formdata=None, data=values), subject, free=free))


def _page(
    typed: InquiryForm, subject: Subject, problem: LazyText | None = None, *, free: bool = False
) -> str:
    """The page with the form. `free`: another page gave words that nothing kept may replace."""
    hours = office_hours(region())
    return render_template(
        "inquiries/form.html",
        form=typed,
        token=_token(typed),
        subject=subject,
        problem=problem,
        free=free,
        due=moment_words(due_at(now(), hours), hours.time_zone),
        controller=settings().controller,
        most_characters=QUESTION_LENGTH,
        page_of=_page_of,
    )


def _token(typed: InquiryForm) -> str:
    """The form's token: the sent one while it is good, so that the shortest time is not begun anew."""
    sent = request.form.get("csrf_token", "")
    good = typed.is_submitted() and "csrf_token" not in typed.errors and token_age_s(sent) is not None
    return sent if good else str(generate_csrf())


def _page_of(record: RecordView) -> str:
    return page_url(record, "", lang())


@bp.get("/inquire/received/<reference>")
def received(reference: str) -> Response:
    """That an inquiry was received, and by when a person answers. No personal data."""
    parsed = parse_reference(reference)
    inquiry = find_by_reference(session(), parsed) if parsed else None
    if inquiry is None:
        response = make_response(render_template("inquiries/unknown.html", reference=parsed), 404)
    else:
        values = {
            "reference": inquiry.reference,
            "due": moment_words(inquiry.due_at, region().time_zone),
            "late": inquiry.due_at < now() and inquiry.first_answer_at is None,
            "answered": inquiry.first_answer_at is not None,
            "page_of": _page_of,
            "about": find_subjects(session(), [site.record_id for site in inquiry.sites]),
        }
        response = make_response(render_template("inquiries/received.html", **values))
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "no-store"
    return response
