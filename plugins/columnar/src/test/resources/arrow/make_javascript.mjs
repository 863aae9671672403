// Makes the files in javascript/ that tests read, with Arrow's library for JavaScript, and golden.tsv, which says what is in them:
// per column the file, its name, and the values, [ and ] around those of an event with several.
//
//     npm install apache-arrow && node make_javascript.mjs          (apache-arrow 21.2.0 made those that are committed)
import * as arrow from "apache-arrow";
import { mkdirSync, writeFileSync } from "node:fs";

const out = new URL("./javascript/", import.meta.url);
mkdirSync(out, { recursive: true });
const expected = [];

const columns = {
  i: [new arrow.Int32(), [1, -2147483648, 2147483647]],
  l: [new arrow.Int64(), [1n, -9223372036854775808n, 9007199254740993n]],
  u: [new arrow.Uint8(), [0, 128, 255]],
  f: [new arrow.Float32(), [0.5, NaN, -Infinity]],
  x: [new arrow.Float64(), [0.1, -0, 1e300]],
  m: [new arrow.Float64(), [null, 2.5, null]],
  n: [new arrow.Int32(), [1, null, 3]],
  b: [new arrow.Bool(), [true, false, true]],
  s: [new arrow.Utf8(), ["längér", "", null]],
  w: [new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32()), ["b", "a", "b"]],
  j: [new arrow.List(new arrow.Field("item", new arrow.Float32(), true)), [[10.5, 20.5], [], [30.5]]],
};
const told = { m: [NaN, 2.5, NaN], n: [1, NaN, 3], s: ["längér", "", ""] };

const isReal = (name) => ["f", "x", "m", "n", "j"].includes(name);
function words(x, real) {
  if (Array.isArray(x)) return ["[", ...x.flatMap((v) => words(v, real)), "]"];
  if (typeof x === "number" && real) return [Object.is(x, -0) ? "-0.0" : Number.isInteger(x) && Math.abs(x) < 1e7 ? x.toFixed(1) : String(x).replace("e+", ".0e")];
  return [String(x)];
}

const vectors = Object.fromEntries(Object.entries(columns).map(([name, [type, values]]) => [name, arrow.vectorFromArray(values, type)]));
const table = new arrow.Table(vectors);
for (const [file, format] of [["table.arrow", "file"], ["table.arrows", "stream"]]) {
  writeFileSync(new URL(file, out), arrow.tableToIPC(table, format));
  for (const [name, [, values]] of Object.entries(columns)) {
    const shown = told[name] ?? values;
    expected.push([file, name, ...shown.flatMap((v) => words(v, isReal(name)))]);
  }
}
writeFileSync(new URL("golden.tsv", out), expected.map((line) => line.join("\t") + "\n").join(""));
