"""The settings: read from the environment once, checked together, then never changed."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from portal.errors import SettingProblem, SettingsError

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENTS = ("development", "production", "test")
T = TypeVar("T")


@dataclass(frozen=True)
class Settings:
    """How this portal runs. Paths are absolute; an unset optional value is an empty string."""

    env: str
    database_url: str
    secret_key: str = field(repr=False)
    secret_key_fallbacks: tuple[str, ...] = field(repr=False)
    base_url: str
    region_dir: Path
    instance_dir: Path
    mail_url: str = field(repr=False)
    mail_from: str
    desk_email: str
    controller: str
    limits_url: str = field(repr=False)
    uploads_dir: Path
    routing_url: str
    proxies: int
    log: str
    signin_limit: int

    @property
    def production(self) -> bool:
        return self.env == "production"


class _Reader:
    """Reads one environment and remembers every problem met on the way."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.problems: list[SettingProblem] = []

    def text(self, name: str, default: str = "") -> str:
        """The stripped value; an empty one counts as missing."""
        return self.environ.get(name, "").strip() or default

    def read(self, name: str, default: str, parse: Callable[[str], T], example: str, fallback: T) -> T:
        """`parse` the value; a ValueError becomes a problem with its text as the reason."""
        try:
            return parse(self.text(name, default))
        except ValueError as error:
            self.problems.append(SettingProblem(name, str(error), example))
            return fallback

    def require(self, name: str, reason: str, example: str) -> None:
        if not self.text(name):
            self.problems.append(SettingProblem(name, reason, example))


def load_settings(environ: Mapping[str, str]) -> Settings:
    """The settings of this environment, or SettingsError listing all that is missing or wrong.

    In development a missing secret key is made once and kept in the instance folder, readable by its owner.
    """
    reader = _Reader(environ)
    env = reader.read("PORTAL_ENV", "development", _one_of(ENVIRONMENTS), "production", "development")
    if env == "production":
        _require_for_production(reader)
    settings = _read_all(reader, env)
    if reader.problems:
        raise SettingsError(reader.problems)
    return settings


def _require_for_production(reader: _Reader) -> None:
    key_hint = (
        "at least 32 random characters, from: python3 -c 'import secrets; print(secrets.token_hex(32))'"
    )
    reader.require("PORTAL_SECRET_KEY", f"missing; production needs {key_hint}.", "4f1c…")
    reader.require("PORTAL_BASE_URL", "missing; links in e-mails need it.", "https://invest.example.org")
    reader.require("PORTAL_DESK_EMAIL", "missing; inquiries must reach somebody.", "desk@example.org")
    reader.require(
        "PORTAL_CONTROLLER", "missing; the privacy statement names it.", "'Example agency, Street 1'"
    )


def _read_all(reader: _Reader, env: str) -> Settings:
    instance = _path(reader.text("PORTAL_INSTANCE_DIR", "instance"))
    instance_default = f"sqlite:///{instance / 'portal.db'}"
    limit = _whole(1, 100_000)
    return Settings(
        env=env,
        database_url=reader.read(
            "PORTAL_DATABASE_URL",
            instance_default,
            _database_url,
            "postgresql+psycopg://portal:…@localhost/portal",
            "",
        ),
        secret_key=_secret_key(reader, env, instance),
        secret_key_fallbacks=tuple(_words(reader.text("PORTAL_SECRET_KEY_FALLBACKS"))),
        base_url=reader.read("PORTAL_BASE_URL", "", _base_url, "https://invest.example.org", ""),
        region_dir=reader.read("PORTAL_REGION", "geodata/panevezys", _region, "geodata/panevezys", ROOT),
        instance_dir=instance,
        mail_url=reader.read(
            "PORTAL_MAIL_URL",
            f"file://{instance / 'mail'}",
            _mail_url,
            "smtp://user:password@mail.example.org:587?tls=starttls",
            "",
        ),
        mail_from=reader.read(
            "PORTAL_MAIL_FROM", "portal@localhost.invalid", _email, "portal@example.org", ""
        ),
        desk_email=reader.read("PORTAL_DESK_EMAIL", "desk@localhost.invalid", _email, "desk@example.org", ""),
        controller=reader.text("PORTAL_CONTROLLER"),
        limits_url=reader.read("PORTAL_LIMITS_URL", "memory://", _limits_url, "redis://localhost:6379/0", ""),
        uploads_dir=_path(reader.text("PORTAL_UPLOADS_DIR", str(instance / "uploads"))),
        routing_url=reader.read("PORTAL_ROUTING_URL", "", _optional_url, "http://localhost:8002", ""),
        proxies=reader.read("PORTAL_PROXIES", "0", _whole(0, 10), "1", 0),
        log=reader.read("PORTAL_LOG", "text", _one_of(("text", "json")), "json", "text"),
        signin_limit=reader.read("PORTAL_SIGNIN_LIMIT", "20", limit, "20", 20),
    )


