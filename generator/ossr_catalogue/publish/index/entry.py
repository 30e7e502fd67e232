"""One executable in the index: complete for finding, choosing and launching."""

from collections.abc import Sequence
from typing import Any

from ossr_catalogue.broker import Request
from ossr_catalogue.matching import Fit, Launch, launches
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.kinds import Kind, UnknownKind
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.plain_text import one_line, visible
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.addresses import document_path, fetchable_address
from ossr_catalogue.publish.files import SiteSettings, moment
from ossr_catalogue.publish.index.component import author_fields
from ossr_catalogue.publish.index.needs import needs_fields, profile_fields
from ossr_catalogue.publish.pages.commonmark import summary_of
from ossr_catalogue.publish.pages.places import executable_page
from ossr_catalogue.publish.requests import PublishedRequest, requests_of

Plain = dict[str, Any]


def entry_fields(entry: Entry, site: SiteSettings) -> Plain:
    """Say an entry as the index does, but for its digest; hrefs are relative to `index.json`."""
    executable, component = entry.executable, entry.component
    requests = requests_of(entry)
    fields: Plain = plain(
        {
            "uuid": executable.uuid,
            "type": executable.urn,
            "title": one_line(executable.title),
            "summary": one_line(summary_of(executable.description)),
            "description": visible(executable.description),
            "page": executable_page(executable.uuid),
            "document": document_path(executable.uuid),
            "component": component.slug,
            "origin": entry.origin,
            "catalogue": entry.provenance.catalogue,
            "stale_since": moment(entry.stale.since) if entry.stale and entry.stale.since else None,
            **_own_keys(executable.kind),
            "locations": _locations(executable.kind, component),
            **needs_fields(executable.needs),
            "profiles": _profiles(executable, requests),
            **_about(executable, component),
            "lint": _lint(entry),
            "launch": _launches(entry, site),
            "request": _request(requests[0]),
        }
    )
    return fields


def _own_keys(kind: Kind) -> Plain:
    """Give the keys of the type; those of an unknown one could clash with ours, and stay in its document."""
    if isinstance(kind, UnknownKind):
        return {}
    image = kind.image if isinstance(kind, DockerContainer | CommandLineProgram) else None
    pinned = image.pinned().to_plain() if image else None
    return kind.to_plain() | ({"image": pinned} if pinned else {})


def _locations(kind: Kind, component: Component) -> list[Plain] | None:
    """Resolve the paths that the type refers to at the pinned revision, the one to open first."""
    return [
        {
            "path": path,
            "url": fetchable_address(component.file_url(path)),
            "view": web_link(component.file_page(path)),
        }
        for path in kind.paths()
    ] or None


def _about(executable: Executable, component: Component) -> Plain:
    return {
        "keywords": [one_line(keyword) for keyword in executable.keywords] or None,
        "subjects": list(executable.subjects) or None,
        "license": executable.licence or component.licence,
        "authors": author_fields(component.authors),
        "homepage": web_link(executable.homepage),
        "documentation": web_link(executable.documentation),
        "citation": web_link(executable.citation),
        "status": executable.status,
        "superseded_by": executable.superseded_by,
    }


def _lint(entry: Entry) -> Plain:
    severities = [finding.severity for finding in entry.findings]
    return {"errors": severities.count(Severity.ERROR), "warnings": severities.count(Severity.WARNING)}


def _launches(entry: Entry, site: SiteSettings) -> list[Plain] | None:
    """Say how it is on each platform that takes its type."""
    everywhere = launches(entry, site.platforms)
    return [_launch(one) for one in everywhere if one.verdict.constraint != "type"] or None


def _launch(one: Launch) -> Plain:
    binding = "" if one.verdict.fit is Fit.FITS else one.verdict.reason
    reasons = dict.fromkeys(reason for reason in (binding, one.reason, one.caution) if reason)
    return {
        "platform": one.platform.id,
        "verdict": one.verdict.fit,
        "reason": one_line("; ".join(reasons)) or None,
        "url": one.url,
    }


def _profiles(executable: Executable, requests: Sequence[PublishedRequest]) -> list[Plain] | None:
    """Give the profiles, each with the request for it."""
    fields = profile_fields(executable) or []
    return [
        one | {"request": _request(asked)} for one, asked in zip(fields, requests[1:], strict=True)
    ] or None


def _request(asked: PublishedRequest) -> Plain:
    if not isinstance(asked.request, Request):
        return {"reason": one_line(asked.request)}
    unfilled = list(asked.request.unfilled) or None
    return {"href": asked.json_path, "yaml": asked.yaml_path, "unfilled": unfilled}
