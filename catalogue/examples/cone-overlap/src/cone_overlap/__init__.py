"""How much two circular fields of view on the sky have in common."""

import sys
from math import acos, cos, pi, radians, sin


def overlap(first, second, separation):
    """Give the solid angle, in steradians, that two cones share; all angles in radians."""
    if separation >= first + second:
        return 0.0
    if separation <= abs(first - second):
        return 2 * pi * (1 - cos(min(first, second)))
    return 2 * (
        pi
        - acos((cos(separation) - cos(first) * cos(second)) / (sin(first) * sin(second)))
        - acos((cos(second) - cos(separation) * cos(first)) / (sin(separation) * sin(first))) * cos(first)
        - acos((cos(first) - cos(separation) * cos(second)) / (sin(separation) * sin(second))) * cos(second)
    )


def main():
    """Print the overlap of two fields, in square degrees: cone-overlap RADIUS RADIUS SEPARATION."""
    shared = overlap(*(radians(float(angle)) for angle in sys.argv[1:4]))
    print(f"{shared * (180 / pi) ** 2:.4f} square degrees")
