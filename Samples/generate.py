#!/usr/bin/env python3
"""Writes the large sample documents of Laureat: `python3 Samples/generate.py`.

Python 3 standard library only. The same seed gives the same files, byte for byte: of `random` only `Random.random()`
is used, whose sequence Python promises to keep. The totals (412, 1125, 95, 618, 1123, 170) are those of the report of
Kemerovo for 2020; every single record is invented. Telephone numbers begin with 0 after the area code, as none does.
"""

from generator.applications import newyear, snow, teplo, tos
from generator.results import teplo_results
from generator.sheets import newyear_jury, snow_jury, tos_jury

if __name__ == "__main__":
    teplo_results(*teplo())
    snow_jury(snow())
    tos_jury(tos())
    newyear_jury(newyear())
