"""What was looked at and is not in the catalogue, and what of the files could not be used: two lists."""

from collections.abc import Iterator, Sequence

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.pages.listing import sheets
from ossr_catalogue.publish.pages.places import GONE, LEFT_OUT, REMARKS, SOURCES
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp
from ossr_catalogue.publish.pages.sources import Gap, gap_of
from ossr_catalogue.why.account import SourceAccount

_MOST_FINDINGS = 25


def left_out_pages(press: Press, catalogue: Catalogue, accounts: Sequence[SourceAccount]) -> Iterator[Stamp]:
    """Give both lists, sorted by source; that of the remarks only where there are any."""
    gaps = [gap for account in accounts for gap in _gaps(account)]
    missing = [gap for gap in gaps if not gap.is_remark]
    remarks = [gap for gap in gaps if gap.is_remark]
    for sheet in sheets(missing, LEFT_OUT):
        yield press.page(
            "left-out.html",
            sheet.path,
            title="Looked at, and left out",
            description="What was harvested and is not in the catalogue, with the reason.",
            sheet=sheet,
            gone=GONE if catalogue.gone else "",
            sources=SOURCES,
            remarks=REMARKS if remarks else "",
        )
    for sheet in sheets(remarks, REMARKS) if remarks else ():
        yield press.page(
            "remarks.html",
            sheet.path,
            title="Remarks on what was harvested",
            description="What of the harvested files could not be used; nothing is missing for it.",
            sheet=sheet,
            left_out=LEFT_OUT,
        )


def _gaps(account: SourceAccount) -> Iterator[Gap]:
    for gap in (*filter(None, (account.failure,)), *account.left_out, *account.remarks):
        yield gap_of(gap, most_findings=_MOST_FINDINGS)
    for component in account.components:
        for gap in (*component.left_out, *component.remarks):
            yield gap_of(gap, component.looked, most_findings=_MOST_FINDINGS)
