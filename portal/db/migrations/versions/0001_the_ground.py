"""The ground: places, records with facts and history, projections, figures, files and plumbing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from portal.db.base import JsonType, SortKey, UtcDateTime
from portal.db.spatial import Geom, index_ddl

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


APPEND_ONLY = {
    "sqlite": (
        "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit"
        " BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
        "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit"
        " BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$",
        "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit"
        " FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    ),
}


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    if dialect == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS postgis")
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("data_j", JsonType, nullable=False),
        sa.Column("request_id", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_subject", "audit", ["subject", "at"], unique=False)
    op.create_table(
        "change_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column(
            "state",
            sa.Enum("proposed", "applied", "rejected", name="changestate", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_set")),
    )
    op.create_index("ix_change_set_state_at", "change_set", ["state", "at"], unique=False)
    op.create_table(
        "data_version",
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_data_version")),
    )
    op.create_table(
        "demand",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("bucket", sa.String(length=60), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "key", "bucket", name=op.f("pk_demand")),
    )
    op.create_table(
        "file",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("storage_key", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_file")),
    )
    op.create_table(
        "incentive",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("name_j", JsonType, nullable=False),
        sa.Column("text_j", JsonType, nullable=False),
        sa.Column("rule_j", JsonType, nullable=False),
        sa.Column("scope_j", JsonType, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("legal_ref", sa.Text(), nullable=True),
        sa.Column("sources_j", JsonType, nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incentive")),
    )
    op.create_table(
        "indicator",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("name_j", JsonType, nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("better", sa.String(length=4), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
    )
    op.create_table(
        "municipality",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("official_code", sa.String(length=20), nullable=True),
        sa.Column("name_j", JsonType, nullable=False),
        sa.Column("name_sort", sa.String(length=200), nullable=False),
        sa.Column("boundary", Geom("Geometry"), nullable=True),
        sa.Column("desk_email", sa.String(length=320), nullable=True),
        sa.Column("review_required", sa.Boolean(), nullable=False),
        sa.Column("confirm_days", sa.Integer(), nullable=False),
        sa.Column("late_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name_j", JsonType, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("payload_j", JsonType, nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "queued",
                "leased",
                "sent",
                "failed",
                "uncertain",
                name="outboxstate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    op.create_index("ix_outbox_due", "outbox", ["state", "due_at"], unique=False)
    op.create_table(
        "rate_counter",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("window_start", UtcDateTime(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "window_start", name=op.f("pk_rate_counter")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.String(length=300), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published_from", sa.Date(), nullable=True),
        sa.Column("published_to", sa.Date(), nullable=True),
        sa.Column("retrieved_on", sa.Date(), nullable=True),
        sa.Column("licence", sa.String(length=80), nullable=True),
        sa.Column("attribution", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.String(length=40), nullable=False),
        sa.Column("role_j", JsonType, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("languages", JsonType, nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_contact_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.String(length=40), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("title_j", JsonType, nullable=False),
        sa.Column("alt_j", JsonType, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("author", sa.String(length=200), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["file_sha256"], ["file.sha256"], name=op.f("fk_document_file_sha256_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_owner_id"), "document", ["owner_id"], unique=False)
    op.create_table(
        "node",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name_j", JsonType, nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("municipality_id", sa.String(length=40), nullable=True),
        sa.Column("position", Geom("Geometry"), nullable=True),
        sa.Column("position_accuracy", sa.String(length=20), nullable=False),
        sa.Column("accuracy_m", sa.Float(), nullable=True),
        sa.Column("stated_road_km", sa.Float(), nullable=True),
        sa.Column("stated_road_from", sa.String(length=120), nullable=True),
        sa.Column("details_j", JsonType, nullable=False),
        sa.Column("sources_j", JsonType, nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_node_municipality_id_municipality")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_node")),
    )
    op.create_index(op.f("ix_node_kind"), "node", ["kind"], unique=False)
    op.create_table(
        "observation",
        sa.Column("id", sa.String(length=160), nullable=False),
        sa.Column("indicator_id", sa.String(length=80), nullable=False),
        sa.Column("subject_kind", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("subject_j", JsonType, nullable=False),
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=True),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("qualifier", sa.String(length=20), nullable=False),
        sa.Column("note_j", JsonType, nullable=False),
        sa.Column("sources_j", JsonType, nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_observation_indicator_id_indicator")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation")),
    )
    op.create_index(op.f("ix_observation_indicator_id"), "observation", ["indicator_id"], unique=False)
    op.create_index("ix_observation_subject", "observation", ["subject_kind", "subject"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=40), nullable=False),
        sa.Column("record_kind", sa.String(length=20), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("before_j", JsonType, nullable=True),
        sa.Column("after_j", JsonType, nullable=False),
        sa.Column("boundary_before", Geom("Geometry"), nullable=True),
        sa.Column("boundary_after", Geom("Geometry"), nullable=True),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_set.id"],
            name=op.f("fk_revision_change_set_id_change_set"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_index(op.f("ix_revision_change_set_id"), "revision", ["change_set_id"], unique=False)
    op.create_index("ix_revision_record", "revision", ["record_id", "id"], unique=False)
    op.create_table(
        "record",
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("municipality_id", sa.String(length=40), nullable=True),
        sa.Column("organisation_id", sa.String(length=40), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("name_j", JsonType, nullable=False),
        sa.Column("name_norm", sa.Text(), nullable=False),
        sa.Column("name_sort", SortKey, nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "in_review",
                "published",
                "archived",
                name="recordstate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "visibility",
            sa.Enum("public", "link_only", "internal", name="visibility", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("position", Geom("Geometry"), nullable=True),
        sa.Column("boundary", Geom("Geometry"), nullable=True),
        sa.Column("minx", sa.Float(), nullable=True),
        sa.Column("miny", sa.Float(), nullable=True),
        sa.Column("maxx", sa.Float(), nullable=True),
        sa.Column("maxy", sa.Float(), nullable=True),
        sa.Column(
            "position_accuracy",
            sa.Enum(
                "surveyed",
                "boundary",
                "building",
                "point",
                "street",
                "town",
                "none",
                name="positionaccuracy",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("accuracy_m", sa.Float(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("confirmed_by", sa.String(length=200), nullable=True),
        sa.Column("edited_at", UtcDateTime(), nullable=False),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("pack_key", sa.String(length=80), nullable=True),
        sa.Column("pack_hash", sa.String(length=64), nullable=True),
        sa.CheckConstraint("length(id) BETWEEN 3 AND 40", name=op.f("ck_record_id_length")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_record_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_record_municipality_id_municipality")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_record_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_record")),
        sa.UniqueConstraint("id", name=op.f("uq_record_id")),
        sa.UniqueConstraint("pack_key", name=op.f("uq_record_pack_key")),
    )
    op.create_index("ix_record_listed", "record", ["kind", "state", "visibility"], unique=False)
    op.create_index(op.f("ix_record_municipality_id"), "record", ["municipality_id"], unique=False)
    op.create_index(op.f("ix_record_published_at"), "record", ["published_at"], unique=False)
    op.create_table(
        "company",
        sa.Column("record_num", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("sector", sa.String(length=4), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=True),
        sa.Column("nace_code", sa.String(length=10), nullable=True),
        sa.Column("nace_version", sa.String(length=10), nullable=True),
        sa.Column("employees", sa.Float(), nullable=True),
        sa.Column("employees_year", sa.Integer(), nullable=True),
        sa.Column("capital_country", sa.String(length=20), nullable=True),
        sa.Column("zone_id", sa.String(length=40), nullable=True),
        sa.Column("industry40", sa.Boolean(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_num"], ["record.num"], name=op.f("fk_company_record_num_record"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_num", name=op.f("pk_company")),
        sa.UniqueConstraint("id", name=op.f("uq_company_id")),
    )
    op.create_index(op.f("ix_company_employees"), "company", ["employees"], unique=False)
    op.create_index(op.f("ix_company_role"), "company", ["role"], unique=False)
    op.create_index(op.f("ix_company_sector"), "company", ["sector"], unique=False)
    op.create_index(op.f("ix_company_zone_id"), "company", ["zone_id"], unique=False)
    op.create_table(
        "fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_num", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value_j", JsonType, nullable=False),
        sa.Column("num", sa.Float(), nullable=True),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column(
            "qualifier",
            sa.Enum("exact", "about", "at_least", "planned", name="qualifier", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "declared", "documented", "verified", "derived", name="level", native_enum=False, length=20
            ),
            nullable=False,
        ),
        sa.Column("as_of_from", sa.Date(), nullable=True),
        sa.Column("as_of_to", sa.Date(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("stated_by", sa.String(length=200), nullable=True),
        sa.Column("method", sa.Text(), nullable=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_fact_document_id_document")),
        sa.ForeignKeyConstraint(
            ["record_num"], ["record.num"], name=op.f("fk_fact_record_num_record"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        sa.UniqueConstraint("record_num", "key", name=op.f("uq_fact_record_num_key")),
    )
    op.create_index("ix_fact_key_num", "fact", ["key", "num"], unique=False)
    op.create_table(
        "institution",
        sa.Column("record_num", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("type", sa.String(length=30), nullable=True),
        sa.Column("students", sa.Float(), nullable=True),
        sa.Column("students_year", sa.Integer(), nullable=True),
        sa.Column("graduates", sa.Float(), nullable=True),
        sa.Column("graduates_year", sa.Integer(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_num"], ["record.num"], name=op.f("fk_institution_record_num_record"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_num", name=op.f("pk_institution")),
        sa.UniqueConstraint("id", name=op.f("uq_institution_id")),
    )
    op.create_index(op.f("ix_institution_type"), "institution", ["type"], unique=False)
    op.create_table(
        "programme",
        sa.Column("record_num", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("institution_id", sa.String(length=40), nullable=True),
        sa.Column("level", sa.String(length=40), nullable=True),
        sa.Column("isced_f", sa.String(length=4), nullable=True),
        sa.Column("students", sa.Float(), nullable=True),
        sa.Column("graduates", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_num"], ["record.num"], name=op.f("fk_programme_record_num_record"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_num", name=op.f("pk_programme")),
        sa.UniqueConstraint("id", name=op.f("uq_programme_id")),
    )
    op.create_index(op.f("ix_programme_institution_id"), "programme", ["institution_id"], unique=False)
    op.create_index(op.f("ix_programme_isced_f"), "programme", ["isced_f"], unique=False)
    op.create_table(
        "public_body",
        sa.Column("record_num", sa.Integer(), nullable=False),
        sa.Column("geojson", sa.LargeBinary(), nullable=False),
        sa.Column("etag", sa.String(length=32), nullable=False),
        sa.Column("data_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_num"], ["record.num"], name=op.f("fk_public_body_record_num_record"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_num", name=op.f("pk_public_body")),
    )
    op.create_table(
        "record_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_num", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(length=20), nullable=False),
        sa.Column("value", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_num"], ["record.num"], name=op.f("fk_record_key_record_num_record"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_key")),
        sa.UniqueConstraint(
            "record_num", "scheme", "value", name=op.f("uq_record_key_record_num_scheme_value")
        ),
    )
    op.create_index("ix_record_key_value", "record_key", ["scheme", "value"], unique=False)
    op.create_table(
        "site",
        sa.Column("record_num", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("zone_id", sa.String(length=40), nullable=True),
        sa.Column("availability", sa.String(length=20), nullable=False),
        sa.Column("availability_on", sa.Date(), nullable=True),
        sa.Column("reserved_until", sa.Date(), nullable=True),
        sa.Column("available_from", sa.Date(), nullable=True),
        sa.Column("tenure", sa.String(length=80), nullable=True),
        sa.Column("land_use", sa.String(length=200), nullable=True),
        sa.Column("area_ha", sa.Float(), nullable=True),
        sa.Column("net_area_ha", sa.Float(), nullable=True),
        sa.Column("floor_area_m2", sa.Float(), nullable=True),
        sa.Column("price_eur_m2", sa.Float(), nullable=True),
        sa.Column("rent_eur_ha_year", sa.Float(), nullable=True),
        sa.Column("power_mw", sa.Float(), nullable=True),
        sa.Column("gas_m3h", sa.Float(), nullable=True),
        sa.Column("water_m3d", sa.Float(), nullable=True),
        sa.Column("wastewater_m3d", sa.Float(), nullable=True),
        sa.Column("rail_siding", sa.Boolean(), nullable=True),
        sa.Column("rail_km", sa.Float(), nullable=True),
        sa.Column("motorway_km", sa.Float(), nullable=True),
        sa.Column("tier", sa.Integer(), nullable=True),
        sa.Column("completeness", sa.Integer(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("source_on", sa.Date(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_num"], ["record.num"], name=op.f("fk_site_record_num_record"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_num", name=op.f("pk_site")),
        sa.UniqueConstraint("id", name=op.f("uq_site_id")),
    )
    op.create_index(op.f("ix_site_area_ha"), "site", ["area_ha"], unique=False)
    op.create_index(op.f("ix_site_confirmed_on"), "site", ["confirmed_on"], unique=False)
    op.create_index("ix_site_kind_availability", "site", ["kind", "availability"], unique=False)
    op.create_index(op.f("ix_site_price_eur_m2"), "site", ["price_eur_m2"], unique=False)
    op.create_index(op.f("ix_site_zone_id"), "site", ["zone_id"], unique=False)
    op.create_table(
        "succession",
        sa.Column("num", sa.Integer(), nullable=False),
        sa.Column("old_id", sa.String(length=40), nullable=False),
        sa.Column("new_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["new_id"], ["record.id"], name=op.f("fk_succession_new_id_record")),
        sa.ForeignKeyConstraint(["old_id"], ["record.id"], name=op.f("fk_succession_old_id_record")),
        sa.PrimaryKeyConstraint("num", name=op.f("pk_succession")),
        sa.UniqueConstraint("old_id", "new_id", name=op.f("uq_succession_old_id_new_id")),
    )
    op.create_index(op.f("ix_succession_new_id"), "succession", ["new_id"], unique=False)
    op.create_table(
        "zone",
        sa.Column("record_num", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("regime", sa.String(length=40), nullable=True),
        sa.Column("parent_id", sa.String(length=40), nullable=True),
        sa.Column("availability", sa.String(length=20), nullable=True),
        sa.Column("area_ha", sa.Float(), nullable=True),
        sa.Column("floor_area_m2", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["record_num"], ["record.num"], name=op.f("fk_zone_record_num_record"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_num", name=op.f("pk_zone")),
        sa.UniqueConstraint("id", name=op.f("uq_zone_id")),
    )
    op.create_index(op.f("ix_zone_parent_id"), "zone", ["parent_id"], unique=False)
    op.create_table(
        "fact_source",
        sa.Column("fact_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(length=80), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("says_j", JsonType, nullable=True),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["fact.id"], name=op.f("fk_fact_source_fact_id_fact"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_fact_source_source_id_source")),
        sa.PrimaryKeyConstraint("fact_id", "source_id", name=op.f("pk_fact_source")),
    )
    for statement in (*index_ddl(dialect), *APPEND_ONLY[dialect]):
        op.execute(statement)
