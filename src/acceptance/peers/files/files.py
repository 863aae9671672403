#!/usr/bin/env python3
"""Compares what h5py, NumPy, pandas and an XML parser find in files that Winnow wrote with what it was given, bit by bit."""

import gzip
import json
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from common import MISSED, give_up, np, verdict, winnow  # noqa: E402
import argparse  # noqa: E402

try:
    import h5py
    import pandas as pd
except ImportError as absent:
    give_up(f"{sys.executable} has no {absent.name}; on Debian: apt install python3-h5py python3-pandas")

FLAT = ["x", "f", "i", "l", "ok", "tag", "twice"]
failed = 0


def agree(what, holds):
    global failed
    failed |= verdict(what, bool(holds))


def same(a, b):
    """Equal bit by bit: a NaN is a NaN, and -0 is not 0."""
    a, b = np.asarray(a), np.asarray(b)
    if a.dtype.kind == "f":
        return a.dtype == b.dtype and a.tobytes() == b.tobytes()
    return a.shape == b.shape and bool((a == b).all())


def given(rows):
    random = np.random.default_rng(7)
    x = random.normal(size=rows)
    x[::7] = np.resize([np.nan, np.inf, -np.inf, -0.0, 5e-324, 1.7976931348623157e308], len(x[::7]))
    x = np.where(np.isnan(x), np.nan, x)
    i = np.arange(rows, dtype="i4") - rows // 2
    lengths = np.where(random.integers(0, 20, rows) == 0, 40, random.integers(0, 4, rows))
    ends = np.concatenate([[0], np.cumsum(lengths)])
    return {
        "x": x,
        "f": random.normal(size=rows).astype("f4"),
        "i": i,
        "l": (np.arange(rows, dtype="i8") << 33) - 5,
        "ok": i % 3 == 0,
        "tag": np.array(["", "tt̄", "W → ℓν", "a,\"b\" <&>"], dtype=object)[np.arange(rows) % 4],
        "pt": (random.exponential(30, ends[-1]).astype("f4"), ends),
        "hits": (random.integers(-(2**62), 2**62, ends[-1]), ends),
    }


def write_source(path, columns):
    with h5py.File(path, "w", track_order=True) as f:
        for name, values in columns.items():
            if isinstance(values, tuple):
                data, ends = values
                d = f.create_dataset(name, (len(ends) - 1,), dtype=h5py.vlen_dtype(data.dtype))
                lists = np.empty(len(ends) - 1, dtype=object)
                lists[:] = np.split(data, ends[1:-1])
                d[:] = lists
            elif values.dtype == object:
                f.create_dataset(name, data=values, dtype=h5py.string_dtype())
            else:
                f.create_dataset(name, data=values, chunks=(1000,), compression="gzip", shuffle=True)


def check_hdf5(path, columns, packed):
    with h5py.File(path) as f:
        for name in FLAT:
            found = f[name].asstr()[:] if name == "tag" else f[name][:]
            agree(f"{path.name}: {name} by h5py", same(found, columns[name]))
        for name in ("pt", "hits"):
            data, ends = columns[name]
            agree(f"{path.name}: {name} by h5py", same(f[name]["values"][:], data) and same(f[name]["offsets"][:], ends))
        agree(f"{path.name}: gzip", (f["x"].compression == "gzip") == packed)
        agree(f"{path.name}: row 7 alone", same(f["x"][7], columns["x"][7]))
        agree(f"{path.name}: truth values are bool", f["ok"].dtype == bool)
        frame = pd.DataFrame({k: d[:] for k, d in f.items() if isinstance(d, h5py.Dataset)})
        agree(f"{path.name}: as a frame of pandas", sorted(frame.columns) == sorted(FLAT))
        return dict(f.attrs)


def check_more_rows(path):
    with h5py.File(path, "r+") as f:
        rows = len(f["x"])
        f["x"].resize((rows + 3,))
        f["x"][rows:] = [1, 2, 3]
        f.create_group("more")["n"] = np.arange(3)
    with h5py.File(path) as f:
        agree(f"{path.name}: h5py adds rows and groups", list(f["x"][rows:]) == [1, 2, 3] and len(f["more/n"]) == 3)


