"""What `site.build` does once it is known that everything is installed."""

from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from ossr_catalogue.embedded import embedded
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import Built, PublishedFile, SiteSettings
from ossr_catalogue.publish.folder import SiteFolder
from ossr_catalogue.publish.index.build import machine_files
from ossr_catalogue.publish.mkdocs_plugin import Prose, build_prose
from ossr_catalogue.publish.pages.everything import all_pages, press_for
from ossr_catalogue.publish.pages.playground import examples_file
from ossr_catalogue.publish.pages.prose_parts import prose_parts
from ossr_catalogue.publish.playground import playground_files
from ossr_catalogue.publish.search import Text, build_index
from ossr_catalogue.publish.sitemap import sitemap_files


def write_site(
    catalogue: Catalogue, folder: SiteFolder, settings: SiteSettings, progress: Callable[[str], None]
) -> Built:
    """Write prose, pages, doors and search index into an empty folder, each file as soon as it is made."""
    progress("prose")
    prose = build_prose(embedded("mkdocs.yml"), folder.path, settings, prose_parts(settings))
    folder.write_again()
    doors: list[str] = []
    # The press keeps of each file what pages say of it, and not its content.
    press = press_for(
        settings, embedded("catalogue/theme"), _written(machine_files(catalogue, settings), folder, doors)
    )
    pages = [page.path for page in prose.pages]
    for number, stamp in enumerate(all_pages(press, catalogue, prose.landing), start=1):
        folder.write(f"{stamp.path}index.html", prose.shell.stamp(stamp).encode())
        pages.append(stamp.path)
        progress(f"page {number}: {stamp.title}")
    for file in (*sitemap_files(pages, settings), *_playground(settings)):
        folder.write(file.path, file.content)
    progress("search index")
    for file in build_index(catalogue, _texts(prose), settings.platforms):
        folder.write(file.path, file.content)
    return Built(pages=len(pages), executables=len(catalogue.entries), files=len(doors))


def _written(files: Iterable[PublishedFile], folder: SiteFolder, paths: list[str]) -> Iterator[PublishedFile]:
    """Write files on their way, and note their paths."""
    for file in files:
        folder.write(file.path, file.content)
        paths.append(file.path)
        yield file


def _playground(settings: SiteSettings) -> Iterator[PublishedFile]:
    if settings.pyodide:
        yield from playground_files(settings.pyodide)
        yield examples_file()


def _texts(prose: Prose) -> Iterator[Text]:
    for page in prose.pages:
        yield Text(path=page.path, title=page.title, summary="", body=Markup(page.html))  # noqa: S704 - our own prose
