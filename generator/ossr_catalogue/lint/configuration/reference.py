"""What can be configured, for people: the documentation and the schema are written from it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingCard:
    """One setting; `limits.walltime` is a key of a table, `override.uuid` one of each table of a list."""

    name: str
    type: str
    """What kind of value it has, in a person's words."""
    default: str
    """As TOML where it is a value, in words where it is none."""
    description: str
    """CommonMark: what it does, and what it does not."""
    example: str
    """Lines of TOML, as they stand in `.ossr-catalogue.toml`."""


_RULES: Final = "a list of codes, names or families, or `ALL`"
_REASONS: Final = "a table: code, name or family of the rules, and the reason"
_SEVERITIES: Final = 'a table: code, name or family of the rules, and "error", "warning" or "note"'
_UUID: Final = 'uuid = "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10"'


def settings_reference() -> tuple[SettingCard, ...]:
    """Give every setting, in the order in which a reader wants to know of them."""
    return _CARDS


def _card(name: str, kind: str, default: str, description: str, example: str) -> SettingCard:
    return SettingCard(name=name, type=kind, default=default, description=description, example=example)


_CARDS: Final = (
    _card(
        "select",
        _RULES,
        '["ALL"]',
        "Which rules are told of. All run in any case: what follows from the finding of a rule that is not "
        "selected is not told either. A rule that is named by its own code or name is told of even where it "
        "is a note, or unsure. Where `select` and `ignore` contradict each other, the narrower word counts: "
        "a rule before its family, a family before `ALL`; between equals `ignore` does.",
        'select = ["RES", "STO", "unknown-key"]',
    ),
    _card(
        "ignore",
        _REASONS,
        "nothing",
        "Rules whose findings may stand, each with a reason. The findings are counted and stay in the "
        "machine formats, marked as suppressed. Rules of the family PAR and some others cannot be ignored.",
        'ignore = { DSC110 = "we write in telegram style" }',
    ),
    _card(
        "severity",
        _SEVERITIES,
        "what each rule says",
        "Another severity for some rules; the narrowest word counts. What cannot be suppressed can only be "
        "raised.",
        '[severity]\nRES105 = "error"\nTTL = "note"',
    ),
    _card(
        "fail-on",
        '"error", "warning", "note" or "never"',
        '"error", with `strict` "warning"',
        "From which severity on a finding makes the exit status 1. With `note`, notes are shown too.",
        'fail-on = "warning"',
    ),
    _card(
        "strict",
        "true or false",
        "false",
        "Whether notes are shown, and findings of which a rule is not sure, and warnings fail the run.",
        "strict = true",
    ),
    _card(
        "exclude",
        "a list of patterns",
        "[]",
        "Files that are not looked at when a folder is. A pattern with a slash starts at the folder of the "
        "configuration, any other means a name at any depth; `*` stays within a name, `**` does not, a "
        "folder stands for all that it holds. A file that is named on the command line is looked at all the "
        "same, unless `--force-exclude` is given.",
        'exclude = ["legacy/**", "fixtures"]',
    ),
    _card(
        "limits.memory-per-node",
        "an amount of memory",
        '"4 TiB"',
        "More memory on one node is not believed (RES105). What computing centres call *high memory* nodes "
        "has some 3 TB: [Arizona](https://hpcdocs.hpc.arizona.edu/resources/compute_resources) 3008 GB.",
        '[limits]\nmemory-per-node = "6 TiB"',
    ),
    _card(
        "limits.memory-per-core",
        "an amount of memory",
        '"256 GiB"',
        "More memory for each core is not believed (RES105). High memory nodes have about 32 GB for each; "
        "the limit leaves room for a few cores of such a node with much of its memory.",
        '[limits]\nmemory-per-core = "512 GiB"',
    ),
    _card(
        "limits.cores-per-node",
        "a number",
        "1024",
        "More cores on one node are not believed (RES105). Common nodes have 28 to 256.",
        "[limits]\ncores-per-node = 2048",
    ),
    _card(
        "limits.gpus-per-node",
        "a number",
        "64",
        "More GPUs on one node are not believed (RES105). Common nodes have up to 8.",
        "[limits]\ngpus-per-node = 72",
    ),
    _card(
        "limits.walltime",
        "a duration",
        '"30 d"',
        "A longer run is not believed (RES105). Queues of public computing centres end after days.",
        '[limits]\nwalltime = "60 d"',
    ),
    _card(
        "override.uuid",
        "the uuid of an executable",
        "any executable",
        "What the override is for. Each override has `uuid`, or `paths`, or both.",
        f'[[override]]\n{_UUID}\nignore = {{ RES105 = "LOFAR imaging needs 6 TiB" }}',
    ),
    _card(
        "override.paths",
        "a list of patterns",
        "any file",
        "What the override is for: files, by patterns as in `exclude`.",
        '[[override]]\npaths = ["legacy/**"]\nseverity = { TTL = "note" }',
    ),
    _card(
        "override.pointer",
        "a JSON Pointer",
        "the whole executable",
        "The place that the override is for, and all below it; it starts at the executable.",
        f'[[override]]\n{_UUID}\npointer = "/compute-resources/0/memory"\n'
        'ignore = { RES105 = "LOFAR imaging needs 6 TiB" }',
    ),
    _card(
        "override.ignore",
        _REASONS,
        "nothing",
        "As `ignore`, for what the override is for. One that is of no use any more is reported (CFG101).",
        f'[[override]]\n{_UUID}\nignore = {{ RES105 = "LOFAR imaging needs 6 TiB" }}',
    ),
    _card(
        "override.severity",
        _SEVERITIES,
        "what counts elsewhere",
        "As `severity`, for what the override is for.",
        '[[override]]\npaths = ["legacy/**"]\nseverity = { TTL = "note" }',
    ),
)
