#!/usr/bin/python3
"""Makes the arrays in golden/ that tests read, with NumPy, and golden.tsv, which says what is in them: per column the file, its name, and the values, [ and ] around
those of an event with several.

    python3 make_golden.py            (NumPy 1.24.2 made those that are committed)
"""
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parent / "golden"
OUT.mkdir(exist_ok=True)
SPECIAL = [0.0, -0.0, 1.5, -2.25, np.nan, np.inf, -np.inf]
expected = []


def words(x):
    if isinstance(x, (list, tuple, np.ndarray)):
        return ["[", *[w for v in x for w in words(v)], "]"]
    if isinstance(x, bytes):
        return [x.decode()]
    if isinstance(x, (bool, np.bool_)):
        return ["true" if x else "false"]
    if isinstance(x, (int, np.integer)):
        return [str(int(x))]
    if isinstance(x, (str, np.str_)):
        return [str(x)]
    return [repr(float(x)).replace("nan", "NaN").replace("inf", "Infinity")]


def tell(file, columns):
    for name, values in columns.items():
        expected.append([file, name, *[w for v in values for w in words(v)]])


def save(file, array, **columns):
    np.save(OUT / file, array)
    tell(file, columns)


for code in ("f2", "f4", "f8"):
    for order in "<>":
        a = np.array(SPECIAL + [65504.0, 6e-8], dtype=order + code)
        save(f"{code}_{'little' if order == '<' else 'big'}.npy", a, c0=a)
for code in ("i1", "i2", "i4", "i8", "u1", "u2", "u4"):
    for order in "<>":
        limits = np.iinfo(code)
        a = np.array([0, 1, limits.min, limits.max, 100], dtype=order + code)
        save(f"{code}_{'little' if order == '<' else 'big'}.npy", a, c0=a)
a = np.array([0, 1, 2**63 - 1], dtype="u8")
save("u8.npy", a, c0=a)
np.save(OUT / "u8_beyond.npy", np.array([1, 2**63], dtype="u8"))
a = np.array([True, False, True])
save("bool.npy", a, c0=a)
a = np.array(["a", "", "längér", "\U0001d6fc"])
save("unicode.npy", a, c0=a)
save("unicode_big.npy", a.astype(">U7"), c0=a)
a = np.array([b"ab", b"", "ä".encode()])
save("bytes.npy", a, c0=a)

table = np.arange(12, dtype="<f4").reshape(4, 3) / 8
save("table_c.npy", table, c0=table[:, 0], c1=table[:, 1], c2=table[:, 2])
save("table_fortran.npy", np.asfortranarray(table), c0=table[:, 0], c1=table[:, 1], c2=table[:, 2])
np.save(OUT / "cube.npy", np.zeros((2, 3, 4)))
np.save(OUT / "objects.npy", np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
np.save(OUT / "complex.npy", np.array([1 + 2j]))
save("empty.npy", np.zeros((0, 2)), c0=[], c1=[])
save("scalar.npy", np.float64(2.5), c0=[2.5])

kinds = np.dtype(
    {
        "names": ["run", "pt", "ok", "tag", "hits", "where"],
        "formats": [">i8", "<f4", "?", "S3", ("<i2", (2, 3)), [("x", "<f8"), ("y", "<f8")]],
        "offsets": [0, 8, 13, 14, 20, 32],
        "itemsize": 56,
    }
)
records = np.zeros(3, dtype=kinds)
records["run"] = [2**40, -1, 7]
records["pt"] = [0.1, np.nan, 1e30]
records["ok"] = [True, False, True]
records["tag"] = [b"abc", b"d", b""]
records["hits"] = np.arange(18).reshape(3, 2, 3)
records["where"]["x"] = [1, 2, 3]
records["where"]["y"] = [-1, -2, -3]
save(
    "records.npy",
    records,
    run=records["run"],
    pt=records["pt"],
    ok=records["ok"],
    tag=records["tag"],
    hits=records["hits"],
    **{"where.x": records["where"]["x"], "where.y": records["where"]["y"]},
)
with open(OUT / "version2.npy", "wb") as f:
    np.lib.format.write_array(f, table, version=(2, 0))
tell("version2.npy", dict(c0=table[:, 0], c1=table[:, 1], c2=table[:, 2]))
named = np.zeros(2, dtype=[("Δφ", "<f8")])
named["Δφ"] = [0.5, -0.5]
save("version3.npy", named, **{"Δφ": named["Δφ"]})

members = dict(
    y=np.array([0, 1, 1, 0], dtype="i1"),
    X=np.asfortranarray(table),
    name=np.array(["p", "q", "r", "s"]),
    lumi=np.float64(139.0),
    edges=np.array([0.0, 1.0]),
    jets=np.array([10.0, 20.0, 30.0], dtype="f4"),
    **{"jets.offsets": np.array([0, 2, 2, 2, 3])},
)
columns = dict(
    y=members["y"],
    X0=table[:, 0],
    X1=table[:, 1],
    X2=table[:, 2],
    name=members["name"],
    jets=[[10.0, 20.0], [], [], [30.0]],
)
np.savez(OUT / "members.npz", **members)
tell("members.npz", columns)
np.savez_compressed(OUT / "packed.npz", **members)
tell("packed.npz", columns)

(OUT / "golden.tsv").write_text("".join("\t".join(line) + "\n" for line in expected))
