"""The page that says what was looked at and is not in the catalogue, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from ossr_catalogue.model.catalogue import Catalogue, LeftOut
from ossr_catalogue.publish.pages.findings import Remark, remarks_of
from ossr_catalogue.publish.pages.listing import sheets
from ossr_catalogue.publish.pages.places import GONE, LEFT_OUT
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing."""

    source: str
    path: str
    reason: str
    remarks: tuple[Remark, ...]


def left_out_pages(press: Press, catalogue: Catalogue) -> Iterator[Stamp]:
    """Give the list, sorted by source."""
    gaps = sorted(catalogue.left_out, key=lambda one: (one.source, one.path, one.reason))
    for sheet in sheets(gaps, LEFT_OUT):
        yield press.page(
            "left-out.html",
            sheet.path,
            title="Looked at, and left out",
            description="What was harvested and is not in the catalogue, with the reason.",
            sheet=sheet,
            gaps=tuple(_gap(one) for one in sheet.items),
            gone=GONE if catalogue.gone else "",
        )


def _gap(left_out: LeftOut) -> Gap:
    return Gap(
        source=left_out.source,
        path=left_out.path,
        reason=left_out.reason,
        remarks=remarks_of(left_out.findings),
    )
