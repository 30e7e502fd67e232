"""A page of every kind of the site that `built_site.build_sample` builds, for tests that go over them."""

import sample_catalogue as sample
from ossr_catalogue.publish.pages.places import source_page

PAGES = {
    "landing": "",
    "list": "catalogue/",
    "search": "catalogue/?q=evil",
    "table": "catalogue/?view=table",
    "nothing found": "catalogue/?q=xyzzyplugh",
    "compare": f"compare/?with={sample.uuid_of('nasty')},{sample.uuid_of('CASA image')}",
    "executable": f"executables/{sample.uuid_of('Gaia clustering with HDBSCAN')}/",
    "hostile": f"executables/{sample.uuid_of('nasty')}/",
    "components": "components/",
    "component": "components/github.com-example-nasty/",
    "overview": "overview/",
    "data": "data/",
    "content of data": "data/astronomy-observation/",
    "rules": "rules/",
    "rule": "rules/DSC101/",
    "left out": "left-out/",
    "sources": "sources/",
    "source": source_page(sample.of_every_type()[0].provenance.source),
    "draft": f"executables/{sample.uuid_of('light curve')}/",
    "my platform": "my-platform/",
    "platforms": "platforms/",
    "platform": "platforms/execution-broker/",
    "guide": "format/",
    "wide table": "benchmarks/",
    "lost": "404.html",
}
