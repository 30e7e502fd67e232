"""All doors for programs that know nothing of us: RFC 9727, in the link set of RFC 9264."""

from collections.abc import Iterable
from typing import Any, Final

from ossr_catalogue.publish.addresses import INDEX, schema_url
from ossr_catalogue.publish.files import JSON, PublishedFile, SiteSettings, json_file

API_CATALOG: Final = ".well-known/api-catalog"
_TYPE: Final = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'
_DOCUMENTATION: Final = "for-platforms/"


def api_catalog(doors: Iterable[dict[str, Any]], site: SiteSettings) -> PublishedFile:
    """Name the index, which leads to all else, and the doors as the index names them."""
    index = f"{site.url}{INDEX}"
    named = sorted(doors, key=lambda door: str(door["href"]))
    linkset = [
        {
            "anchor": f"{site.url}{API_CATALOG}",
            "item": [
                {"href": index, "type": JSON, "title": "index"},
                *(
                    {"href": f"{site.url}{door['href']}", "type": door["type"], "title": door["rel"]}
                    for door in named
                ),
            ],
        },
        {
            "anchor": index,
            "service-desc": [{"href": schema_url(site, "index-1"), "type": "application/schema+json"}],
            "service-doc": [{"href": f"{site.url}{_DOCUMENTATION}", "type": "text/html"}],
            "status": [{"href": f"{site.url}health.json", "type": JSON}],
        },
    ]
    return json_file(API_CATALOG, {"linkset": linkset}, media_type=_TYPE)
