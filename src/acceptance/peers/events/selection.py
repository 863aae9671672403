#!/usr/bin/env python3
"""What selection.wn does, as one writes it with pandas and numpy: `selection.py FILE [whole]`; `whole` reads all columns, else only those in use."""

import json
import sys

import numpy as np
import pandas as pd

COLUMNS = "l1_pt l1_eta l1_phi l1_q l2_pt l2_eta l2_phi l2_q met met_phi j1_pt j2_pt weight".split()


def delta_phi(a, b):
    return np.remainder(a - b + np.pi, 2 * np.pi) - np.pi


def main(path, whole):
    d = pd.read_csv(path) if whole else pd.read_csv(path, usecols=COLUMNS)
    d["mll"] = np.sqrt(2 * d.l1_pt * d.l2_pt * (np.cosh(d.l1_eta - d.l2_eta) - np.cos(d.l1_phi - d.l2_phi)))
    d["dphi"] = delta_phi(d.l1_phi, d.l2_phi)
    px = d.l1_pt * np.cos(d.l1_phi) + d.l2_pt * np.cos(d.l2_phi)
    py = d.l1_pt * np.sin(d.l1_phi) + d.l2_pt * np.sin(d.l2_phi)
    d["ptll"] = np.sqrt(px**2 + py**2)
    d["mt"] = np.sqrt(2 * d.ptll * d.met * (1 - np.cos(delta_phi(d.l1_phi, d.met_phi))))
    d["ht"] = d.l1_pt + d.l2_pt + d.j1_pt + d.j2_pt + d.met

    cuts = {
        "lepton pt": (d.l1_pt > 22) & (d.l2_pt > 10),
        "acceptance": (abs(d.l1_eta) < 2.5) & (abs(d.l2_eta) < 2.5),
        "opposite charge": d.l1_q * d.l2_q < 0,
        "mass": d.mll > 10,
        "missing pt": d.met > 20,
        "pt of the pair": d.ptll > 15,
    }
    passed, flow = np.ones(len(d), bool), []
    for label, cut in cuts.items():
        passed &= cut.to_numpy()
        w = d.weight[passed]
        flow.append([label, int(passed.sum()), float(w.sum()), float(np.sqrt((w**2).sum()))])

    d = d[passed]
    ranges = {"l1_eta": (-2.5, 2.5), "dphi": (-3.2, 3.2), "ht": (0, 500)}
    for name in "l1_pt l2_pt l1_eta met mll dphi ptll mt ht j1_pt".split():
        limits = ranges.get(name, (0, 250))
        np.histogram(d[name], 50, limits, weights=d.weight)
        np.histogram(d[name], 50, limits, weights=d.weight**2)
    return flow


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], "whole" in sys.argv[2:])))
