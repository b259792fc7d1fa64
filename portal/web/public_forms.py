"""Forms that anyone may send: a trap for robots, a shortest time, a mark against repeats. No third party.

The time is told by the signed form token, so it cannot be left out.
"""

from __future__ import annotations

import secrets
import time
from typing import Any

from flask import current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer
from wtforms import HiddenField, StringField

from portal.i18n import LazyText, lazy
from portal.web.fields import clean
from portal.web.forms import PortalForm

MINIMUM_S = 3
NONCE_LENGTH = 22
TOO_QUICK = lazy("That was quick. Please check what you wrote and send it again in a few seconds.")


def new_nonce() -> str:
    """A mark for one sending of one form."""
    return secrets.token_urlsafe(16)


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
