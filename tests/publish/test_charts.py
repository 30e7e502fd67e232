"""Charts: what stands where, that it can be read, and that nothing in it is alive."""

import pytest
from markupsafe import Markup

import sample_catalogue as sample
from drawings import drawing, meetings, number, outside
from ossr_catalogue.model.quantity import GIB, TIB, Number
from ossr_catalogue.publish.charts import Band, Caption, Column, Mark, Part, Row, bars, columns, ranges
from ossr_catalogue.publish.charts.bars import shares
from ossr_catalogue.publish.charts.words import ROOMY, shortened, width
from ossr_catalogue.publish.pages.figures import CORES, GPUS, MEMORY, STORAGE, WALLTIME, Scale

CAPTION = Caption(key="a-chart", title="A chart", description="What it shows.")
LONG = "International Virtual Observatory Alliance ExecutionBroker of the northern hemisphere"


def row(label: str, *counts: int, href: str = "") -> Row:
    names = ("fits", "fits-less", "unknown", "does-not-fit")
    parts = tuple(Part(name=name, count=count) for name, count in zip(names, counts, strict=False))
    return Row(label=label, parts=parts, href=href)


def band(least: Number, most: Number | None, *, unbounded: bool = False, label: str = "It needs") -> Band:
    return Band(label=label, value="16 GB to 344 GB", least=least, most=most, unbounded=unbounded)


def mark(amount: Number, label: str = "mybinder.org") -> Mark:
    return Mark(label=label, value="999.9 GiB", amount=amount)


MARKS = (mark(2 * GIB), mark(64 * GIB, LONG), mark(10 * TIB, sample.NASTY))
CHARTS = {
    "bars": bars([row("Jupyter notebooks", 90), row("x", 0), row("Zeppelin notebook", 1)], CAPTION),
    "bars without any": bars([], CAPTION),
    "one bar": bars([row("a", 1)], CAPTION),
    "bars of many": bars([row(LONG, 1, 99_999, 1, 7), row(sample.NASTY, 3, href="../?a=b&c=d")], CAPTION),
    "bars in another script": bars([row("星团与星系的目录和光谱数据立方体集合", 1_234_567)], CAPTION),
    "columns": columns([Column(above=GIB, up_to=4 * GIB, count=12_345)], MEMORY, CAPTION),
    "columns without any": columns([], CORES, CAPTION),
    "labels at both ends": columns(
        [], Scale(lowest=1, highest=100, labelled=((1, "one of them"), (100, "a hundred"))), CAPTION
    ),
    "ranges": ranges([band(GIB, 16 * GIB)], MARKS, MEMORY, CAPTION),
    "ranges at both ends": ranges([band(0, 10**30), band(10**30, 10**30, label=LONG)], MARKS, CORES, CAPTION),
    "an open range": ranges([band(6, None, unbounded=True)], (mark(0), mark(64)), GPUS, CAPTION),
    "time": ranges([band(1800, None)], (mark(43_200),), WALLTIME, CAPTION),
    "storage": ranges([band(GIB, TIB)], (), STORAGE, CAPTION),
}
every_chart = pytest.mark.parametrize("svg", CHARTS.values(), ids=CHARTS)


@every_chart
def test_nothing_reaches_over_the_border_on_the_narrowest_phone(svg: Markup) -> None:
    assert list(outside(drawing(svg))) == []


@every_chart
def test_no_text_covers_another_on_a_phone_nor_where_the_longer_wording_shows(svg: Markup) -> None:
    chart = drawing(svg)
    assert meetings(chart.texts()) == []
    assert meetings(chart.texts(hidden="chart__short", wide=ROOMY)) == []


@every_chart
def test_a_chart_is_nothing_but_shapes_and_words(svg: Markup) -> None:
    chart = drawing(svg)
    assert {one.tag for one in chart.root.iter()} <= {
        "svg", "title", "desc", "rect", "line", "text", "path", "a", "pattern",
    }  # fmt: skip
    attributes = {name for one in chart.root.iter() for name in one.attrib}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}


