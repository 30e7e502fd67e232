"""Pictures of numbers: values in, SVG out, for both colour schemes, any width from a phone's on, and print.

Across, everything stands in per cent, down in em, so that text keeps its size on every screen; how things
look is `assets/charts.css`. Each picture says in words what it shows, and what is written in it is escaped.
"""

from ossr_catalogue.publish.charts.bars import Part, Row, bars
from ossr_catalogue.publish.charts.columns import Column, columns
from ossr_catalogue.publish.charts.frame import Caption
from ossr_catalogue.publish.charts.ranges import Band, Mark, ranges

__all__ = ["Band", "Caption", "Column", "Mark", "Part", "Row", "bars", "columns", "ranges"]
