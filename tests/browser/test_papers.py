"""What ends on paper, as people see it: an agreement that both confirm and fetch, and leaving with what comes back."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NewPage
from tests.browser.people import pane, presses, reads, says, screen

pytestmark = pytest.mark.browser
ANNA, LARS, HANNE = "Anna Holm", "Lars Vestergaard", "Hanne Bruun"
FACES = [("dark", 375, 760), ("light", 1440, 900)]
EXTENT = "1 dag om ugen, onsdag"


def fills(page: Page, name: str, label: str, value: str) -> None:
    """Fill in the newest input of that label."""
    pane(page, name).get_by_label(label).last.fill(value)


@pytest.mark.parametrize(("scheme", "width", "height"), FACES, ids=["phone", "light"])
def test_an_agreement_is_confirmed_by_both_and_fetched_as_pdf(
    new_page: NewPage, scheme: str, width: int, height: int
) -> None:
    page = new_page(scheme, width, height)
    look = "phone" if width < 640 else scheme

    says(page, LARS, "sæt rammer")
    fills(page, LARS, "Drøftet i MED", "2026-11-02")
    fills(page, LARS, "Træffetid (kan udelades)", "Kl. 9-14")
    presses(page, LARS, "Se ændringerne")
    presses(page, LARS, "Sæt rammerne")
    reads(page, LARS, "Det gælder nu.")

    says(page, ANNA, "start aftale")
    presses(page, ANNA, "Ret …")
    fills(page, ANNA, "Omfang", EXTENT)
    presses(page, ANNA, "Gem det")
    reads(page, ANNA, EXTENT)
    presses(page, ANNA, "Bekræft")
    screen(page, f"{look}-agreement-0-confirmed-by-one")
    reads(page, LARS, EXTENT)
    presses(page, LARS, "Bekræft")
    reads(page, LARS, "Begge har bekræftet")
    screen(page, f"{look}-agreement-1-in-force")

    reads(page, ANNA, "Begge har bekræftet")
    presses(page, ANNA, "Hent aftalen (PDF)")
    link = pane(page, ANNA).locator(".bubble").get_by_role("link", name="Åbn PDF'en").last
    expect(link).to_be_visible()
    screen(page, f"{look}-agreement-2-link")
    with page.context.expect_event("request", lambda asked: asked.url.endswith(".pdf")) as asked:
        link.click()
    fetched = page.request.get(asked.value.url)
    assert fetched.headers["content-type"] == "application/pdf"
    paper = PdfReader(BytesIO(fetched.body()))
    text = " ".join(" ".join(each.extract_text() for each in paper.pages).split())
    for part in ("Aftale om hjemmearbejde", ANNA, LARS, EXTENT, "Kl. 9-14"):
        assert part in text


def test_somebody_leaves_and_what_was_handed_out_comes_back(new_page: NewPage) -> None:
    page = new_page()
    says(page, LARS, "udstyr til Anna")
    fills(page, LARS, "Hvad bliver udleveret?", "Skærm 27 tommer")
    presses(page, LARS, "Notér det")
    reads(page, ANNA, "Skærm 27 tommer")
    says(page, LARS, "fratrædelse Anna")
    fills(page, LARS, "Sidste arbejdsdag", "2026-12-31")
    presses(page, LARS, "Sæt i gang")
    reads(page, ANNA, "Udstyr, du skal aflevere")
    screen(page, "light-leaving-0-list")
    reads(page, HANNE, "Anna Holm fratræder")
    presses(page, HANNE, "Skærm 27 tommer")
    fills(page, HANNE, "Restværdi", "1.250 kr.")
    presses(page, HANNE, "Notér værdien")
    reads(page, HANNE, "restværdi 1.250 kr.")
    reads(page, LARS, "restværdi 1.250 kr.")
    presses(page, LARS, "Skærm 27 tommer")
    presses(page, LARS, "Den er kommet tilbage")
    reads(page, LARS, "Kvittering for Anna Holm")
    reads(page, ANNA, "Kvittering")
    screen(page, "light-leaving-1-receipt")
