#!/usr/bin/env python3
"""Fits a logistic regression by Winnow and scikit-learn to the HIGGS events, and compares the coefficients.

Both without penalty, over standardised inputs, to a tolerance of 1e-10. The coefficients are those of the standardised inputs.
"""

import sys
import warnings

import numpy as np

import common

LIMIT = 1e-4


def main():
    options = common.arguments(__doc__.splitlines()[0])
    (train,) = common.data(options, "higgs/HIGGS_10k.csv.gz")
    common.sklearn()
    from sklearn.linear_model import LogisticRegression

    out = options.out / "higgs_logistic"
    common.winnow(common.HERE / "higgs_logistic.wn", out, train_file=train)
    head, tensors = common.model(out / "lr.wnm")
    names = [i["name"] for i in head["inputs"]] + ["intercept"]
    ours, errors = tensors["coefficients"][0], tensors["errors"][0]

    x, y = common.higgs(train)
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it goes on until rounding stops it, and says so
        fit = LogisticRegression(penalty=None, tol=1e-10, max_iter=10000, solver="newton-cg").fit(x, y)
    theirs = np.append(fit.coef_[0], fit.intercept_)

    # The order of the columns is the file's in both.
    expected = common.LOW + common.HIGH + ["intercept"]
    if names != expected:
        common.give_up(f"the model's inputs are {names}, expected {expected}")
    rows = [
        [n, f"{a:.8f}", f"{e:.8f}", f"{b:.8f}", f"{a - b:+.1e}"] for n, a, e, b in zip(names, ours, errors, theirs)
    ]
    print(f"coefficients of {len(x)} HIGGS events, standardised")
    common.print_table(["", "Winnow", "± ", "scikit-learn", "difference"], rows)
    worst = np.abs(ours - theirs).max()
    print()
    return common.verdict(f"greatest difference {worst:.1e}, must be below {LIMIT}", worst < LIMIT)


if __name__ == "__main__":
    sys.exit(main())
