import os
import stat

import pytest

from portal.config import ROOT, load_settings
from portal.errors import SettingsError

PRODUCTION = {
    "PORTAL_ENV": "production",
    "PORTAL_SECRET_KEY": "k" * 40,
    "PORTAL_BASE_URL": "https://invest.example.org/",
    "PORTAL_DESK_EMAIL": "desk@example.org",
    "PORTAL_CONTROLLER": "Example agency",
}


def problems(environ):
    with pytest.raises(SettingsError) as caught:
        load_settings(environ)
    return {problem.name: problem for problem in caught.value.problems}


def test_every_default_with_instance_follows_the_instance_folder(tmp_path):
    settings = load_settings({"PORTAL_INSTANCE_DIR": str(tmp_path / "here")})

    assert settings.database_url == f"sqlite:///{tmp_path}/here/portal.db"
    assert settings.mail_url == f"file://{tmp_path}/here/mail"
    assert settings.uploads_dir == tmp_path / "here" / "uploads"


def test_relative_paths_start_at_the_project_root(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = load_settings(
        {
            "PORTAL_INSTANCE_DIR": str(tmp_path),
            "PORTAL_DATABASE_URL": "sqlite:///some/portal.db",
            "PORTAL_MAIL_URL": "file://some/mail",
            "PORTAL_UPLOADS_DIR": "some/uploads",
        }
    )

    assert settings.database_url == f"sqlite:///{ROOT}/some/portal.db"
    assert settings.mail_url == f"file://{ROOT}/some/mail"
    assert settings.uploads_dir == ROOT / "some/uploads"
    assert settings.region_dir == ROOT / "geodata/panevezys"


def test_all_problems_are_listed_together_with_name_reason_and_example():
    found = problems({"PORTAL_ENV": "production", "PORTAL_LOG": "xml", "PORTAL_PROXIES": "many"})

    assert set(found) == {
        "PORTAL_SECRET_KEY",
        "PORTAL_BASE_URL",
        "PORTAL_DESK_EMAIL",
        "PORTAL_CONTROLLER",
        "PORTAL_LOG",
        "PORTAL_PROXIES",
    }
    assert all(problem.reason and problem.example for problem in found.values())


def test_an_empty_value_counts_as_missing():
    assert "PORTAL_CONTROLLER" in problems({**PRODUCTION, "PORTAL_CONTROLLER": "  "})


def test_production_starts_with_the_four_values():
    settings = load_settings(PRODUCTION)

    assert settings.production
    assert settings.base_url == "https://invest.example.org"


def test_production_never_makes_a_secret_key(tmp_path):
    found = problems({**PRODUCTION, "PORTAL_SECRET_KEY": "", "PORTAL_INSTANCE_DIR": str(tmp_path)})

    assert list(found) == ["PORTAL_SECRET_KEY"]
    assert not list(tmp_path.iterdir())


def test_a_short_secret_key_is_refused_in_production():
    assert (
        "32 characters" in problems({**PRODUCTION, "PORTAL_SECRET_KEY": "short"})["PORTAL_SECRET_KEY"].reason
    )


def test_the_development_secret_is_made_once_and_kept_for_its_owner_only(tmp_path):
    environ = {"PORTAL_INSTANCE_DIR": str(tmp_path / "instance")}
    first, second = load_settings(environ), load_settings(environ)

    assert first.secret_key == second.secret_key
    assert len(first.secret_key) == 64
    kept = tmp_path / "instance" / "secret_key"
    assert os.name == "nt" or stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in kept.parent.iterdir()] == ["secret_key"]


def test_secrets_do_not_show_in_the_representation(tmp_path):
    settings = load_settings({**PRODUCTION, "PORTAL_MAIL_URL": "smtp://me:hush@mail.example.org"})

    assert "kkkk" not in repr(settings)
    assert "hush" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTAL_ENV", "staging"),
        ("PORTAL_DATABASE_URL", "mysql://localhost/portal"),
        ("PORTAL_DATABASE_URL", "sqlite:///:memory:"),
        ("PORTAL_DATABASE_URL", "postgresql+psycopg://portal@localhost:many/portal"),
        ("PORTAL_BASE_URL", "invest.example.org"),
        ("PORTAL_BASE_URL", "http://[::1"),
        ("PORTAL_MAIL_URL", "smtp://mail.example.org:99999"),
        ("PORTAL_LIMITS_URL", "redis://localhost:many"),
        ("PORTAL_REGION", "geodata/atlantis"),
        ("PORTAL_MAIL_URL", "pop3://mail.example.org"),
        ("PORTAL_MAIL_URL", "smtp://mail.example.org?tls=maybe"),
        ("PORTAL_MAIL_FROM", "nobody"),
        ("PORTAL_DESK_EMAIL", "desk at example"),
        ("PORTAL_LIMITS_URL", "memcached://localhost"),
        ("PORTAL_ROUTING_URL", "localhost"),
        ("PORTAL_PROXIES", "-1"),
        ("PORTAL_PROXIES", "٣"),
        ("PORTAL_LOG", "yaml"),
        ("PORTAL_SIGNIN_LIMIT", "0"),
    ],
)
def test_a_bad_value_is_named(name, value, tmp_path):
    assert list(problems({"PORTAL_INSTANCE_DIR": str(tmp_path), name: value})) == [name]


def test_the_desk_address_of_development_is_accepted_as_it_is(tmp_path):
    settings = load_settings(
        {"PORTAL_INSTANCE_DIR": str(tmp_path), "PORTAL_DESK_EMAIL": "desk@localhost.invalid"}
    )

    assert settings.desk_email == "desk@localhost.invalid"
