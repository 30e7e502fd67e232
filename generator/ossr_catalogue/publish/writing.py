"""What `site.build` does once it is known that everything is installed."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from ossr_catalogue.embedded import embedded
from ossr_catalogue.errors import PublishError
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import Built, PublishedFile, SiteSettings
from ossr_catalogue.publish.index.build import machine_files
from ossr_catalogue.publish.mkdocs_plugin import Prose, build_prose
from ossr_catalogue.publish.pages.everything import all_pages, press_for
from ossr_catalogue.publish.pages.playground import examples_file
from ossr_catalogue.publish.pages.prose_parts import prose_parts
from ossr_catalogue.publish.playground import playground_files
from ossr_catalogue.publish.search import Text, build_index
from ossr_catalogue.publish.sitemap import sitemap_files


def write_site(
    catalogue: Catalogue, folder: Path, settings: SiteSettings, progress: Callable[[str], None]
) -> Built:
    """Write prose, pages, doors and search index into an empty folder."""
    progress("prose")
    prose = build_prose(embedded("mkdocs.yml"), folder, settings, prose_parts(settings))
    files = machine_files(catalogue, settings)
    press = press_for(settings, embedded("catalogue/theme"), files)
    paths = [page.path for page in prose.pages]
    for number, stamp in enumerate(all_pages(press, catalogue, prose.landing), start=1):
        _write(folder, f"{stamp.path}index.html", prose.shell.stamp(stamp).encode())
        paths.append(stamp.path)
        progress(f"page {number}: {stamp.title}")
    for file in (*files, *sitemap_files(paths, settings), *_playground(settings)):
        _write(folder, file.path, file.content)
    progress("search index")
    for file in build_index(catalogue, _texts(prose), settings.platforms):
        _write(folder, file.path, file.content)
    return Built(pages=len(paths), executables=len(catalogue.entries), files=len(files))


def _write(folder: Path, path: str, content: bytes) -> None:
    """Write a new file; a name from a harvest can neither leave the folder nor meet another one."""
    steps = PurePosixPath(path)
    if steps.is_absolute() or ".." in steps.parts or "\\" in path or "\0" in path:
        raise PublishError(f"{path!r} is no path inside a site; this is a bug, please report it")
    target = folder / steps
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _playground(settings: SiteSettings) -> Iterator[PublishedFile]:
    if settings.pyodide:
        yield from playground_files(settings.pyodide)
        yield examples_file()


def _texts(prose: Prose) -> Iterator[Text]:
    for page in prose.pages:
        yield Text(path=page.path, title=page.title, summary="", body=Markup(page.html))  # noqa: S704 - our own prose
