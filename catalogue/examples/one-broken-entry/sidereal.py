"""Tell the sidereal time of a place: python sidereal.py LONGITUDE_EAST_IN_DEGREES."""

import sys
from datetime import UTC, datetime

J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)


def sidereal_time(moment, longitude=0.0):
    """Give the mean sidereal time in hours (Meeus, Astronomical Algorithms, chapter 12, linear terms)."""
    days = (moment - J2000).total_seconds() / 86400
    return (280.46061837 + 360.98564736629 * days + longitude) % 360 / 15


if __name__ == "__main__":
    hours = sidereal_time(datetime.now(UTC), float(sys.argv[1]))
    print(f"{int(hours):02d} h {int(hours % 1 * 60):02d} min")
