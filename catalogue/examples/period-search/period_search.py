"""Find the period of a variable star in a light curve, with the Lomb-Scargle periodogram.

Usage: python period_search.py data/light_curve.csv [SHORTEST_DAYS [LONGEST_DAYS]]
"""

import csv
import math
import sys


def power(times, magnitudes, frequency):
    """Give the normalised power at one frequency, in cycles per day (Scargle 1982)."""
    omega = 2 * math.pi * frequency
    tau = math.atan2(
        sum(math.sin(2 * omega * t) for t in times), sum(math.cos(2 * omega * t) for t in times)
    ) / (2 * omega)
    mean = sum(magnitudes) / len(magnitudes)
    residuals = [m - mean for m in magnitudes]
    total = 0.0
    for wave in (math.cos, math.sin):
        terms = [wave(omega * (t - tau)) for t in times]
        total += sum(r * x for r, x in zip(residuals, terms)) ** 2 / sum(x * x for x in terms)
    return total / sum(r * r for r in residuals)


def best_period(times, magnitudes, shortest, longest):
    """Try frequencies fifty times finer than the observations can tell apart."""
    step = 1 / (50 * (max(times) - min(times)))
    count = int((1 / shortest - 1 / longest) / step)
    frequencies = [1 / longest + step * k for k in range(count + 1)]
    return 1 / max(frequencies, key=lambda frequency: power(times, magnitudes, frequency))


def main(path, shortest=0.2, longest=5.0):
    with open(path, encoding="utf-8") as file:
        rows = [(float(row["day"]), float(row["magnitude"])) for row in csv.DictReader(file)]
    times, magnitudes = zip(*rows)
    print(f"{best_period(times, magnitudes, float(shortest), float(longest)):.4f} days")


if __name__ == "__main__":
    main(*sys.argv[1:])
