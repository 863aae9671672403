// Reads ROOT files by JSROOT and compares them with what a list says of them:
//
//   node check.mjs JSROOT LIST
//
// JSROOT is the folder of the package; LIST a file of JSON, an array of
//   {file, columns: {NAME: {type, depth, words}}}   a tree `Events`; words as hep.winnow.testing.Tables has them
//   {file, objects: {PATH: {type, member: value, …}}}   objects; a member may be `fXaxis.fTitle`
// Exit status 1 if anything differs. A line for each difference, and one at the end with the numbers.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [home, list] = process.argv.slice(2);
const { openFile, treeProcess, TSelector } = await import(pathToFileURL(path.join(home, 'modules/main.mjs')).href);

let same = 0;
let differ = 0;

function tell(isSame, ...what) {
  if (isSame) {
    same++;
  } else {
    differ++;
    console.log('differs:', ...what);
  }
}

/** JSROOT makes a character of each byte. */
const bytes = (text) => Buffer.from(text, 'utf8').toString('latin1');

/** JSROOT 7.11 is off by 2^32 in negative whole numbers whose lower half has its highest bit unset. */
function isLong(word, found) {
  const expected = BigInt(word);
  const off = expected < 0n && (expected & 0x80000000n) === 0n ? 2n ** 32n : 0n;
  return BigInt(found) === expected + off;
}

function isValue(type, word, found) {
  if (found === undefined) return false;
  if (type === 'STRING') return bytes(word) === found;
  if (type === 'BOOLEAN') return (word === 'true') === Boolean(found);
  if (type === 'LONG') return isLong(word, found);
  const expected = word === 'NaN' ? NaN : Number(word);
  return Object.is(expected, found) || Object.is(Math.fround(expected), found);
}

/** Returns why a column differs from its words; empty if it does not. */
function difference({ type, depth, words }, found) {
  let at = 0;
  const value = (v, level, place) => {
    if (level === 0) return isValue(type, words[at], v) ? (at++, '') : `${place}: found ${v}, expected ${words[at]}`;
    if (words[at++] !== '[') return `${place}: more lists than there should be`;
    let k = 0;
    for (const item of v ?? []) {
      const wrong = value(item, level - 1, `${place}[${k++}]`);
      if (wrong) return wrong;
    }
    return words[at++] === ']' ? '' : `${place}: shorter than it should be`;
  };
  for (let i = 0; i < found.length; i++) {
    const wrong = value(found[i], depth, `event ${i}`);
    if (wrong) return wrong;
  }
  return at === words.length ? '' : `${found.length} events, expected more`;
}

async function checkTree(file, columns) {
  const tree = await file.readObject('Events');
  const names = Object.keys(columns);
  const found = names.map(() => []);
  const selector = new TSelector();
  names.forEach((name, i) => {
    const branch = tree.fBranches.arr.find((b) => b.fName === bytes(name));
    if (!branch) throw new Error(`there is no branch ${name}`);
    selector.addBranch(branch, `c${i}`);
  });
  selector.Process = function () {
    names.forEach((_, i) => {
      const v = this.tgtobj[`c${i}`];
      found[i].push(ArrayBuffer.isView(v) || Array.isArray(v) ? Array.from(v) : v);
    });
  };
  if (Number(tree.fEntries) > 0) await treeProcess(tree, selector);
  names.forEach((name, i) => {
    const wrong = difference(columns[name], found[i]);
    tell(!wrong, file.fURL, name, columns[name].type, columns[name].depth, wrong);
  });
}

async function checkObjects(file, objects) {
  for (const [where, { type, ...members }] of Object.entries(objects)) {
    const object = await file.readObject(where);
    tell(object?._typename === type, file.fURL, where, `is a ${object?._typename}, expected ${type}`);
    for (const [member, expected] of Object.entries(members)) {
      const value = member.split('.').reduce((o, m) => o?.[m], object);
      const found = ArrayBuffer.isView(value) ? Array.from(value) : typeof value === 'string' ? value : Number(value);
      const want = typeof expected === 'string' ? bytes(expected) : expected;
      tell(JSON.stringify(found) === JSON.stringify(want), file.fURL, where, member, `is ${found}, expected ${expected}`);
    }
  }
}

for (const { file: name, columns, objects } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
  try {
    const file = await openFile(pathToFileURL(name).href);
    if (columns) await checkTree(file, columns);
    if (objects) await checkObjects(file, objects);
  } catch (e) {
    tell(false, name, e.stack);
  }
}
console.log(`${same} equal, ${differ} different`);
process.exit(differ > 0 || same === 0 ? 1 : 0);
