"""All that is known of one executable: as declared, as read, from where, and what the linter says."""

from typing import Any, Final

from ossr_catalogue.document.reading import to_plain
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.finding import Finding
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.addresses import INDEX, document_path, schema_url
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file, moment
from ossr_catalogue.publish.index.component import component_fields

VERSION: Final = "1.0.0"


def document_file(entry: Entry, fields: dict[str, Any], site: SiteSettings) -> PublishedFile:
    """Make the document of an entry, of which *fields* are what the index says."""
    document = {
        "$schema": schema_url(site, "executable-document-1"),
        "version": VERSION,
        "index": f"../{INDEX}",
        "entry": fields,
        "declared": to_plain(entry.executable),
        "provenance": _provenance(entry),
        "component": component_fields(entry.component),
        "findings": [_finding(finding) for finding in entry.findings],
    }
    return json_file(document_path(entry.executable.uuid), plain(document))


def _provenance(entry: Entry) -> dict[str, Any]:
    provenance = entry.provenance
    return {
        "origin": entry.origin,
        "source": provenance.source,
        "path": provenance.path,
        "pointer": provenance.pointer or None,
        "revision": provenance.revision,
        "harvested": moment(provenance.harvested) if provenance.harvested else None,
        "url": web_link(entry.source_url),
        "view": web_link(entry.source_page),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.word,
        "message": finding.message,
        "advice": finding.advice or None,
        "path": finding.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "where": finding.where or None,
        "pointer": finding.pointer or None,
    }
