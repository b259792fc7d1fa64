"""Incentives, the strategy's timeline, and investment stories."""

from geodata.panevezys.build.days import span
from geodata.panevezys.build.inputs import Record, table
from geodata.panevezys.build.model import Row, Tables, texts
from geodata.panevezys.build.values import json_cell, number, short_id
from geodata.panevezys.build.words import INCENTIVE_STATE, JOBS_KIND, QUALIFIER, STORY_STAGE

TERMS = (
    "rate_pct", "multiplier", "duration_periods", "duration_after", "duration_years", "amount_eur",
    "min_investment_eur", "min_jobs", "min_income_share_pct", "max_income_eur",
)  # fmt: skip


def build(tables: Tables) -> None:
    """Adds all three."""
    for row in table("incentives"):
        tables.add("incentives.csv", _incentive(tables, row))
    for row in table("strategy_timeline"):
        tables.add("timeline.csv", _event(tables, row))
    for row in table("success_stories"):
        tables.add("stories.csv", _story(tables, row))


def _day(text: str, end: int = 0) -> str:
    day = span(text)[end]
    return day.isoformat() if day else ""


def _incentive(tables: Tables, row: Record) -> Row:
    rule = {term: number(row[term]) for term in TERMS if row[term]}
    return {
        "id": row["id"],
        **texts("name", row["name"]),
        **texts("gives", row["what_it_gives"]),
        **texts("amount", row["rate_or_amount"]),
        **texts("after", row["rate_after"]),
        **texts("condition", row["threshold_or_condition"]),
        "rule": json_cell(rule),
        **texts("valid", row["valid"]),
        "valid_from": _day(row["valid_from"]),
        "valid_to": _day(row["valid_to"], 1),
        "legal_basis": row["legal_basis"],
        **texts("place_scope", row["place_scope"]),
        "state": INCENTIVE_STATE[row["status"]],
        **texts("status", row["status"]),
        "checked_from": _day(row["checked_as_of"]),
        "checked_to": _day(row["checked_as_of"], 1),
        "sources": ";".join(tables.citations.ids(row["source"])),
    }


def _event(tables: Tables, row: Record) -> Row:
    return {
        "id": row["id"],
        "date_from": _day(row["date"]),
        "date_to": _day(row["date"], 1),
        **texts("title", row["title_en"]),
        **texts("text", row["what"]),
        "sources": ";".join(tables.citations.ids(row["source"])),
    }


def _story(tables: Tables, row: Record) -> Row:
    return {
        "id": short_id(row["id"]),
        "company": short_id(row["company_id"]),
        "year": row["year"],
        "investment_eur": row["investment_eur"],
        "investment_qualifier": QUALIFIER[row["investment_qualifier"]] if row["investment_eur"] else "",
        "jobs": row["jobs"],
        "jobs_kind": JOBS_KIND[row["jobs_kind"]],
        "jobs_year": row["jobs_year"],
        "stage": STORY_STAGE[row["stage"]],
        **texts("text", row["what"]),
        "sources": ";".join(tables.citations.ids(row["source"])),
    }
