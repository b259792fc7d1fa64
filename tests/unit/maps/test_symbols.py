"""The sprite of symbols: current, and complete for every code that a page may name."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SPRITE = (ROOT / "static" / "icons" / "symbols.svg").read_text(encoding="utf-8")
AVAILABILITIES = ("available", "reserved", "under_offer", "taken", "planned", "unknown")
SECTORS = ("mt", "el", "au", "fd", "tx", "wd", "pl", "cn", "tr")


def test_the_sprite_is_what_its_script_draws():
    assert (
        subprocess.run([sys.executable, ROOT / "scripts" / "symbols", "--check"], check=False).returncode == 0
    )


@pytest.mark.parametrize("shape", ["site-plot", "site-brownfield", "site-building", "zone"])
def test_every_kind_has_a_symbol_for_every_availability(shape):
    assert [state for state in AVAILABILITIES if f'id="{shape}-{state}"' not in SPRITE] == []


def test_every_sector_has_a_symbol_with_its_letters():
    assert [code for code in SECTORS if f">{code.upper()}</text>" not in SPRITE] == []


def test_the_sprite_needs_no_style_element_and_no_other_file():
    assert "<style" not in SPRITE
    assert "style=" not in SPRITE
    assert "href" not in SPRITE
