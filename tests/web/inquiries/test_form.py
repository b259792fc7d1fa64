import re

import pytest
from sqlalchemy import text

SITE, OTHER = "pfez-02", "pan-01"


def test_a_name_an_email_a_question_and_consent_are_enough(client, inquiries, ask):
    response = ask()

    assert response.status_code == 303
    inquiry = inquiries()[0]
    assert response.location == f"/en/inquire/received/{inquiry.reference}"
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{3}-){2}[0-9A-HJKMNP-TV-Z]{3}", inquiry.reference)
    assert (inquiry.name, inquiry.email) == ("Ona Petraitė", "ona@example.org")
    assert inquiry.question == "How many MW can be connected?"
    assert inquiry.state == "new"
    assert inquiry.language == "en"
    assert inquiry.organisation_id == "agency"
    assert [event.kind for event in inquiry.events] == ["received"]


def test_a_script_may_send_those_four_fields_alone(client, visit, inquiries):
    token = visit("/en/inquire").form()["csrf_token"]
    sent = {"name": "A", "email": "a@example.org", "question": "Q?", "consent": "on", "csrf_token": token}

    assert client.post("/en/inquire", data=sent).status_code == 303
    assert len(inquiries()) == 1


def test_everything_else_that_is_told_is_kept(inquiries, ask):
    ask(
        "?site=pfez-02",
        company="Example GmbH",
        country="DE",
        phone="030 123456",
        code_name="Linden",
        sector="el",
        area_ha="8.5",
        power_mw="12",
        jobs="130",
        timing="from 2028",
    )
    inquiry = inquiries()[0]

    assert (inquiry.company, inquiry.country, inquiry.phone) == ("Example GmbH", "DE", "+49 30 123456")
    assert inquiry.code_name == "Linden"
    assert inquiry.needs_j["area_ha"] == 8.5
    assert inquiry.needs_j["power_mw"] == 12
    assert inquiry.needs_j["jobs"] == 130
    assert inquiry.needs_j["sector"] == "el"


def test_a_code_name_stands_for_the_name(inquiries, ask):
    assert ask(name="", code_name="Linden").status_code == 303
    assert inquiries()[0].name is None
    assert inquiries()[0].shown_name == "Linden"


def test_the_sites_are_kept_as_their_pages_said_it(inquiries, ask, client, fill):
    response = client.post("/en/inquire", data={**fill(f"?site={SITE}"), "site": [SITE, OTHER]})

    assert response.status_code == 303
    asked = inquiries()[0].sites
    assert [site.record_id for site in asked] == [SITE, OTHER]
    assert asked[0].as_asked_j["facts"]["area_ha"]["value"] == 17.5
    assert asked[0].as_asked_j["names"]["en"]


def test_the_question_is_written_for_the_field_that_is_not_stated(visit):
    fields = visit(f"/en/inquire?site={SITE}&question=power_mw").form()

    assert fields["question"].startswith("How much electric power (MW) can be connected at “")
    assert fields["asked"] == "power_mw"
    assert fields["site"] == SITE


def test_several_fields_become_one_list(visit):
    fields = visit(f"/en/inquire?site={SITE}&question=slope_pct&question=docks").form()

    assert fields["question"].splitlines()[1:] == ["- Slope (%)", "- Loading docks"]


def test_a_question_without_a_site_is_about_the_sites_on_offer(visit):
    assert "the listed sites" in visit("/en/inquire?question=eia").form()["question"]


def test_the_small_form_of_a_site_page_leads_here_with_what_was_typed(visit):
    query = "?site=pfez-02&question=Is+it+free%3F&email=a%40example.org"
    fields = visit(f"/en/inquire{query}").form()

    assert (fields["question"], fields["email"]) == ("Is it free?", "a@example.org")


def test_the_small_form_may_be_sent_by_post_so_that_no_address_stands_in_the_log(visit, inquiries):
    data = {"site": SITE, "question": "Is it free?", "email": "a@example.org", "continue": "1"}
    page = visit("/en/inquire", method="POST", data=data)

    assert page.form()["question"] == "Is it free?"
    assert page.form()["site"] == SITE
    assert not inquiries()


def test_unknown_sites_and_fields_are_named_and_left_out(visit):
    page = visit("/en/inquire?site=nowhere-1&site=%3Cscript%3E&site=pfez-02&question=foo_bar")

    assert "Not found and left out: nowhere-1, <script>, foo_bar." in page.text
    assert page.form()["site"] == SITE


