"""Texts that templates carry where a title or a description is to be written."""

from typing import Final

_PHRASES: Final = """
a brief description | a description | a description of the project | a description of the software
a jupyter notebook | a new project | a new python project | a notebook | a project | a python package
a python project | a sample project | a sample python project | a short description | a simple example
a small example package | a test | a test notebook | a test package | a test project | abc
add a description | add a short description here | add a title | add description here
add your description here | add your title here | asdf | blah | brief description | coming soon
describe your project here | description | description goes here | description here | dummy
dummy description | example | example description | example title | fill me in | fixme | foo | foo bar
hello world | here goes the description | here goes the title | insert description here
insert title here | lorem ipsum | lorem ipsum dolor sit amet | my executable | my first notebook
my notebook | my project | my title | n a | name | new notebook | no description
no description available | no description provided | no title | none | not available | notebook
notebook title | null | package description | placeholder | project description | project title
replace me | sample | sample description | short description | some description | some title | tba | tbd
temp | template | test | test description | test notebook | test project | test test | test title
testing | the description | the title | title | title goes here | title here | tmp | to be added
to be determined | to be done | to be written | to do | todo | todo add a description
todo add description | undefined | unknown | unnamed | untitled | untitled document | untitled notebook
untitled project | wip | work in progress | xxx | your description | your description here
your project description | your title | your title here
"""

PLACEHOLDERS: Final = frozenset(
    phrase.strip() for line in _PHRASES.splitlines() for phrase in line.split("|") if phrase.strip()
)
"""Whole texts, normalised; as whole texts they are practically never meant."""
