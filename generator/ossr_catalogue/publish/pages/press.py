"""A template and its values to a page that only lacks the shell."""

from dataclasses import dataclass

from jinja2 import Environment

from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.publish.pages.shell import Stamp, way_up
from ossr_catalogue.publish.pages.templates import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What all pages are made with."""

    templates: Environment
    settings: SiteSettings

    def page(
        self, template: str, path: str, *, title: str, description: str, section: str = "", **values: object
    ) -> Stamp:
        """Render one page; *values* are what its template speaks about."""
        content = self.templates.get_template(template).render(
            root=way_up(path), path=path, site=self.settings, title=title, **values
        )
        name = self.settings.name
        return Stamp(
            path=path,
            title=visible(title if title == name else f"{title} - {name}"),
            description=visible(description),
            section=section,
            content=content,
        )
