#!/usr/bin/env python3
"""Runs the lecture's macro on UCI HIGGS events: a network on 21 raw momenta, on 7 masses that physicists made of them, on all 28."""

import sys

import common

NAMES = {"raw": "21 low-level", "made": "7 high-level", "joined": "all 28", "line": "21 low-level, straight line"}


def main():
    options = common.arguments(__doc__)
    (file,) = common.data(options, "higgs/higgs_shared_extra.csv.gz")
    run = common.winnow(
        common.ROOT / "macros" / "lecture" / "higgs_features.wn", options.out / "higgs_features", file=file
    )
    roc = {s["name"]: s for s in common.statements(run, "roc")}
    events = common.statements(run, "train")[0]["train_events"]
    rows = [
        [text, f"{roc[n]['auc']:.4f}", f"{roc[n]['auc_error']:.4f}", f"{roc[n]['efficiency_at']['0.1']:.3f}"]
        for n, text in NAMES.items()
    ]
    print(f"{events} events train, {roc['raw']['signal_events'] + roc['raw']['background_events']} judge")
    common.print_table(["variables", "AUC", "±", "signal at 10 % background"], rows)
    gap = next(c for c in roc["made"]["comparisons"] if c["with"] == "raw")
    print(f"high - low: {gap['difference']:.4f} ± {gap['error']:.4f}, on the same events\n")
    status = 0
    for expectation in common.statements(run, "expect"):
        status |= common.verdict(expectation["text"], expectation["ok"])
    return status


if __name__ == "__main__":
    sys.exit(main())
