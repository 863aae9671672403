#!/usr/bin/env python3
"""Runs the macro of the ATLAS HiggsML challenge, and works out its numbers once more from the files and the saved scores.

Sums of weights before cuts, the weighted AUC of the test part (all pairs, one by one), the cutflow of the signal region and the
Asimov significance at the cut that Winnow chose on other events.
"""

import csv
import sys

import numpy as np

import common

SUMS = {"sig": 12.844, "bkg": 3831.14}


def weights(path):
    with open(path) as file:
        return {int(r["EventId"]): (float(r["Weight"]), float(r["PRI_tau_pt"])) for r in csv.DictReader(file)}


def auc(score, weight, truth):
    """Returns the share of weighted pairs in which the signal scores higher, ties counted half."""
    s, b = score[truth], score[~truth]
    w, v = weight[truth], weight[~truth]
    higher = (s[:, None] > b[None, :]) + 0.5 * (s[:, None] == b[None, :])
    return float(w @ higher @ v / (w.sum() * v.sum()))


def close(what, found, expected, tolerance):
    off = abs(found - expected)
    return common.verdict(f"{what}: Winnow {found:.6f}, here {expected:.6f}, off by {off:.0e}", off <= tolerance)


def main():
    options = common.arguments(__doc__.splitlines()[0])
    files = common.data(options, "atlas_higgsml/train_sml_sig.csv", "atlas_higgsml/train_sml_bg.csv")
    macro = (common.ROOT / "macros" / "atlas_higgsml.wn").read_text()
    status = common.verdict(f"the macro has {len(macro.splitlines())} lines, 30 at most", len(macro.splitlines()) <= 30)

    out = options.out / "atlas_higgsml"
    run = common.winnow(common.HERE / "atlas_higgsml.wn", out, sig_file=files[0], bkg_file=files[1])
    known = {"sig": weights(files[0]), "bkg": weights(files[1])}
    flow = {s["name"]: s for s in common.statements(run, "cutflow")}

    print("\nbefore cuts")
    for name, events in known.items():
        first = flow["events"]["samples"][name][0]
        total = sum(w for w, _ in events.values())
        status |= close(f"sum of weights of {name}", first["sumw"], total, 1e-9 * total)
        status |= common.verdict(f"it is {SUMS[name]}", f"{first['sumw']:.6g}".startswith(str(SUMS[name])))
        status |= common.verdict(f"{first['raw']} events", first["raw"] == len(events))
        kept = flow["events"]["samples"][name][1]
        expected = sum(w for w, pt in events.values() if pt > 20)
        status |= close("after 'tau pt'", kept["sumw"], expected, 1e-9 * expected)

    with open(out / "scores.csv") as file:
        scores = [(int(r["EventId"]), float(r["nn"])) for r in csv.DictReader(file)]
    ids, score = np.array([i for i, _ in scores]), np.array([x for _, x in scores])
    truth = np.array([i in known["sig"] for i in ids])
    weight = np.array([known["sig" if s else "bkg"][i][0] for i, s in zip(ids, truth)])
    roc = common.statements(run, "roc", "nn")[0]
    print(f"\ntest part: {truth.sum()} signal and {(~truth).sum()} background events")
    status |= close("weighted AUC", roc["auc"], auc(score, weight, truth), 1e-9)
    print(f"        its error {roc['auc_error']:.4f}")

    best = common.statements(run, "optimise")[0]
    selected = score > best["cut"]
    yields = {}
    for name, of_class in (("sig", truth), ("bkg", ~truth)):
        whole = sum(w for w, pt in known[name].values() if pt > 20)
        scale = whole / weight[of_class].sum()
        row = flow["sr"]["samples"][name][-1]
        yields[name] = scale * weight[of_class & selected].sum()
        status |= close(f"{name} behind the cut, scaled by {scale:.4f}", row["sumw"], yields[name], 1e-9 * whole)
        status |= common.verdict(f"{row['raw']} events", row["raw"] == (of_class & selected).sum())
    s, b = yields["sig"], yields["bkg"]
    z = np.sqrt(2 * ((s + b) * np.log1p(s / b) - s))
    print(f"\ncut {best['cut']:.6f}, chosen on valid with Z = {best['z_chosen']:.4f}")
    status |= close("Asimov significance on test", best["z"], z, 1e-9)
    print(f"        its error {best['z_error']:.4f}")
    for expectation in common.statements(run, "expect"):
        status |= common.verdict(expectation["text"], expectation["ok"])
    return status


if __name__ == "__main__":
    sys.exit(main())
