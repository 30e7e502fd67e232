"""Executables and components in the terms of schema.org, https://schema.org/SoftwareApplication."""

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final

from ossr_catalogue.matching.measures import MEASURES
from ossr_catalogue.model.amounts import format_bytes, format_count
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.executable import Executable, Status
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.model.quantity import Number, Range
from ossr_catalogue.model.resources import Needs
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.addresses import fetchable_address
from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.publish.pages.commonmark import summary_of
from ossr_catalogue.publish.pages.facts import address_to_cite
from ossr_catalogue.publish.pages.figures import in_words
from ossr_catalogue.publish.pages.places import component_page, executable_page

CONTEXT: Final = "https://schema.org"
_BOTH: Final = ("SoftwareSourceCode", "SoftwareApplication")
"""What is run, and the code that it is: each has properties that the other lacks."""
_LICENCE: Final = re.compile(r"(?!LicenseRef-)[A-Za-z0-9][A-Za-z0-9.-]*")
"""A licence of the SPDX list; an expression of several has no address."""
_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_WEB: Final = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+")
_MEASURES: Final = {measure.name: measure for measure in MEASURES}
_MARKUP: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

Plain = dict[str, Any]


def executable_data(entry: Entry, site: SiteSettings) -> Plain:
    """Say all that schema.org has words for; what is not declared is absent."""
    executable, component = entry.executable, entry.component
    page = f"{site.url}{executable_page(executable.uuid)}"
    data: Plain = plain(
        {
            "@context": CONTEXT,
            "@type": list(_BOTH),
            **_identity(executable, page),
            "additionalType": executable.urn if executable.urn.startswith("urn:") else None,
            "applicationCategory": executable.kind.label,
            "keywords": _lines((*executable.keywords, *component.keywords)),
            "creativeWorkStatus": None if executable.status is Status.ACTIVE else executable.status.value,
            "citation": web_link(executable.citation) or address_to_cite(component) or None,
            "softwareHelp": _work(web_link(executable.documentation)),
            **_origin(component, executable.licence),
            **_needs(executable.needs),
            **_files(executable, component),
            "isPartOf": component_data(component, site),
        }
    )
    return data


def part_data(entry: Entry, site: SiteSettings) -> Plain:
    """Say of an executable what it does not share with its component."""
    executable = entry.executable
    data: Plain = plain(
        {
            **_identity(executable, f"{site.url}{executable_page(executable.uuid)}"),
            **_needs(executable.needs),
            **_files(executable, entry.component),
        }
    )
    return data


def component_data(component: Component, site: SiteSettings) -> Plain:
    """Say the same of a component, without a context: it stands in something else; treat it as read-only."""
    return _component_data(component, f"{site.url}{component_page(component.slug)}")


@lru_cache(maxsize=4096)  # each of its executables repeats it
def _component_data(component: Component, page: str) -> Plain:
    data: Plain = plain(
        {
            "@type": _BOTH[0],
            "@id": page,
            "url": page,
            "name": one_line(component.title),
            "description": one_line(component.description) or None,
            "keywords": _lines(component.keywords),
            "identifier": web_link(component.doi),
            "sameAs": web_link(component.homepage),
            **_origin(component, None),
        }
    )
    return data


def person_data(person: Person) -> Plain:
    """Say who; nothing tells a person without identifier and affiliation from an organisation."""
    orcid = orcid_address(person)
    affiliation = one_line(person.affiliation or "")
    return {
        "@type": "Person" if orcid or affiliation else "Thing",
        **({"@id": orcid} if orcid else {}),
        "name": one_line(person.name),
        **({"affiliation": {"@type": "Organization", "name": affiliation}} if affiliation else {}),
    }


def orcid_address(person: Person) -> str | None:
    """Give the address of an author's ORCID; None for whatever else stands in its place."""
    return f"https://orcid.org/{person.orcid}" if person.orcid and _ORCID.fullmatch(person.orcid) else None


def licence_address(expression: str | None) -> str | None:
    """Give where a licence can be read; None for an expression of several, and for one of somebody's own.

    >>> licence_address("MIT"), licence_address("MIT OR Apache-2.0")
    ('https://spdx.org/licenses/MIT', None)
    """
    known = expression and _LICENCE.fullmatch(expression)
    return f"https://spdx.org/licenses/{expression}" if known else None


def web_address(address: str | None) -> str | None:
    """Give an address of the web that is one by RFC 3986; harvested ones can hold anything.

    >>> web_address("https://example.org/a"), web_address("https://example.org/a b")
    ('https://example.org/a', None)
    """
    return address if address and _WEB.fullmatch(address) else None


def script_text(data: Any) -> str:  # noqa: ANN401 - JSON
    r"""Write JSON that no markup can end, wherever in a page it stands.

    >>> script_text({"a": "</script>"})
    '{"a": "\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False).translate(_MARKUP)
    return text.encode("utf-8", "replace").decode()


def _identity(executable: Executable, page: str) -> Plain:
    return {
        "@id": page,
        "identifier": f"urn:uuid:{executable.uuid}",
        "url": page,
        "name": one_line(executable.title),
        "description": one_line(summary_of(executable.description)) or None,
    }


def _origin(component: Component, licence: str | None) -> Plain:
    """Say what an executable has from its component."""
    return {
        "author": [person_data(person) for person in component.authors] or None,
        "license": _licence(licence or component.licence),
        "codeRepository": web_link(component.repository),
        "programmingLanguage": _lines(component.languages),
        "version": one_line(component.version or "") or None,
    }


def _licence(expression: str | None) -> str | Plain | None:
    said = one_line(expression or "")
    if not said:
        return None
    return licence_address(said) or {"@type": "CreativeWork", "name": said}


def _needs(needs: Needs) -> Plain:
    return {
        "memoryRequirements": _said("memory", needs, format_bytes),
        "storageRequirements": _said("storage", needs, format_bytes),
        "processorRequirements": ", ".join(_processors(needs)) or None,
    }


def _processors(needs: Needs) -> Iterator[str]:
    for measure, noun in (("cores", "cores"), ("gpus", "GPUs"), ("nodes", "nodes")):
        if said := _said(measure, needs, format_count):
            yield f"{noun}: {said}"
    yield from dict.fromkeys(one_line(one.architecture) for one in needs.compute if one.architecture)


def _said(measure: str, needs: Needs, say: Callable[[Number], str]) -> str | None:
    """Say the sum of what is declared of one measure; None where nothing is."""
    need = _MEASURES[measure].need(needs)
    if need is None:
        return None
    return in_words(Range(minimum=need.least or None, maximum=need.most, unbounded=need.unbounded), say)


def _files(executable: Executable, component: Component) -> Plain:
    """Give the file to run, then what it asks to be installed, at the pinned revision."""
    paths = executable.kind.paths()
    requirements = getattr(executable.kind, "requirements", None)
    run = next((path for path in paths if path != requirements), None)
    return {
        "downloadUrl": web_link(fetchable_address(component.file_url(run))) if run else None,
        "softwareRequirements": _work(web_link(component.file_url(requirements))) if requirements else None,
    }


def _work(address: str | None) -> Plain | None:
    return {"@type": "CreativeWork", "url": address} if address else None


def _lines(texts: tuple[str, ...]) -> list[str] | None:
    return list(dict.fromkeys(line for text in texts if (line := one_line(text)))) or None
