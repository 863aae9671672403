#!/usr/bin/env python3
"""Makes the files in libsvm/ and golden/ that tests read, with scikit-learn, and golden.tsv, which says what is in them and in an
ARFF file, as SciPy reads it: per column the file, its name, and the values.

    python3 make_golden.py            (scikit-learn 1.2.1 and SciPy 1.10.1 made those that are committed)
"""
import pathlib

import numpy as np
from scipy.io import arff
from sklearn.datasets import dump_svmlight_file, load_svmlight_file

HERE = pathlib.Path(__file__).parent
expected = []
random = np.random.default_rng(1)
x = np.where(random.random((40, 9)) < 0.3, np.round(random.normal(size=(40, 9)), 3), 0)
x[0, 8] = 1.25
for name, base, labels in (
    ("one.libsvm", 1, np.where(random.random(40) < 0.5, 1, -1)),
    ("zero.libsvm", 0, np.round(random.normal(size=40), 2)),
):
    x[0, 0] = -2.5
    dump_svmlight_file(x, labels, HERE / "libsvm" / name, zero_based=base == 0, comment=None)
    table, told = load_svmlight_file(str(HERE / "libsvm" / name), zero_based=base == 0)
    expected.append([name, "label", *[str(int(l)) if base else repr(float(l)) for l in told]])
    for i, column in enumerate(table.toarray().T):
        expected.append([name, f"x{i + base}", *[repr(float(v)) for v in column]])

(HERE / "arff" / "iris.arff").write_text(
    "@relation iris\n@attribute sepal_length real\n@attribute petal_length real\n@attribute class {setosa,versicolor}\n@data\n"
    + "".join(f"{5 + i / 10},{'?' if i % 4 == 3 else i * 0.7},{'setosa' if i % 2 else 'versicolor'}\n" for i in range(12))
)
rows, meta = arff.loadarff(HERE / "arff" / "iris.arff")
for name in meta.names():
    words = [v.decode() if isinstance(v, bytes) else repr(float(v)).replace("nan", "NaN") for v in rows[name]]
    expected.append(["iris.arff", name, *words])
(HERE / "golden.tsv").write_text("".join("\t".join(line) + "\n" for line in expected))
