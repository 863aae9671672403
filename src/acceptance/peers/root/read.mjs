// Reads branches of a tree by JSROOT again and again; prints the seconds of each time and the number of values:
//
//   node read.mjs JSROOT FILE ROUNDS [BRANCH]…
//
// All branches if none is named.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [home, name, rounds, ...asked] = process.argv.slice(2);
const { openFile, treeProcess, TSelector } = await import(pathToFileURL(path.join(home, 'modules/main.mjs')).href);

class Counter extends TSelector {
  constructor(branches) {
    super();
    this.branches = branches;
    this.values = 0;
    for (const branch of branches) this.addBranch(branch);
  }

  Process() {
    for (const branch of this.branches) {
      const value = this.tgtobj[branch];
      this.values += typeof value === 'number' ? 1 : value.length;
    }
  }
}

for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  const file = await openFile(pathToFileURL(path.resolve(name)).href);
  const tree = await file.readObject('Events');
  const counter = new Counter(asked.length ? asked : tree.fBranches.arr.map((b) => b.fName));
  await treeProcess(tree, counter, {});
  console.log((performance.now() - start) / 1000, counter.values);
}
