"""Forms that anyone may send: a trap for robots, a shortest time, a mark against repeats. No third party.

The time is told by the signed form token, so it cannot be left out.
"""

from __future__ import annotations

import hmac
import time
from typing import Any

from flask import current_app, request, session
from flask_wtf.csrf import generate_csrf
from itsdangerous import BadData, URLSafeTimedSerializer
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, StringField

from portal.i18n import LazyText, lazy
from portal.web.fields import clean
from portal.web.forms import PortalForm
from portal.web.request import now

MINIMUM_S = 3
NONCE_LENGTH = 32
TOO_QUICK = lazy("That was quick. Please check what you wrote and send it again in a few seconds.")


def new_nonce() -> str:
    """A mark for what one browser sends on one day: the same words sent again from it are a repeat."""
    generate_csrf()  # sees to it that the browser's session has a secret of its own
    told = f"{session['csrf_token']} {now().date()}"
    return hmac.new(str(current_app.secret_key).encode(), told.encode(), "sha256").hexdigest()[:NONCE_LENGTH]


def token_age_s(token: str) -> float | None:
    """How long ago a form token was made, in seconds; None for one that is not ours."""
    serializer = URLSafeTimedSerializer(current_app.secret_key or "", salt="wtf-csrf-token")
    try:
        _, made = serializer.loads(token, return_timestamp=True)
    except BadData:
        return None
    return time.time() - float(made.timestamp())


class PublicForm(PortalForm):
    """A form for visitors. Render `homepage` (the trap) hidden from people, and `nonce` as a hidden field.

    After a failed `validate()`: `problem` says what is wrong with the whole. After a good one: `trapped` says
    that a robot filled the trap (answer as if all were well, keep nothing); `sending` marks this sending.
    """

    class Meta(PortalForm.Meta):
        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """Typed text alone: a file or a JSON value in a field's place counts as left out."""
            if formdata is None or isinstance(formdata, MultiDict):
                return formdata
            return request.form if form.is_submitted() else None

    homepage = StringField(lazy("Leave this field empty"))
    nonce = HiddenField(default=new_nonce)
    too_quick = False

    @property
    def trapped(self) -> bool:
        return bool(self.homepage.data)

    @property
    def sending(self) -> str:
        """The nonce that was sent, or a new one where a script sent none."""
        given = clean(self.nonce.data)
        return given if 8 <= len(given) <= 64 and given.isascii() else new_nonce()

    @property
    def problem(self) -> LazyText | None:
        return TOO_QUICK if self.too_quick else super().problem

    def validate(self, extra_validators: Any = None) -> bool:
        right: bool = super().validate(extra_validators)
        if right and not self.trapped:
            age_s = token_age_s(request.form.get("csrf_token", ""))
            minimum_s = current_app.config.get("PUBLIC_FORM_MINIMUM_S", MINIMUM_S)
            self.too_quick = age_s is not None and age_s < minimum_s
        return right and not self.too_quick
