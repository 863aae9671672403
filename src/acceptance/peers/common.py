"""What the comparisons share: where the data are, how a macro is run, how a table is printed."""

import argparse
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]

LOW = """lep_pt lep_eta lep_phi met met_phi j1_pt j1_eta j1_phi j1_b j2_pt j2_eta j2_phi j2_b
    j3_pt j3_eta j3_phi j3_b j4_pt j4_eta j4_phi j4_b""".split()
HIGH = "m_jj m_jjj m_lv m_jlv m_bb m_wbb m_wwbb".split()

MISSED, ABSENT = 1, 2


def give_up(message):
    """Ends the script where it cannot compare anything."""
    print(f"{Path(sys.argv[0]).name}: {message}", file=sys.stderr)
    sys.exit(ABSENT)


try:
    import numpy as np
except ImportError:
    give_up(f"{sys.executable} has no numpy; on Debian: apt install python3-sklearn python3-torch")


def release(home):
    """Returns the major version of the JDK in a folder, or 0 where no file tells."""
    try:
        lines = (Path(home) / "release").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split('"')[1].split(".")[0]) for line in lines if line.startswith("JAVA_VERSION=")), 0)


def sklearn():
    try:
        import sklearn

        return sklearn
    except ImportError:
        give_up(f"{sys.executable} has no scikit-learn; on Debian: apt install python3-sklearn")


def torch():
    try:
        import torch

        torch.set_num_threads(1)
        return torch
    except ImportError:
        give_up(f"{sys.executable} has no PyTorch; on Debian: apt install python3-torch")


def jar(artifact):
    """Returns the path of a peer's jar, which Maven brings once; None where it cannot. `artifact` is group:name:version."""
    folder = Path("out/peers/jars").resolve()
    name = "-".join(artifact.split(":")[1:]) + ".jar"
    if not (folder / name).exists():
        command = [str(ROOT / "mvnw"), "-q", "-B", "dependency:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={folder}"]
        subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False)
    return str(folder / name) if (folder / name).exists() else None


def arguments(description, **more):
    """Returns the options that each comparison has; `more` are integers with their defaults."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--data",
        default=os.environ.get("WINNOW_SHARED_DATA", ROOT.parent / "shared" / "data"),
        type=Path,
        help="folder of the data sets (or WINNOW_SHARED_DATA)",
    )
    parser.add_argument("--out", default=Path("out/peers"), type=Path, help="folder for what the macros write")
    for name, default in more.items():
        parser.add_argument("--" + name, default=default, type=int, help=f"default {default}")
    return parser.parse_args()


def data(options, *names):
    """Returns the paths of files below the data folder."""
    paths = [options.data / name for name in names]
    for path in paths:
        if not path.exists():
            give_up(f"there is no {path}; README.md tells where to get it, --data or WINNOW_SHARED_DATA where it lies")
    return paths


def winnow(macro, out, **params):
    """Runs a macro and returns its run.json; whether its expectations held is told by its statements."""
    command = [os.environ.get("WINNOW", str(ROOT / "winnow")), "run", str(macro), "--out", str(out), "--quiet"]
    for name, value in params.items():
        command += ["--param", f"{name}={value}"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode not in (0, 3):
        give_up(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stdout}")
    return json.loads((out / "run.json").read_text())


def statements(run, verb, name=None):
    return [s for s in run["statements"] if s["verb"] == verb and name in (None, s.get("name"))]


def model(path):
    """Returns model.json and the tensors of a model file, by name."""
    with zipfile.ZipFile(path) as archive:
        head = json.loads(archive.read("model.json"))
        weights = archive.read("weights.bin")
    tensors, at = {}, 0
    for tensor in head["tensors"]:
        kind = {"float32": "<f4", "float64": "<f8"}[tensor["type"]]
        count = int(np.prod(tensor["shape"]))
        tensors[tensor["name"]] = np.frombuffer(weights, kind, count, at).reshape(tensor["shape"])
        at += count * np.dtype(kind).itemsize
    if at != len(weights):
        give_up(f"{path} holds {len(weights)} bytes of weights, its tensors take {at}")
    return head, tensors


def higgs(path, rows=None):
    """Returns the inputs and labels of a HIGGS file."""
    table = np.loadtxt(path, delimiter=",", max_rows=rows)
    return table[:, 1:], (table[:, 0] > 0.5).astype(int)


def print_table(head, rows):
    table = [head] + rows
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    for k, row in enumerate(table):
        print("  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))))
        if k == 0:
            print("  ".join("-" * w for w in widths))


def verdict(what, holds):
    """Prints a line that says whether a figure was reached, and returns the exit status that goes with it."""
    print(f"{'ok    ' if holds else 'MISSED'}  {what}", flush=True)
    return 0 if holds else MISSED
