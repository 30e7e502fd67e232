"""The page of an executable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ossr_catalogue.model.catalogue import Entry, Origin, Provenance, Stale
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.badges import Badge, badge_of
from ossr_catalogue.publish.linked_data import executable_data, script_text
from ossr_catalogue.publish.pages import card, data, facts, findings, needs, platforms, snippets
from ossr_catalogue.publish.pages.commonmark import to_html
from ossr_catalogue.publish.pages.documents import Document
from ossr_catalogue.publish.pages.facts import Fact
from ossr_catalogue.publish.pages.gone import successor_of
from ossr_catalogue.publish.pages.grounds import Grounds, grounds_of
from ossr_catalogue.publish.pages.needs_chart import Panel, panels_of
from ossr_catalogue.publish.pages.places import source_page, type_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp, way_up
from ossr_catalogue.publish.requests import request_for


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything that the template shows."""

    card: card.Card
    kinds: str
    kind_path: str
    description: Markup
    uses: tuple[needs.Use, ...]
    needs_chart: tuple[Panel, ...]
    """The needs against the platforms, measure by measure; empty where there is nothing to compare."""
    slots: tuple[data.Slot, ...]
    offers: platforms.Offers
    snippets: tuple[snippets.Snippet, ...]
    own_facts: tuple[Fact, ...]
    component_facts: tuple[Fact, ...]
    authors: tuple[facts.Author, ...]
    keywords: tuple[str, ...]
    licence: str
    citation: facts.Citation
    remarks: tuple[findings.Remark, ...]
    tally: str
    provenance: tuple[Fact, ...]
    evidence: Fact
    """The list that it was read from, or the file that a draft was made from."""
    repository: str
    """Empty where its component has none."""
    successor: Fact | None
    documents: tuple[Document, ...]
    component_documents: tuple[Document, ...]
    badge: Badge
    not_runnable: str
    """Why there are no commands; empty where there are some."""
    no_request: str
    """Why there is no request to an ExecutionBroker; empty where there is one."""
    grounds: Grounds
    """Where the values of a draft come from; without a line for what is declared."""
    stale: Stale | None
    """Set where it is shown as it was, since it could not be had as it is."""

    @property
    def declared(self) -> bool:
        """Whether any need of any use is declared."""
        return any(use.declared for use in self.uses)


def view_of(entry: Entry, press: Press, titles: Mapping[str, str]) -> View:
    """Compute the page of an entry; *titles* are those of the whole catalogue, by uuid."""
    executable, component = entry.executable, entry.component
    request = request_for(entry)
    commands = snippets.snippets_for(executable, component)
    return View(
        card=card.card_of(entry),
        kinds=executable.kind.plural,
        kind_path=type_page(type(executable.kind)),
        description=to_html(executable.description),
        uses=needs.uses_of(executable),
        needs_chart=panels_of(executable, press.settings.platforms),
        slots=data.slots_of(executable.needs.data),
        offers=platforms.offers_for(entry, press.settings.platforms),
        snippets=commands,
        not_runnable="" if commands else _why_not(entry),
        own_facts=facts.own_facts_of(executable, component),
        component_facts=facts.facts_of(component),
        authors=facts.authors_of(component),
        keywords=tuple(dict.fromkeys((*executable.keywords, *executable.subjects, *component.keywords))),
        licence=executable.licence or component.licence or "",
        citation=facts.citation_of(executable, component),
        remarks=findings.remarks_of(
            entry.findings, entry.source_page if entry.origin is Origin.DECLARED else None
        ),
        tally=findings.tally(entry.findings),
        provenance=tuple(_provenance(entry)),
        evidence=_evidence(entry),
        repository=web_link(component.repository) or "",
        successor=successor_of(executable.superseded_by, titles),
        documents=press.documents.get(executable.uuid, ()),
        component_documents=press.documents.get(component.slug, ()),
        badge=badge_of(entry, press.settings),
        no_request=request if isinstance(request, str) else "",
        grounds=grounds_of(entry),
        stale=entry.stale,
    )


def executable_stamp(press: Press, entry: Entry, titles: Mapping[str, str]) -> Stamp:
    """Render the page of an entry."""
    view = view_of(entry, press, titles)
    return press.page(
        "executable.html",
        view.card.path,
        title=entry.executable.title,
        description=view.card.summary or f"{view.card.kind} of {view.card.component}",
        section="catalogue",
        head=press.templates.get_template("executable-head.html").render(
            root=way_up(view.card.path),
            documents=view.documents,
            # Sound by construction: no markup is left in it.
            linked_data=Markup(script_text(executable_data(entry, press.settings))),  # noqa: S704 - see above
        ),
        view=view,
    )


def _why_not(entry: Entry) -> str:
    component = entry.component
    if component.repository is None and component.files_url is None:
        return "No public address leads to its files."
    return "The catalogue does not know how this type is run."


def _evidence(entry: Entry) -> Fact:
    path = entry.provenance.path
    label = "List" if entry.origin is Origin.DECLARED else "Drafted from"
    return Fact(label=label, text=path, href=web_link(entry.source_page) or "")


def _source(label: str, place: Provenance) -> Fact:
    return Fact(label=label, text=place.source, href=source_page(place.source), foreign=False)


def _other_catalogue(address: str) -> Fact:
    """Name the catalogue that an entry is second hand from, and lead to its site."""
    site = address.removesuffix("index.json")
    name = site.partition("://")[2].rstrip("/")
    return Fact(label="Taken from", text=name or site, href=web_link(site) or "")


def _provenance(entry: Entry) -> Iterator[Fact]:
    yield _source("Source", entry.provenance)
    if address := entry.provenance.catalogue:
        yield _other_catalogue(address)
    yield _evidence(entry)
    if entry.provenance.pointer:
        yield Fact(label="Entry", text=entry.provenance.pointer)
    yield Fact(label="Revision", text=entry.provenance.revision)
    if day := entry.provenance.harvested:
        yield Fact(label="As of", text=day.date().isoformat())
    for place in entry.also:
        yield _source("Also found in", place)
    yield Fact(label="Identity", text=entry.executable.uuid)
