#!/usr/bin/env python3
"""Makes the files in golden/ that tests read, with Arrow's reference library, and golden.tsv, which says what is in them: per
column the file, its name, and the values, [ and ] around those of an event with several.

    python3 make_golden.py            (pyarrow 25.0.1 made those that are committed)
"""
import datetime
import decimal
import pathlib

import pyarrow as pa
import pyarrow.feather as feather

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


def tell(file, columns):
    for name, values in columns.items():
        expected.append([file, name, *[w for v in values for w in words(v)]])


def save(file, table, columns, chunk=None, **how):
    make = pa.ipc.new_stream if file.endswith(".arrows") else pa.ipc.new_file
    with make(OUT / file, table.schema, options=pa.ipc.IpcWriteOptions(**how)) as out:
        out.write_table(table, max_chunksize=chunk)
    tell(file, columns)


day = datetime.date(2012, 7, 4)
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
    "large": (pa.large_string(), ["", "yy", "z"]),
    "view": (pa.string_view(), ["short", "longer than twelve bytes", ""]),
    "bytes": (pa.binary(), [b"ab", b"", b"c"]),
    "cost": (pa.decimal128(9, 2), [decimal.Decimal("1.25"), decimal.Decimal("-3"), decimal.Decimal("0.5")]),
    "wide": (pa.decimal256(60, -2), [decimal.Decimal("1e20"), decimal.Decimal("-300"), decimal.Decimal("0")]),
    "day": (pa.date32(), [day, day, day]),
    "ms": (pa.date64(), [day, day, day]),
    "clock": (pa.time32("s"), [datetime.time(0, 0, 1)] * 3),
    "when": (pa.timestamp("us"), [datetime.datetime(1970, 1, 1, 0, 0, 2)] * 3),
    "none": (pa.null(), [None, None, None]),
}
flat = pa.table({k: pa.array(v, t) for k, (t, v) in limits.items()})
columns = {k: v for k, (t, v) in limits.items()}
columns |= {"bytes": ["ab", "", "c"], "day": [15525] * 3, "ms": [15525 * 86400000] * 3}
columns |= {"clock": [1] * 3, "when": [2000000] * 3, "none": [NAN] * 3}
save("flat.arrow", flat, columns)
save("flat.arrows", flat, columns)
save("old.arrow", flat, columns, use_legacy_format=True)
save("lz4.arrow", flat, columns, compression="lz4")
save("zstd.arrow", flat, columns, compression="zstd")

missing = {
    "n": (pa.int32(), [1, None, 3, None]),
    "x": (pa.float64(), [None, 2.5, None, None]),
    "s": (pa.string(), ["a", None, "c", None]),
    "b": (pa.bool_(), [None, True, False, None]),
    "all": (pa.int64(), [1, 2, 3, 4]),
}
save(
    "missing.arrow",
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
pair = [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]
mask = pa.array([False, False, True, False, False])
hidden = pa.ListArray.from_arrays(pa.array([0, 1, 2, 4, 5, 6], pa.int32()), pa.array([1, 2, 3, 4, 5, 6], pa.int32()), mask=mask)
nested = pa.table(
    {
        "jets": pa.array(jets, pa.list_(pa.float32())),
        "ids": pa.array(ids, pa.list_(pa.field("item", pa.int32(), nullable=False))),
        "big": pa.array(ids, pa.large_list(pa.int16())),
        "pair": pa.array([p if i != 1 else None for i, p in enumerate(pair)], pa.list_(pa.int8(), 2)),
        "hidden": hidden,
        "words": pa.array([["a"], ["b", "c"], [], ["d"], []], pa.list_(pa.string())),
        "point": pa.array(point),
        "hits": pa.array(hits),
        "deep": pa.array([[[1]], [[]], [], [[2, 3], [4]], [[5]]]),
        "either": pa.UnionArray.from_dense(
            pa.array([0, 1, 0, 1, 0], pa.int8()),
            pa.array([0, 0, 1, 1, 2], pa.int32()),
            [pa.array([1, 2, 3]), pa.array(["a", "b"])],
        ),
        "run": pa.RunEndEncodedArray.from_arrays(pa.array([2, 5], pa.int32()), pa.array([1, 2])),
        "m": pa.array([[("k", 1)], [], [("l", 2), ("m", 3)], [], []], pa.map_(pa.string(), pa.int32())),
    }
)
told = {
    "jets": [[10.5, 20.5], [], [], [30.5], [1.0, NAN, 3.0]],
    "ids": ids,
    "big": ids,
    "pair": [[float(x) for x in p] if i != 1 else [] for i, p in enumerate(pair)],
    "hidden": [[1], [2], [], [5], [6]],
    "words": [["a"], ["b", "c"], [], ["d"], []],
    "point.x": [1.0, NAN, 3.0, 4.0, 5.0],
    "point.y.z": [1.0, NAN, 3.0, 4.0, 5.0],
    "hits.t": [[h["t"] for h in l] for l in hits],
    "hits.q": [[h["q"] for h in l] for l in hits],
    "m.key": [["k"], [], ["l", "m"], [], []],
    "m.value": [[1], [], [2, 3], [], []],
}
save("nested.arrow", nested, told)
save("nested.arrows", nested, told, chunk=2, compression="zstd")

many = list(range(300))
texts = [f"event {i // 7} of a run" for i in many]
long = pa.table(
    {
        "n": pa.array([i * i - 7 * i for i in many], pa.int64()),
        "b": pa.array([i % 3 == 0 for i in many]),
        "s": pa.array(texts),
        "v": pa.array(texts, pa.string_view()),
        "word": pa.array([f"w{i % 5}" if i % 9 else None for i in many]).dictionary_encode(),
        "code": pa.array([10 * (i % 3) for i in many], pa.int32()).dictionary_encode(),
        "j": pa.array([[k for k in range(i % 5)] for i in many], pa.list_(pa.int64())),
        "tags": pa.array([["a" * (i % 3)] for i in many], pa.list_(pa.dictionary(pa.int8(), pa.string()))),
    }
)
told = {c: long[c].to_pylist() for c in long.column_names}
told["word"] = [w or "" for w in told["word"]]
save("batches.arrow", long, told, chunk=110)
save("batches.arrows", long, told, chunk=110, compression="lz4")
feather.write_feather(long, OUT / "batches.feather", compression="lz4", chunksize=110)
tell("batches.feather", told)

schema = pa.schema([("w", pa.dictionary(pa.int8(), pa.string()))])
pieces = [["a", "b"], ["a", "b", "c"], ["x", "y"]]
for file, how in (("deltas.arrows", dict(emit_dictionary_deltas=True)), ("others.arrows", {})):
    with pa.ipc.new_stream(OUT / file, schema, options=pa.ipc.IpcWriteOptions(**how)) as out:
        for piece in pieces:
            values = pa.DictionaryArray.from_arrays(pa.array(range(len(piece)), pa.int8()), pa.array(piece))
            out.write_batch(pa.record_batch([values], schema=schema))
    tell(file, {"w": [w for piece in pieces for w in piece]})

save("empty.arrow", flat.slice(0, 0).select(["i4", "tag"]), {"i4": [], "tag": []})
feather.write_feather(flat.select(["i4"]), OUT / "version1.feather", version=1)

(OUT / "golden.tsv").write_text("".join("\t".join(line) + "\n" for line in expected))
