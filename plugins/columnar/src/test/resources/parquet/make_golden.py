#!/usr/bin/env python3
"""Makes the files in golden/ that tests read, with Arrow's reference library, and golden.tsv, which says what is in them: per
column the file, its name, and the values, [ and ] around those of an event with several.

    python3 make_golden.py            (pyarrow 25.0.1 made those that are committed)
"""
import decimal
import pathlib

import pyarrow as pa
import pyarrow.parquet as pq

OUT = pathlib.Path(__file__).parent / "golden"
OUT.mkdir(exist_ok=True)
NAN, INF = float("nan"), float("inf")
expected = []


def words(x):
    if isinstance(x, (list, tuple)):
        return ["[", *[w for v in x for w in words(v)], "]"]
    if isinstance(x, bool):
        return ["true" if x else "false"]
    if isinstance(x, int):
        return [str(x)]
    if isinstance(x, str):
        return [x]
    return [repr(float(x)).replace("nan", "NaN").replace("inf", "Infinity")]


def save(file, table, columns, **how):
    pq.write_table(table, OUT / file, **how)
    for name, values in columns.items():
        expected.append([file, name, *[w for v in values for w in words(v)]])


limits = {
    "i1": (pa.int8(), [0, -128, 127]),
    "i2": (pa.int16(), [0, -(2**15), 2**15 - 1]),
    "i4": (pa.int32(), [0, -(2**31), 2**31 - 1]),
    "i8": (pa.int64(), [0, -(2**63), 2**63 - 1]),
    "u1": (pa.uint8(), [0, 1, 255]),
    "u2": (pa.uint16(), [0, 1, 65535]),
    "u4": (pa.uint32(), [0, 1, 2**32 - 1]),
    "u8": (pa.uint64(), [0, 1, 2**63 - 1]),
    "f2": (pa.float16(), [1.5, NAN, -INF]),
    "f4": (pa.float32(), [0.25, NAN, INF]),
    "f8": (pa.float64(), [0.1, NAN, -1e300]),
    "ok": (pa.bool_(), [True, False, True]),
    "tag": (pa.string(), ["längér", "", "x"]),
    "cost": (pa.decimal128(9, 2), [decimal.Decimal("1.25"), decimal.Decimal("-3"), decimal.Decimal("0.5")]),
}
flat = pa.table({k: pa.array(v, t) for k, (t, v) in limits.items()})
columns = {k: v for k, (t, v) in limits.items()}
save("flat.parquet", flat, columns, store_decimal_as_integer=True)
for codec in ("none", "gzip", "zstd", "lz4"):
    save(f"{codec}.parquet", flat, columns, compression=codec, data_page_version="2.0", store_decimal_as_integer=True)
save("plain.parquet", flat, columns, use_dictionary=False, store_decimal_as_integer=True, version="1.0")

missing = {
    "n": (pa.int32(), [1, None, 3, None]),
    "x": (pa.float64(), [None, 2.5, None, None]),
    "s": (pa.string(), ["a", None, "c", None]),
    "b": (pa.bool_(), [None, True, False, None]),
    "all": (pa.int64(), [1, 2, 3, 4]),
}
save(
    "missing.parquet",
    pa.table({k: pa.array(v, t) for k, (t, v) in missing.items()}),
    {
        "n": [1.0, NAN, 3.0, NAN],
        "x": [NAN, 2.5, NAN, NAN],
        "s": ["a", "", "c", ""],
        "b": [NAN, 1.0, 0.0, NAN],
        "all": [1, 2, 3, 4],
    },
)
jets = [[10.5, 20.5], [], None, [30.5], [1.0, None, 3.0]]
ids = [[1, 2], [], [], [3], [4, 5, 6]]
point = [{"x": 1.0, "y": {"z": 1}}, None, {"x": 3.0, "y": {"z": 3}}, {"x": 4.0, "y": {"z": 4}}, {"x": 5.0, "y": {"z": 5}}]
hits = [[{"t": 1, "q": 0.5}], [], [{"t": 2, "q": 1.5}, {"t": 3, "q": 2.5}], [], [{"t": 4, "q": 3.5}]]
nested = pa.table(
    {
        "jets": pa.array(jets, pa.list_(pa.float32())),
        "ids": pa.array(ids, pa.list_(pa.field("item", pa.int32(), nullable=False))),
        "words": pa.array([["a"], ["b", "c"], [], ["d"], []], pa.list_(pa.string())),
        "point": pa.array(point),
        "hits": pa.array(hits),
        "deep": pa.array([[[1]], [[]], [], [[2, 3], [4]], [[5]]]),
        "m": pa.array([[("k", 1)], [], [("l", 2), ("m", 3)], [], []], pa.map_(pa.string(), pa.int32())),
    }
)
save(
    "nested.parquet",
    nested,
    {
        "jets": [[10.5, 20.5], [], [], [30.5], [1.0, NAN, 3.0]],
        "ids": ids,
        "words": [["a"], ["b", "c"], [], ["d"], []],
        "point.x": [1.0, NAN, 3.0, 4.0, 5.0],
        "point.y.z": [1.0, NAN, 3.0, 4.0, 5.0],
        "hits.t": [[h["t"] for h in l] for l in hits],
        "hits.q": [[h["q"] for h in l] for l in hits],
        "m.key": [["k"], [], ["l", "m"], [], []],
        "m.value": [[1.0], [], [2.0, 3.0], [], []],
    },
)
many = list(range(1000))
long = pa.table(
    {
        "n": pa.array([i * i - 7 * i for i in many], pa.int64()),
        "d": pa.array([(i * 37) % 101 for i in many], pa.int32()),
        "s": pa.array([f"event{i // 7}" for i in many]),
        "x": pa.array([i / 8 for i in many], pa.float64()),
        "f": pa.array([i / 8 for i in many], pa.float32()),
        "b": pa.array([i % 3 == 0 for i in many]),
        "j": pa.array([[k for k in range(i % 5)] for i in many], pa.list_(pa.int64())),
    }
)
told = {c: long[c].to_pylist() for c in long.column_names}
told["j"] = [[float(k) for k in l] for l in told["j"]]
how = dict(use_dictionary=False, row_group_size=340, data_page_size=300, compression="snappy")
encodings = {
    "n": "DELTA_BINARY_PACKED",
    "d": "DELTA_BINARY_PACKED",
    "s": "DELTA_BYTE_ARRAY",
    "x": "BYTE_STREAM_SPLIT",
    "f": "BYTE_STREAM_SPLIT",
    "b": "RLE",
    "j.list.element": "DELTA_BINARY_PACKED",
}
save("encodings.parquet", long, told, column_encoding=encodings, data_page_version="2.0", **how)
pq.write_table(
    long.select(["s"]), OUT / "lengths.parquet", column_encoding={"s": "DELTA_LENGTH_BYTE_ARRAY"}, **how
)
expected.append(["lengths.parquet", "s", *told["s"]])
pq.write_table(long, OUT / "groups.parquet", row_group_size=340, data_page_size=300)
for name, values in told.items():
    expected.append(["groups.parquet", name, *[w for v in values for w in words(v)]])
pq.write_table(flat.slice(0, 0).select(["i4", "tag"]), OUT / "empty.parquet")
expected.append(["empty.parquet", "i4"])
expected.append(["empty.parquet", "tag"])

(OUT / "golden.tsv").write_text("".join("\t".join(line) + "\n" for line in expected))