@pytest.mark.parametrize(
    "query", ["?site=%00", "?site=%ff&question=%ff", "?question=%00%1b", "?site[]=1", "?email=%0d%0aBcc:x"]
)
def test_a_broken_address_still_shows_the_form(visit, query):
    assert visit(f"/en/inquire{query}").h1 == "Ask a question"


def test_a_site_can_be_removed_and_what_was_typed_stays(visit, fill, inquiries):
    typed = {**fill(f"?site={SITE}&site={OTHER}"), "site": [SITE, OTHER], "remove": SITE}
    page = visit("/en/inquire", method="POST", data=typed)

    assert page.form()["site"] == OTHER
    assert page.form()["name"] == "Ona Petraitė"
    assert not inquiries()


def test_unlisted_records_cannot_be_asked_about(visit, session):
    session.execute(text("UPDATE record SET visibility = 'link_only' WHERE id = 'pfez-02'"))
    session.commit()

    assert "left out: pfez-02" in visit("/en/inquire?site=pfez-02").text


def test_every_mistake_is_named_at_its_field_and_on_top(visit, fill, inquiries):
    bad = fill(name="", email="ona@", question=" ", phone="12", jobs="1.5", area_ha="many", power_mw="-3")
    del bad["consent"]
    page = visit("/en/inquire", method="POST", data=bad, status=422)

    summary = page.all("div", class_="errors")[0]
    linked = [link.get("href") for link in summary.iter("a")]
    wrong = ["#question", "#name", "#email", "#phone", "#area_ha", "#power_mw", "#jobs", "#consent"]
    assert linked == wrong
    assert page.all("details", class_="about-project")[0].get("open") is not None
    assert page.form()["email"] == "ona@"
    assert page.form()["area_ha"] == "many"
    assert not inquiries()


def test_numbers_are_read_as_the_language_writes_them(inquiries, ask):
    ask(lang="lt", area_ha="8,5", power_mw="1 200")

    assert inquiries()[0].needs_j["area_ha"] == 8.5
    assert inquiries()[0].needs_j["power_mw"] == 1200


def test_an_expired_token_shows_the_form_again_with_everything_typed(visit, fill, inquiries):
    page = visit("/en/inquire", method="POST", data=fill(csrf_token="old", company="X AB"), status=422)
    fields = page.form()

    assert "open for too long" in page.text
    assert fields["question"] == "How many MW can be connected?"
    assert fields["company"] == "X AB"
    assert fields["csrf_token"] != "old"
    assert not inquiries()


def test_the_form_shown_again_can_be_sent_as_it_is(client, visit, fill, inquiries):
    page = visit("/en/inquire", method="POST", data=fill(csrf_token="old"), status=422)

    assert client.post("/en/inquire", data={**page.form(), "consent": "y"}).status_code == 303
    assert len(inquiries()) == 1


def test_a_form_sent_at_once_is_shown_again(app, visit, fill, inquiries, monkeypatch):
    app.config["PUBLIC_FORM_MINIMUM_S"] = 3
    typed = fill()
    page = visit("/en/inquire", method="POST", data=typed, status=422)

    assert "That was quick" in page.text
    assert page.form()["csrf_token"] == typed["csrf_token"]
    assert not inquiries()


def test_the_trap_keeps_nothing_but_loses_nothing_either(visit, fill, inquiries, mails):
    page = visit("/en/inquire", method="POST", data=fill(homepage="https://spam.example"), status=422)

    assert not inquiries()
    assert not mails()
    assert page.form()["homepage"] == ""
    assert page.form()["question"] == "How many MW can be connected?"


