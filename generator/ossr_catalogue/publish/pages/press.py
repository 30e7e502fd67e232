"""A template and its values to a page that only lacks the shell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Environment

from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.publish.pages.documents import Document
from ossr_catalogue.publish.pages.shell import Stamp, way_up
from ossr_catalogue.publish.pages.templates import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What all pages are made with."""

    templates: Environment
    settings: SiteSettings
    documents: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)
    """The files for machines of each executable, component and list, by uuid, slug and path."""

    def page(
        self,
        template: str,
        path: str,
        *,
        title: str,
        description: str,
        head: str = "",
        section: str = "",
        **values: object,
    ) -> Stamp:
        """Render one page; *values* are what its template speaks about."""
        head += self._documents_head(path)
        content = self.templates.get_template(template).render(
            root=way_up(path), path=path, site=self.settings, title=title, **values
        )
        name = self.settings.name
        return Stamp(
            path=path,
            title=visible(title if title == name else f"{title} - {name}"),
            description=visible(description),
            section=section,
            head=head,
            content=content,
        )

    def _documents_head(self, path: str) -> str:
        documents = self.documents.get(path, ())
        if not documents:
            return ""
        template = self.templates.get_template("documents-head.html")
        return template.render(root=way_up(path), documents=documents)
