"""For the browser's address bar: how to search here, OpenSearch 1.1, https://github.com/dewitt/opensearch."""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import PublishedFile, SiteSettings
from ossr_catalogue.publish.pages.places import CATALOGUE

_TYPE: Final = "application/opensearchdescription+xml"
_SHORT: Final = 16
"""Characters of the short name, by the specification."""
_DOCUMENT: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{short}</ShortName>
<LongName>{name}</LongName>
<Description>Executables of astronomy and particle physics: find, understand and launch them</Description>
<Url type="text/html" method="get" template="{url}{page}?q={{searchTerms}}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="{url}opensearch.xml"/>
<Image type="image/svg+xml" width="16" height="16">{url}assets/icon.svg</Image>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
"""


def files(_catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `opensearch.xml`."""
    text = _DOCUMENT.format(
        short=escape(site.name[:_SHORT].strip()),
        name=escape(site.name),
        url=escape(site.url, {'"': "&quot;"}),
        page=CATALOGUE,
    )
    yield PublishedFile(path="opensearch.xml", content=text.encode(), media_type=_TYPE, rel="search")
