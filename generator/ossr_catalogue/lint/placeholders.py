"""Texts that templates carry where a title or a description is to be written."""

from typing import Final

_PHRASES: Final = """
abc | add a description | add a short description here | add a title | add description
add description here | add your description here | add your title here | asdf | blah | brief description
coming soon | describe your project here | description | description goes here | description here
description of the project | description of the software | dummy | dummy description | example
example description | example title | executable | fill me in | first notebook | fixme | foo | foo bar
hello world | here goes the description | here goes the title | insert description here
insert title here | jupyter notebook | lorem ipsum | lorem ipsum dolor sit amet | n a | name
new notebook | new project | new python project | no description | no description available
no description provided | no title | none | not available | notebook | notebook title | null
package description | placeholder | project | project description | project title | python package
python project | replace me | sample | sample description | sample project | sample python project
short description | simple example | small example package | some description | some title | tba | tbd
temp | template | test | test description | test notebook | test package | test project | test test
test title | testing | title | title goes here | title here | tmp | to be added | to be determined
to be done | to be written | to do | todo | undefined | unknown | unnamed | untitled | untitled document
untitled notebook | untitled project | wip | work in progress | xxx | your description
your description here | your project description | your title | your title here
"""

PLACEHOLDERS: Final = frozenset(
    phrase.strip() for line in _PHRASES.splitlines() for phrase in line.split("|") if phrase.strip()
)
"""Whole texts, normalised and without article; as whole texts they are practically never meant."""
