"""What became of a source, for machines: the same for the site and for `ossr-catalogue why`.

Its promise is written in `schemas/sources-overview-1.schema.json` and `schemas/source-report-1.schema.json`.
"""

from typing import Any

from ossr_catalogue.model.catalogue import Entry, Gone, LeftOut, Looked
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.files import moment
from ossr_catalogue.publish.pages.places import executable_page, source_document, source_page
from ossr_catalogue.why.account import ComponentAccount, SourceAccount
from ossr_catalogue.why.words import asked, looked_for, tally, to_do, to_do_about, to_do_for

Plain = dict[str, Any]


def source_overview(account: SourceAccount) -> Plain:
    """Say how a source is doing, without what became of its components; what is empty is not there."""
    state, counts = account.state, account.counts
    fields: Plain = plain(
        {
            "source": one_line(account.name),
            "page": source_page(account.name),
            "document": source_document(account.name),
            "condition": account.condition,
            "standing": account.standing,
            "summary": one_line(tally(account)),
            "counts": {
                "components": counts.components,
                "listed": counts.listed,
                "left_out": counts.left_out,
                "gone": counts.gone,
            },
            "said": one_line(asked(account)),
            "attempted": moment(state.attempted) if state else None,
            "succeeded": moment(state.succeeded) if state and state.succeeded else None,
            "requests": state.requests if state else None,
            "failure": one_line(account.failure.reason) if account.failure else None,
            "to_do": [one_line(line) for line in to_do_for(account)] or None,
        }
    )
    return fields


def source_fields(account: SourceAccount) -> Plain:
    """Say an account with all that it holds; what is empty is not there."""
    fields: Plain = plain(
        {
            **source_overview(account),
            "components": [_component(one) for one in account.components],
            "left_out": [_gap(gap, None) for gap in account.left_out] or None,
            "remarks": [_gap(gap, None) for gap in account.remarks] or None,
            "gone": [_gone(one) for one in account.gone] or None,
        }
    )
    return fields


def _component(account: ComponentAccount) -> Plain:
    looked, component = account.looked, account.looked.component
    return {
        "component": component.slug,
        "title": one_line(component.title),
        "repository": component.repository,
        "doi": component.doi,
        "revision": component.revision,
        "standing": account.standing,
        "as_of": moment(looked.since) if looked.since else None,
        "stale_since": moment(looked.stale_since) if looked.stale_since else None,
        "origin": looked.origin,
        "list": looked.list_path or None,
        "files": looked.search.files,
        "looked_for": [one_line(line) for line in looked_for(looked)],
        "listed": [_listed(entry) for entry in account.listed],
        "left_out": [_gap(gap, looked) for gap in account.left_out] or None,
        "remarks": [_gap(gap, looked) for gap in account.remarks] or None,
        "gone": [_gone(one) for one in account.gone] or None,
        "to_do": [one_line(line) for line in to_do(account)] or None,
    }


def _listed(entry: Entry) -> Plain:
    return {
        "uuid": entry.executable.uuid,
        "title": one_line(entry.executable.title),
        "path": entry.provenance.path,
        "page": executable_page(entry.executable.uuid),
        "stale": one_line(entry.stale.reason) if entry.stale else None,
    }


def _gap(gap: LeftOut, looked: Looked | None) -> Plain:
    return {
        "path": one_line(gap.path) or None,
        "cause": gap.cause,
        "reason": one_line(gap.reason),
        "uuid": gap.uuid,
        "findings": len(gap.findings) or None,
        "to_do": [one_line(line) for line in to_do_about(gap, looked)] or None,
    }


def _gone(gone: Gone) -> Plain:
    return {
        "uuid": gone.uuid,
        "title": one_line(gone.title),
        "since": moment(gone.since),
        "reason": one_line(gone.reason),
        "page": executable_page(gone.uuid),
    }
