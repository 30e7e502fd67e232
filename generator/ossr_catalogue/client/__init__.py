"""Read a published catalogue from Python: find, choose by need, launch, request.

Needs nothing but the standard library, and loads neither the linter nor the generator:

    from ossr_catalogue.client import Catalogue

    catalogue = Catalogue.load("https://escape-ossr.github.io/ossr-catalogue/")
    for executable in catalogue.find("light curve", fits="mybinder"):
        print(executable.title, executable.launch("mybinder").url)

`catalogue` and `executable` are what one has in hand, `reading` makes our values of JSON, `snapshot` holds a
generation against its digests, `loading` gets one from the web, the cache or a folder, `web` is the only door
to the network, `esap` is for ESAP's harvester.
"""

from ossr_catalogue.broker import Request
from ossr_catalogue.client.catalogue import Catalogue
from ossr_catalogue.client.executable import Executable
from ossr_catalogue.client.loading import StaleCatalogueWarning

__all__ = ["Catalogue", "Executable", "Request", "StaleCatalogueWarning"]
