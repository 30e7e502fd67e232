"""What the linter has to say: where, what was found, what to do."""

from dataclasses import dataclass
from enum import Enum, IntEnum


class Severity(IntEnum):
    """How bad it is; comparable, the worst is the greatest."""

    NOTE = 1
    """An improvement; shown when asked for."""
    WARNING = 2
    """Very likely wrong, or misleading to a person."""
    ERROR = 3
    """A machine will do the wrong thing, or nothing."""

    @property
    def word(self) -> str:
        """The severity as it is written everywhere."""
        return self.name.lower()


class Confidence(IntEnum):
    """How sure the rule is that it is right."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What a column has to be raised by where columns are not counted in code points."""

    utf8: int = 0
    """Bytes beyond one for each letter before it."""
    utf16: int = 0
    """Code units beyond one for each letter before it: one for each letter beyond U+FFFF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of a file; lines and columns count from 1, columns in code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str = ""
    """The first line of the stretch as it stands in the file, for showing it with a caret."""
    excerpt_column: int = 1
    """The column at which the excerpt starts: of a very long line it is only a part."""
    more: More = More()
    """Before the column; nothing where all that stands there is ASCII."""
    end_more: More = More()
    """Before the end column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The other half of a contradiction."""

    place: Place
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A stretch of the file's text that something else is written over."""

    start: int
    """Offset of the first code point, in the text without a byte order mark."""
    end: int
    """Offset after the last; the same as the start where nothing is taken away."""
    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What would make a finding go away."""

    title: str
    """What it does, in the imperative: `Write "GiB" instead of "gb"`."""
    edits: tuple[Edit, ...]
    """In the order of the file, not overlapping; none where it is only to be saved in another encoding."""
    is_safe: bool
    """Whether what the file means stays the same, or only one thing can have been meant."""
    saves_as_utf_8: bool = False
    """Whether the file is to be saved in UTF-8, without a byte order mark."""


class SuppressionKind(Enum):
    """Where it is said that a finding may stand."""

    INLINE = "inline"
    """In a comment of the file itself."""
    SETTING = "setting"
    """In the configuration."""
    BASELINE = "baseline"
    """In the list of what was there before the linter was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """That a finding is known, and accepted."""

    kind: SuppressionKind
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One root cause at one place."""

    code: str
    """Three letters of a family and three digits; never used again for anything else."""
    name: str
    severity: Severity
    confidence: Confidence = Confidence.HIGH
    message: str
    """What is wrong with the values, in one sentence without a full stop."""
    path: str
    """The file, relative to where the linter was called, with forward slashes; `-` for standard input."""
    place: Place
    label: str = ""
    """What to write beside the caret."""
    related: tuple[Related, ...] = ()
    advice: str = ""
    """What to do: if possible a text that can be pasted."""
    where: str = ""
    """The place in words: `executables[2] "Crab flux fit" → compute-resources[0].memory`."""
    pointer: str = ""
    """The same as a JSON Pointer, RFC 6901."""
    uuid: str | None = None
    """The executable that is spoken about, if it has a uuid."""
    fix: Fix | None = None
    suppression: Suppression | None = None
    """None where the finding counts."""

    @property
    def fingerprint(self) -> str:
        """Name the finding by 64 hexadecimal digits that stay when lines or entries change places.

        It is of the rule, the executable and the place within it; of the file where no executable is meant.
        """
        import hashlib  # noqa: PLC0415 - loads OpenSSL: 5 ms, which only some reports need

        below = "/".join(self.pointer.split("/")[3:]) if self.uuid else self.pointer
        parts = (self.code, self.uuid or self.path, below)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
