"""What a good Python programmer would write for the same order: pandas, in whole numbers so that equals stay equal.

    ranking_peer.py POINTS ORDER

POINTS is a table with a row for each sheet: entry, nomination, juror and the points by criterion. ORDER gets nomination,
entry, rank and points, in units of 1/1200: points in halves, means over one, two or three jurors, shares in percent.
"""

import sys

import pandas

from judged import CRITERIA


def main(points: str, order: str) -> None:
    sheets = pandas.read_csv(points)
    criteria = list(CRITERIA)
    sheets[criteria] = (sheets[criteria] * 2).astype("int64")
    competing = sheets.groupby(["nomination", "entry"], sort=False)
    means = competing[criteria].sum().mul(6 // competing.size(), axis="index")
    means["points"] = sum(means[criterion] * weight for criterion, weight in CRITERIA.items())
    figures = ["points", *criteria]
    standings = means.reset_index().sort_values(
        ["nomination", *figures, "entry"], ascending=[True, *[False] * len(figures), True])
    keys = standings[["nomination", *figures]]
    places = standings.groupby("nomination").cumcount() + 1
    standings["rank"] = places.where((keys != keys.shift()).any(axis="columns")).ffill().astype("int64")
    standings[["nomination", "entry", "rank", "points"]].to_csv(order, index=False, header=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
