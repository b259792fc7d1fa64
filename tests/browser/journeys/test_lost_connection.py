"""The connection is lost while the question is written."""

from pages.inquiry import InquiryPage
from playwright.sync_api import expect

TEXT = "Can 12 MW be connected by spring 2028?"


def test_what_was_typed_is_there_after_a_reload(page, investor, inquiries_of):
    inquiry = InquiryPage(page).open("?site=pfez-02&question=power_mw")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    inquiry.question.fill(TEXT)
    inquiry.introduce("Ona", investor)
    page.context.set_offline(False)
    page.reload()

    expect(inquiry.question).to_have_value(TEXT)
    expect(inquiry.email).to_have_value(investor)
    inquiry.consent.check()
    inquiry.send()
    assert len(inquiries_of(investor)) == 1