@every_chart
def test_a_chart_says_what_it_is_and_what_it_shows(svg: Markup) -> None:
    root = drawing(svg).root
    ids = {one.get("id"): one.text for one in root.iter() if one.get("id")}
    assert ids[root.get("aria-labelledby")] == "A chart"
    assert ids[root.get("aria-describedby")] == "What it shows."


def test_a_hostile_label_is_only_words_and_hides_nothing() -> None:
    svg = bars([row('<b onload="x">"a" &amp; \u202eevil', 1, href='../?q="><script>')], CAPTION)
    assert "\u202e" not in svg
    chart = drawing(svg)
    assert '<b onload="x">"a" &amp; evil' in [shown.words for shown in chart.texts(hidden="")]
    (link,) = chart.root.iter("a")
    assert link.get("href") == '../?q="><script>'


def test_what_leads_somewhere_can_be_reached() -> None:
    assert drawing(bars([row("a", 1)], CAPTION)).root.get("role") == "img"
    assert drawing(bars([row("a", 1, href="../a/")], CAPTION)).root.get("role") == "group"


def test_the_longest_bar_is_as_long_as_there_is_room_and_the_others_in_proportion() -> None:
    chart = drawing(bars([row("a", 40), row("b", 10), row("c", 0)], CAPTION))
    assert chart.spans("chart__part") == [(0, 100), (0, 25)]


def test_what_does_not_fit_differs_from_what_fits_by_more_than_its_colour() -> None:
    chart = drawing(bars([row("a", 1, 0, 0, 1)], CAPTION))
    assert [part.get("fill") for part in chart.all("chart__part")] == [None, "url(#a-chart-hatch)"]
    assert [pattern.get("id") for pattern in chart.root.iter("pattern")] == ["a-chart-hatch"]


def test_the_parts_of_a_bar_follow_each_other() -> None:
    chart = drawing(bars([row("a", 2, 1, 0, 1)], CAPTION))
    assert chart.spans("chart__part") == [(0, 50), (50, 25), (75, 25)]


@pytest.mark.parametrize(
    ("counts", "most", "lengths"),
    [
        pytest.param([1, 99_999], 100_000, [0.8, 99.2], id="one of many is seen"),
        pytest.param([0, 1], 100_000, [0, 0.8], id="a short bar is seen"),
        pytest.param([1, 1], 10**6, [0.8, 0.8], id="a short bar of two is seen"),
        pytest.param([0, 0], 5, [0, 0], id="nothing is nothing"),
    ],
)
def test_nothing_that_is_there_vanishes(counts: list[int], most: int, lengths: list[float]) -> None:
    assert shares(counts, most) == pytest.approx(lengths)


def test_a_bar_says_its_count_or_what_it_is_told_to() -> None:
    rows = [row("a", 12_000), Row(label="b", parts=(), value="3 of 4")]
    assert drawing(bars(rows, CAPTION)).words() == ["a", "12,000", "b", "3 of 4"]


def test_a_label_too_long_for_a_phone_is_there_twice() -> None:
    words = "Environment of Virtual Research Labs"
    chart = drawing(bars([row(words, 1)], CAPTION))
    short, long = (chart.all(look)[0].text for look in ("chart__short", "chart__long"))
    assert short is not None
    assert short.endswith("…")
    assert long == words
    assert drawing(bars([row("mybinder.org", 1)], CAPTION)).all("chart__short") == []


def test_a_text_is_cut_such_that_it_has_room() -> None:
    assert width(shortened(LONG, 10)) <= 10
    assert shortened("", 3) == ""


SCALE = Scale(lowest=1, highest=10_000, labelled=((10, "10"), (10_000, "10k")))


def test_a_column_stands_over_its_amounts() -> None:
    chart = drawing(columns([Column(above=10, up_to=100, count=5)], SCALE, CAPTION))
    ((start, length),) = chart.spans("chart__part")
    assert (start, start + length) == (25.5, 49.5)


