"""What a page may load and run."""

import re

from ossr_catalogue.publish.pages.shell import CONTENT, HEAD, Shell, Stamp
from ossr_catalogue.publish.security_policy import MARKER, policy_for, with_policy

# echo -n 'go()' | openssl dgst -sha256 -binary | base64
DIGEST_OF_GO = "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"


def allowed(html: str) -> list[str]:
    return re.findall(r"'sha256-[^']*'", html)


def test_a_script_of_the_theme_is_allowed_by_its_digest() -> None:
    assert allowed(policy_for("<script>go()</script>")) == [DIGEST_OF_GO]


def test_a_script_is_counted_once_and_whole() -> None:
    page = "<script>go()</script><script>a = '</b>' && 1</script><script>go()</script>"
    assert allowed(policy_for(page)) == [
        DIGEST_OF_GO,
        "'sha256-shwNArlozBIqHN86PSAesC2fjj7/x1Eowflzy2AyhSs='",
    ]


def test_data_and_files_need_no_digest() -> None:
    page = '<script type="application/ld+json">{}</script><script src="a.js"></script><p>text</p>'
    assert allowed(policy_for(page)) == []


def test_nothing_of_another_origin_is_loaded() -> None:
    assert policy_for("") == (
        "default-src 'self'; script-src 'self'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def test_the_policy_stands_where_the_theme_wants_it() -> None:
    page = with_policy(f"<head>{MARKER}<script>go()</script></head>")
    assert page.startswith('<head><meta http-equiv="Content-Security-Policy" content="default-src \'self\'; ')
    assert page.endswith('"><script>go()</script></head>')


def test_what_is_stamped_into_a_page_is_allowed_nothing() -> None:
    shell = Shell(f"{MARKER}<script>go()</script>{HEAD}{CONTENT}")
    hostile = "<script>steal()</script>"
    stamp = Stamp(path="x/", title="", description="", content=hostile, head=hostile)
    assert allowed(shell.stamp(stamp)) == [DIGEST_OF_GO]