def test_the_same_sending_twice_is_one_inquiry(client, fill, inquiries, mails):
    typed = fill()
    first, second = (client.post("/en/inquire", data=typed) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location
    assert len(inquiries()) == 1
    assert len(mails()) == 2


def test_another_question_written_after_going_back_is_another_inquiry(client, fill, inquiries):
    typed = fill()
    client.post("/en/inquire", data=typed)
    client.post("/en/inquire", data={**typed, "question": "And gas?"})

    assert [inquiry.question for inquiry in inquiries()] == ["How many MW can be connected?", "And gas?"]


def test_too_many_from_one_email_are_put_off_and_shown_again(client, visit, fill, inquiries):
    for number in range(10):
        assert client.post("/en/inquire", data=fill(question=f"Question {number}")).status_code == 303
    page = visit(
        "/en/inquire", method="POST", data=fill(question="One more", email="ONA@example.org"), status=429
    )

    assert 0 < int(page.response.headers["Retry-After"]) <= 3600
    assert page.form()["question"] == "One more"
    assert "too many inquiries" in page.text
    assert len(inquiries()) == 10


def test_too_many_from_one_address_are_put_off(client, fill, inquiries, clock):
    typed = fill()
    answers = [
        client.post("/en/inquire", data={**typed, "email": f"a{n}@example.org"}).status_code
        for n in range(41)
    ]

    assert answers == [303] * 40 + [429]
    clock.advance(hours=1)
    assert client.post("/en/inquire", data={**typed, "email": "z@example.org"}).status_code == 303


def test_the_limits_keep_no_address(ask, session):
    ask()
    keys = " ".join(session.scalars(text("SELECT key FROM rate_counter")))

    assert "inquiry-email:" in keys
    assert "ona" not in keys
    assert "127.0.0.1" not in keys


def test_ten_megabytes_in_a_field_are_refused_with_a_page(visit, fill, inquiries):
    visit("/en/inquire", method="POST", data=fill(question="x" * 10_000_000), status=413)

    assert not inquiries()


def test_a_text_that_is_too_long_is_named_and_kept(visit, fill):
    page = visit("/en/inquire", method="POST", data=fill(question="ä" * 5001), status=422)

    assert "This is 5,001 characters long. Shorten it to 5,000." in page.text
    assert len(page.form()["question"].strip()) == 5001


def test_control_characters_are_taken_out(inquiries, ask):
    ask(
        name="Ona\x00\r\nBcc: x@example.org", question="Line 1\r\nLine\x1b[2J 2\x07", company="\u202eevil\x9f"
    )
    inquiry = inquiries()[0]

    assert inquiry.name == "Ona Bcc: x@example.org"
    assert inquiry.question == "Line 1\nLine[2J 2"
    assert "\x9f" not in inquiry.company


def test_markup_is_shown_as_text(visit, fill):
    bad = "<script>alert(1)</script>${7*7}{{7*7}}"
    page = visit("/en/inquire", method="POST", data=fill(name=bad, email=""), status=422)

    assert page.form()["name"] == bad


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_the_form_is_whole_in_each_language(visit, lang):
    page = visit(f"/{lang}/inquire?site=pfez-02&question=power_mw")
    countries = [option for option in page.all("option") if option.get("value") in ("LT", "DE", "AX")]

    assert len(countries) == 3


def test_lithuanian_countries_stand_in_lithuanian_order(visit):
    page = visit("/lt/inquire")
    names = [option.text for option in page.all("select", id="country")[0].iter("option")][1:]

    assert names.index("Čadas") < names.index("Danija")
    assert names.index("Šveicarija") < names.index("Tailandas")


def test_more_sites_ask_the_database_no_more_often(visit, count_statements):
    counts = []
    for ids in ([SITE], [SITE, OTHER, "pfez-00", "pan-02", "pan-03"]):
        with count_statements() as statements:
            visit("/en/inquire?" + "&".join(f"site={id_}" for id_ in ids))
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 8


def test_what_was_asked_for_is_counted_without_a_person(ask, session):
    ask(f"?site={SITE}&question=power_mw")
    rows = session.execute(text("SELECT key, bucket, count FROM demand")).all()

    assert [tuple(row) for row in rows] == [("asked:power_mw", SITE, 1)]


def test_the_audit_knows_ids_alone(ask, session):
    ask(f"?site={SITE}")
    actor, action, data = session.execute(
        text("SELECT actor, action, data_j FROM audit WHERE action = 'inquiry.received'")
    ).one()

    assert (actor, action) == ("visitor", "inquiry.received")
    assert "ona" not in str(data).lower()


def test_going_back_and_sending_the_same_words_again_makes_no_second_inquiry(ask, inquiries):
    """The form is fetched anew, as browsers do that keep no page in memory."""
    first, second = (ask(question="Is rail possible?") for _ in range(2))

    assert first.location == second.location
    assert len(inquiries()) == 1