def test_a_column_is_as_high_as_its_count() -> None:
    two = [Column(above=1, up_to=10, count=30), Column(above=10, up_to=100, count=10)]
    high, low = drawing(columns(two, SCALE, CAPTION)).all("chart__part")
    assert number(high.get("height")) == pytest.approx(3 * number(low.get("height")))
    assert number(high.get("y")) + number(high.get("height")) == number(low.get("y")) + number(
        low.get("height")
    )


def test_a_column_of_none_is_not_there_and_one_of_few_is_seen() -> None:
    given = [Column(above=1, up_to=10, count=n) for n in (0, 1, 100_000)]
    chart = drawing(columns(given, SCALE, CAPTION))
    assert len(chart.all("chart__part")) == 2
    assert number(chart.all("chart__part")[0].get("height")) > 0.1
    assert chart.words()[:2] == ["1", "100k"]


def test_a_band_reaches_from_the_least_to_the_most() -> None:
    chart = drawing(ranges([band(10, 100)], [mark(1000)], SCALE, CAPTION))
    assert chart.spans("chart__band") == [(26.25, 23.75)]
    assert chart.spans("chart__shade") == [(26.25, 23.75)]
    assert number(chart.all("chart__point")[0].get("x")) == 73.75


def test_a_band_of_one_amount_is_seen() -> None:
    chart = drawing(ranges([band(10_000, 10_000)], [], SCALE, CAPTION))
    ((start, length),) = chart.spans("chart__band")
    assert length == 1.5
    assert start + length <= 100


def test_an_open_band_reaches_the_border_and_looks_open_unless_more_is_always_of_use() -> None:
    open_ = drawing(ranges([band(10, None)], [], SCALE, CAPTION))
    assert open_.spans("chart__band--open") == [(26.25, 73.75)]
    assert open_.all("chart__mark--arrow") == []
    unbounded = drawing(ranges([band(10, None, unbounded=True)], [], SCALE, CAPTION))
    assert unbounded.spans("chart__band--closed") == [(26.25, 73.75)]
    assert len(unbounded.all("chart__mark--arrow")) == 1


def test_a_band_without_a_least_begins_at_the_border_without_a_line() -> None:
    chart = drawing(ranges([band(0, 100)], [], SCALE, CAPTION))
    assert chart.spans("chart__band")[0][0] == 0
    assert chart.all("chart__least") == []


@pytest.mark.parametrize(
    ("need", "amount", "side"),
    [
        pytest.param(band(240 * 10**9, 10**12), 239_900_000_000, "below", id="by a hair too little"),
        pytest.param(band(240 * 10**9, 10**12), 240 * 10**9, "within", id="just enough to run"),
        pytest.param(band(1, 4), 4, "enough", id="all that is of use"),
        pytest.param(band(1, 4), 400, "enough", id="more than is of use"),
        pytest.param(band(1, None), 1, "enough", id="no most is declared"),
        pytest.param(band(1, None, unbounded=True), 10**9, "within", id="more is always of use"),
        pytest.param(band(0, 4), 0, "within", id="no least is declared"),
    ],
)
def test_a_mark_shows_on_which_side_of_the_band_it_lies(need: Band, amount: Number, side: str) -> None:
    chart = drawing(ranges([need], [mark(amount)], MEMORY, CAPTION))
    assert len(chart.all(f"chart__mark--{side}")) == 1


def test_marks_are_seen_against_the_first_band() -> None:
    chart = drawing(ranges([band(8, 16), band(1, 2)], [mark(4)], CORES, CAPTION))
    assert len(chart.all("chart__mark--below")) == 1
    assert len(chart.all("chart__band")) == 2


def test_the_first_band_is_the_one_that_goes_down_through_all_lines() -> None:
    chart = drawing(ranges([band(10, 100), band(1, 10)], [mark(4)], SCALE, CAPTION))
    assert chart.spans("chart__shade") == chart.spans("chart__band")[:1]


def test_the_same_values_give_the_same_picture() -> None:
    once, again = (ranges([band(GIB, 16 * GIB)], MARKS, MEMORY, CAPTION) for _ in range(2))
    assert once == again
