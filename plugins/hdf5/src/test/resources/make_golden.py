#!/usr/bin/python3
"""Makes the files in golden/ that tests read, with h5py, pandas and PyTables, and golden.tsv, which says what is in them: per
column the file, the table, its name, and the values, [ and ] around those of an event with several.

    python3 make_golden.py            (h5py 3.7.0, pandas 1.5.3, PyTables 3.7.0 made those that are committed)
"""
import pathlib

import h5py
import numpy as np
import pandas as pd

OUT = pathlib.Path(__file__).parent / "golden"
OUT.mkdir(exist_ok=True)
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


def tell(file, table, **columns):
    for name, values in columns.items():
        expected.append([file, table, name, *[w for v in values for w in words(v)]])


x = np.array([0.5, np.nan, -np.inf, 1e300])
table = (np.arange(12, dtype="f4") / 8).reshape(4, 3)
lists = [[1.5, 2.5], [], [3.0], [4.0, 5.0, 6.0]]


def fill(group, **how):
    for code in ("i1", "i2", "i4", "i8", "u1", "u2", "u4"):
        limits = np.iinfo(code)
        group.create_dataset(code, data=np.array([0, limits.min, limits.max, 7], dtype=code), **how)
    group.create_dataset("f4_big", data=x.astype(">f4"), **how)
    group.create_dataset("f8", data=x, **how)
    group.create_dataset("ok", data=np.array([True, False, True, True]), **how)
    group.create_dataset("tag", data=np.array([b"a", b"", b"cde", b"f"]), **how)


def numbers():
    limits = {c: np.iinfo(c) for c in ("i1", "i2", "i4", "i8", "u1", "u2", "u4")}
    columns = {c: [0, l.min, l.max, 7] for c, l in limits.items()}
    columns["f4_big"] = x.astype("f4")
    columns["f8"] = x
    columns["ok"] = [True, False, True, True]
    columns["tag"] = ["a", "", "cde", "f"]
    return columns


np.seterr(over="ignore")
with h5py.File(OUT / "columns.h5", "w") as f:
    fill(f)
    f.create_dataset("word", data=["längér", "", "b", "c"], dtype=h5py.string_dtype())
    f.create_dataset("lumi", data=139.0)
    f.create_dataset("edges", data=[0.0, 1.0])
    f.create_dataset("z", data=np.array([1j] * 4))
tell("columns.h5", "/", **{**numbers(), "word": ["längér", "", "b", "c"]})
with h5py.File(OUT / "chunked.h5", "w") as f:
    g = f.create_group("events/all")
    fill(g, chunks=(3,), compression="gzip", shuffle=True)
    late = f.create_group("late")
    late.create_dataset("n", data=np.arange(1000), chunks=(64,), maxshape=(None,), compression="gzip", fletcher32=True)
    late.create_dataset("x", data=np.arange(1000) / 4, compression="lzf", chunks=(100,))
tell("chunked.h5", "events/all", **numbers())
tell("chunked.h5", "late", n=np.arange(1000), x=np.arange(1000) / 4)
with h5py.File(OUT / "lists.h5", "w", libver="latest") as f:
    v = f.create_dataset("jets/pt", (4,), dtype=h5py.vlen_dtype("f4"))
    i = f.create_dataset("jets/id", (4,), dtype=h5py.vlen_dtype("i8"))
    for k, values in enumerate(lists):
        v[k] = values
        i[k] = np.arange(len(values))
    f.create_dataset("jets/n", data=[2, 0, 1, 3])
tell("lists.h5", "jets", id=[list(range(len(l))) for l in lists], n=[2, 0, 1, 3], pt=lists)
with h5py.File(OUT / "jagged.h5", "w", track_order=True) as f:
    f.create_dataset("z", data=np.arange(4))
    for name, values, type_ in (("pt", [v for l in lists for v in l], "f4"), ("tag", list("abcdef"), h5py.string_dtype()), ("ok", [True, False] * 3, bool)):
        f.create_dataset(f"{name}/values", data=np.array(values, dtype=object if name == "tag" else type_), dtype=type_, chunks=(4,), compression="gzip")
        f.create_dataset(f"{name}/offsets", data=np.array([0, 2, 2, 3, 6], dtype="i4"))
    f.create_dataset("a", data=np.arange(4) / 2).attrs["units"] = "GeV"
    f.create_dataset("short/values", data=np.arange(3))
    f.create_dataset("short/offsets", data=[0, 3])
letters = [["a", "b"], [], ["c"], ["d", "e", "f"]]
tell("jagged.h5", "/", z=np.arange(4), pt=lists, tag=letters, ok=[[True, False], [], [True], [False, True, False]], a=np.arange(4) / 2)
with h5py.File(OUT / "array.h5", "w") as f:
    d = f.create_dataset("data", data=table, chunks=(2, 2), compression="gzip")
    d.attrs["columns"] = ["pt", "eta", "phi"]
    f.create_dataset("plain/X", data=table)
    f.create_dataset("plain/y", data=np.array([0, 1, 1, 0], dtype="i1"))
tell("array.h5", "/", pt=table[:, 0], eta=table[:, 1], phi=table[:, 2])
tell("array.h5", "plain", X0=table[:, 0], X1=table[:, 1], X2=table[:, 2], y=[0, 1, 1, 0])
records = np.zeros(3, dtype=[("run", ">i8"), ("pt", "f4"), ("tag", "S3"), ("hits", "i2", (2,))])
records["run"] = [2**40, -1, 7]
records["pt"] = [0.1, np.nan, 2]
records["tag"] = [b"abc", b"", b"d"]
records["hits"] = [[1, 2], [3, 4], [5, 6]]
with h5py.File(OUT / "records.h5", "w") as f:
    f.create_dataset("events", data=records, chunks=(2,), compression="gzip")
tell("records.h5", "events", **{n: records[n] for n in records.dtype.names})

frame = pd.DataFrame(
    {
        "mass": [91.2, np.nan, 80.4],
        "n": np.array([1, 2, 3], dtype="i8"),
        "pt": [1.5, 2.5, 3.5],
        "ok": [True, False, True],
        "e": np.array([1, 2, 4], dtype="f4"),
    }
)
frame.to_hdf(OUT / "fixed.h5", key="df", mode="w")
frame.to_hdf(OUT / "table.h5", key="df", mode="w", format="table", index=False)
frame.to_hdf(OUT / "table.h5", key="more/zipped", mode="a", format="table", data_columns=True, complib="zlib", complevel=5, index=False)
order = {n: frame[n].to_numpy() for n in frame.columns}
tell("fixed.h5", "df", index=[0, 1, 2], **order)
tell("table.h5", "df", index=[0, 1, 2], **order)
tell("table.h5", "more/zipped", index=[0, 1, 2], **order)
named = frame[["mass"]].assign(tag=["a", "bc", ""])
named.index = [10, 20, 30]
named.to_hdf(OUT / "strings.h5", key="df", mode="w", format="table", index=False)
tell("strings.h5", "df", index=[10, 20, 30], mass=named["mass"], tag=["a", "bc", ""])

(OUT / "golden.tsv").write_text("".join("\t".join(line) + "\n" for line in expected))