def _path(text: str) -> Path:
    """Relative paths start at the project root."""
    return (ROOT / text).resolve()


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", text) if word]


def _one_of(allowed: tuple[str, ...]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"“{text}” is not known; choose one of {', '.join(allowed)}.")
        return text

    return parse


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not low <= int(text) <= high:
            raise ValueError(f"“{text}” is not a whole number from {low} to {high}.")
        return int(text)

    return parse


def _database_url(text: str) -> str:
    if text.startswith("sqlite:///"):
        path = text.removeprefix("sqlite:///")
        if not path or path == ":memory:":
            raise ValueError("SQLite needs a file, because server and worker share it.")
        return f"sqlite:///{_path(path)}"
    if not re.match(r"postgresql\+psycopg://.+", text):
        raise ValueError("must begin with sqlite:/// or postgresql+psycopg://.")
    _refuse_unreadable(text, make_url)
    return text


def _refuse_unreadable(text: str, read: Callable[[str], object] = lambda text: urlsplit(text).port) -> None:
    """Refuse an address whose host or port cannot be read, without repeating it: it may hold a password."""
    try:
        read(text)
    except (ValueError, ArgumentError):
        raise ValueError("its host or port cannot be read.") from None


def _base_url(text: str) -> str:
    _refuse_unreadable(text)
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        raise ValueError(f"“{text}” is not the address of a website.")
    return text.rstrip("/")


def _optional_url(text: str) -> str:
    if text and not re.match(r"https?://[^/\s]+", text):
        raise ValueError(f"“{text}” is not an http address.")
    return text.rstrip("/")


def _limits_url(text: str) -> str:
    _refuse_unreadable(text)
    if not re.match(r"(memory|redis|rediss|valkey|valkeys|unix)://|redis\+\w+://", text):
        raise ValueError("must begin with memory://, redis:// or valkey://.")
    return text


def _email(text: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        raise ValueError(f"“{text}” is not an e-mail address.")
    return text


def _mail_url(text: str) -> str:
    _refuse_unreadable(text)
    parts = urlsplit(text)
    if parts.scheme == "file" and (parts.netloc or parts.path):
        return f"file://{_path(parts.netloc + parts.path)}"
    if parts.scheme != "smtp" or not parts.hostname:
        raise ValueError("must begin with file:// and a folder, or smtp:// and a host.")
    if parse_qs(parts.query).get("tls", ["starttls"])[0] not in ("starttls", "implicit", "none"):
        raise ValueError("tls must be starttls, implicit or none.")
    return text


def _region(text: str) -> Path:
    path = _path(text)
    if not (path / "region.toml").is_file():
        raise ValueError(f"there is no region.toml in the folder “{text}”.")
    return path


def _secret_key(reader: _Reader, env: str, instance: Path) -> str:
    given = reader.text("PORTAL_SECRET_KEY")
    if given:
        if env == "production" and len(given) < 32:
            reason = "shorter than 32 characters; it signs sessions and forms."
            reader.problems.append(SettingProblem("PORTAL_SECRET_KEY", reason, "4f1c…"))
        return given
    return "" if env == "production" else _kept_secret(reader, instance)


def _kept_secret(reader: _Reader, instance: Path) -> str:
    """The key in the instance folder, made on first use; two processes starting at once agree on one."""
    path = instance / "secret_key"
    try:
        instance.mkdir(parents=True, exist_ok=True)
        fresh = instance / f".secret_key.{os.getpid()}.{secrets.token_hex(4)}"
        if not path.exists():
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_hex(32))
            _publish(fresh, path)
        return path.read_text().strip()
    except OSError as error:
        reason = f"cannot keep a secret key in “{instance}” ({error.strerror})."
        reader.problems.append(SettingProblem("PORTAL_INSTANCE_DIR", reason, "instance"))
        return ""


def _publish(fresh: Path, path: Path) -> None:
    """Give the file its name unless another process was first."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links
        if not path.exists():
            fresh.replace(path)
    fresh.unlink(missing_ok=True)
