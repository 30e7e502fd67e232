#!/usr/bin/env python3
"""Count the stars of a CSV table in bins of one magnitude: count_stars.py STARS.csv."""

import csv
import math
import sys
from collections import Counter

with open(sys.argv[1], encoding="utf-8") as file:
    counts = Counter(math.floor(float(row["magnitude"])) for row in csv.DictReader(file))
total = 0
print("from,to,stars,total")
for magnitude in sorted(counts):
    total += counts[magnitude]
    print(f"{magnitude},{magnitude + 1},{counts[magnitude]},{total}")