def check_tuple(path, columns):
    text = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    tuple_ = xml.fromstring(text).find("tuple")
    agree(f"{path.name}: names", [c.get("name") for c in tuple_.find("columns")] == FLAT)
    cells = np.array([[e.get("value") for e in row] for row in tuple_.find("rows")], dtype=object)
    for k, name in enumerate(FLAT):
        to = {"ok": lambda t: t == "true", "tag": str, "f": np.float32, "x": float, "twice": float}.get(name, int)
        agree(f"{path.name}: {name}", same(np.array([to(t) for t in cells[:, k]], dtype=columns[name].dtype), columns[name]))


def check_histogram(path, edges, values):
    text = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    bins = xml.fromstring(text).find("histogram1d").find("data1d")
    counts = np.zeros(len(edges) + 1)
    for b in bins:
        n = b.get("binNum")
        at = 0 if n == "UNDERFLOW" else len(edges) if n == "OVERFLOW" else int(n) + 1
        counts[at] = float(b.get("height"))
        agree(f"{path.name}: bin {n}", float(b.get("height")) == int(b.get("entries")) == round(float(b.get("error")) ** 2))
    inside, _ = np.histogram(values.astype("f8"), edges)
    expected = [np.sum(values < edges[0]), *inside, np.sum(values > edges[-1])]
    agree(f"{path.name}: counts by np.histogram", list(counts) == expected)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", default=20_000, type=int, help="default 20000")
    parser.add_argument("--out", default=Path("out/peers/files"), type=Path, help="folder for what the macro writes")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    out = options.out.resolve()
    columns = given(options.rows)
    write_source(out / "source.h5", columns)
    winnow(Path(__file__).resolve().parent / "files.wn", out, source=out / "source.h5")
    with np.errstate(over="ignore"):
        columns["twice"] = 2 * columns["x"]
    columns["twice"][np.isnan(columns["twice"])] = np.nan

    facts = check_hdf5(out / "t.h5", columns, packed=False)
    check_hdf5(out / "packed.h5", columns, packed=True)
    agree("packed.h5 is smaller", (out / "packed.h5").stat().st_size < (out / "t.h5").stat().st_size)
    check_more_rows(out / "packed.h5")

    archive = np.load(out / "t.npz")
    for name in ("x", "f", "i", "l", "ok", "tag", "twice"):
        agree(f"t.npz: {name} by NumPy", same(archive[name].astype(columns[name].dtype), columns[name]))
    records = np.load(out / "t.npy")
    agree("t.npy: fields by NumPy", all(same(records[n].astype(columns[n].dtype), columns[n]) for n in FLAT))
    table = pd.read_csv(out / "t.csv", float_precision="round_trip", keep_default_na=False, na_values={"x": ["nan"], "twice": ["nan"]})
    for name in FLAT:
        agree(f"t.csv: {name} by pandas", same(table[name].to_numpy().astype(columns[name].dtype), columns[name]))
    check_tuple(out / "t.aida", columns)
    check_tuple(out / "t.aida.gz", columns)
    check_histogram(out / "h.aida", np.linspace(-2, 2, 21), columns["f"])
    check_histogram(out / "v.aida.gz", np.array([-2, -1, 0, 0.5, 3]), columns["f"])
    try:
        frame = pd.read_parquet(out / "t.parquet")
        agree("t.parquet by pandas", same(frame["x"].to_numpy(), columns["x"]))
    except ImportError:
        print("       t.parquet: this Python has neither pyarrow nor fastparquet")

    beside = json.loads((out / "t.csv.json").read_text())
    mine = {k: v for k, v in beside.items() if k.startswith("winnow.")}
    agree("t.csv.json says what the attributes of t.h5 say", mine == {k: str(v) for k, v in facts.items()})
    agree("t.csv.json tells the length", beside["bytes"] == (out / "t.csv").stat().st_size)
    with h5py.File(out / "sr.h5") as f:
        chosen = columns["i"][(columns["i"] > 0) & (columns["i"] % 2 == 1)]
        agree("sr.h5: the events of the region", same(f["i"][:], chosen) and f.attrs["winnow.events"] == str(len(chosen)))
        agree("sr.h5: its cuts", f.attrs["winnow.selection"] == "(i > 0) and (i % 2 == 1)")
        print("       " + "\n       ".join(f"{k}: {v}" for k, v in f.attrs.items()))
    return MISSED if failed else 0


sys.exit(main())
