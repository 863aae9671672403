#!/usr/bin/env python3
"""Prints how fast Winnow trains and scores beside PyTorch, scikit-learn, ONNX Runtime and OpenBLAS: same data, batches, solver and machine.

Rows on one thread are in processor seconds of the thread that works, so that a busy machine changes little; rows on two threads are
by the clock and mean something only where two processors are free. Each figure is the median of at least five. Epochs are bare, without
an evaluation of the train part behind each; rows beside them tell what Winnow takes with it.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
import warnings
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import common  # noqa: E402
from common import np  # noqa: E402

EVENTS, INPUTS, ROUNDS = 100_000, 28, 5
NETS = {"28-64-64-1": [64, 64], "28-300-300-300-300-1": [300] * 4}
SHAPES = ["128x28x64", "128x64x64", "128x28x300", "128x300x300", "1000x28x64", "1000x64x64", "1000x300x300"]
# work: peer, times that it should be slower than Winnow
GOALS = {
    ("28-64-64-1", 128): {"PyTorch": 9, "scikit-learn": 7},
    ("28-64-64-1", 1000): {"PyTorch": 2.5},
    ("28-300-300-300-300-1", 128): {"PyTorch": 1.7},
    ("28-300-300-300-300-1", 1000): {"PyTorch": 1.2},
}


class Table:
    """Rows of work, ours, the peer's, and how many times faster we are."""

    def __init__(self, unit):
        self.unit, self.rows, self.status = unit, [], 0

    def add(self, work, ours, peer, theirs, goal=None, rate=False):
        ratio = ours / theirs if rate else theirs / ours
        reached = "" if goal is None else "ok" if ratio >= goal else "MISSED"
        self.status |= common.MISSED if reached == "MISSED" else 0
        self.rows.append([work, text(ours), peer, text(theirs), f"{ratio:.2f}", "" if goal is None else f"{goal:g}", reached])

    def print(self):
        common.print_table([self.unit, "Winnow", "peer", "", "times", "goal", ""], self.rows)
        print(flush=True)
        return self.status


def text(number):
    return f"{number:.3g}"


def compile_early(java):
    """The launcher's flags that have vector kernels compiled after a few calls."""
    launcher = (common.ROOT / "winnow").read_text()
    kernels = re.search(r"for kernel in ([\w ]+); do", launcher).group(1).split()
    scaling = re.search(r"kernel::\*,([\d.]+)", launcher).group(1)
    waits_from = int(re.search(r"-lt (\d+) \] \|\|\s+set -- \"-XX:CompileCommand=BackgroundCompilation", launcher).group(1))
    names = [f"hep.winnow.kernels.{kernel}::*" for kernel in kernels]
    flags = [f"CompileThresholdScaling,{name},{scaling}" for name in names]
    if common.release(Path(java).resolve().parent.parent) >= waits_from:
        flags += [f"BackgroundCompilation,{name},false" for name in names]
    return ["-XX:CompileCommand=quiet"] + ["-XX:CompileCommand=" + flag for flag in flags]


def java(options, *arguments, flags=()):
    """Runs Speed.java in a process of its own, and returns what it prints, number by number."""
    jars = [str(common.ROOT / "src/app/target/lib/*")]
    jars += [str(folder / "*") for folder in sorted(common.ROOT.glob("plugins/*/target/plugin"))]
    command = [options.java, "--add-modules=jdk.incubator.vector", "-XX:+UseParallelGC", *compile_early(options.java), *flags]
    command += ["-cp", os.pathsep.join(jars), str(HERE / "Speed.java"), *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        common.give_up(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stderr}")
    return [line.split() for line in done.stdout.splitlines()]


def onnx_rates(options, torch):
    """Returns what ONNX Runtime takes an event, one by one and in blocks of 1000, or none where Maven cannot bring it."""
    jar = common.jar("com.microsoft.onnxruntime:onnxruntime:1.22.0")
    if jar is None:
        return None
    net = options.out / "net.onnx"
    axes = {"x": {0: "n"}, "y": {0: "n"}}
    layers = torch.nn.Sequential(torch_net(torch, [64, 64]), torch.nn.Sigmoid()).eval()
    torch.onnx.export(layers, torch.zeros(1, INPUTS), str(net), input_names=["x"], output_names=["y"], dynamic_axes=axes)
    done = subprocess.run(
        [options.java, "-cp", jar, str(HERE / "Onnx.java"), str(net), str(INPUTS), "11"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    if done.returncode:
        common.give_up(f"ONNX Runtime ended with status {done.returncode}:\n{done.stderr}")
    lines = [line.split() for line in done.stdout.splitlines()]
    return [statistics.median(float(line[k]) for line in lines) for k in (0, 1)]


def make_events(path):
    """Writes the events, and returns their inputs and labels."""
    random = np.random.default_rng(1)
    x = random.normal(size=(EVENTS, INPUTS)).astype("f4")
    y = (x[:, 0] * x[:, 1] + 0.5 * x[:, 2] + random.normal(size=EVENTS) > 0).astype(int)
    if not path.exists():
        names = ",".join(["label"] + [f"x{i}" for i in range(INPUTS)])
        table = np.c_[y, x]
        np.savetxt(path, table, delimiter=",", fmt=["%d"] + ["%.5f"] * INPUTS, header=names, comments="")
    return x, y


def torch_net(torch, hidden):
    layers, width = [], INPUTS
    for n in hidden:
        layers += [torch.nn.Linear(width, n), torch.nn.ReLU()]
        width = n
    return torch.nn.Sequential(*layers, torch.nn.Linear(width, 1))


def torch_epochs(x, y, hidden, batch, threads, epochs, clock):
    torch = common.torch()
    torch.set_num_threads(threads)
    net = torch_net(torch, hidden)
    solver, loss = torch.optim.Adam(net.parameters(), lr=1e-3), torch.nn.BCEWithLogitsLoss()
    inputs, target, seconds = torch.tensor(x), torch.tensor(y, dtype=torch.float32)[:, None], []
    for _ in range(epochs):
        start = clock()
        order = torch.randperm(len(inputs))
        for at in range(0, len(inputs), batch):
            rows = order[at : at + batch]
            solver.zero_grad()
            loss(net(inputs[rows]), target[rows]).backward()
            solver.step()
        seconds.append(clock() - start)
    return statistics.median(seconds[-ROUNDS:])


def sklearn_epochs(x, y, hidden, batch, epochs):
    common.sklearn()
    from sklearn.neural_network import MLPClassifier
    from threadpoolctl import threadpool_limits

    def seconds(n):
        net = MLPClassifier(hidden, batch_size=batch, alpha=0, max_iter=n, n_iter_no_change=n, tol=0)
        start = time.process_time()
        net.fit(x, y)
        return time.process_time() - start

    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        one = seconds(1)
        return (seconds(epochs + 1) - one) / epochs


def winnow_epochs(options, hidden, batch, threads, epochs, column, every=1, flags=()):
    lines = java(
        options, "train", HERE / "training.wn", options.out, threads, f"file={options.out / 'events.csv'}",
        f"layers={hidden}", f"batch={batch}", f"epochs={epochs}", f"every={every}", flags=flags,
    )  # fmt: skip
    return [float(line[column]) for line in lines]


def first_epochs(options):
    """How much slower than plain loops an epoch is while vectors warm up."""
    plain = statistics.median(winnow_epochs(options, [64, 64], 128, 1, 8, 0, flags=["-Dwinnow.kernels=scalar"])[3:])
    mixed = winnow_epochs(options, [64, 64], 128, 1, 30, 0)
    print(f"first epoch, with all warm-up: {mixed[0]:.2f} s; plain loops once warm: {plain:.3f} s; ", end="")
    print(f"the slowest of the epochs 2 to 30: {max(mixed[1:]):.3f} s\n", flush=True)


def training(options, x, y):
    one, two = Table("epoch of 100,000 events, processor s"), Table("the same on 2 threads, s by the clock")
    for name, hidden in NETS.items():
        big = len(hidden) > 2
        for batch in (128, 1000):
            # Enough that the last of them are behind the warm-up; bare are epochs of which few are evaluated.
            every = 3 if big else 20

            def ours(threads, column, evaluated):
                epochs = every * (ROUNDS + 2)
                found = winnow_epochs(options, hidden, batch, threads, epochs, column, evaluated)
                return statistics.median(found[-ROUNDS:])

            goals = GOALS[name, batch]
            work = f"{name}, batch {batch}"
            torch1 = torch_epochs(x, y, hidden, batch, 1, ROUNDS + 1, time.process_time)
            bare = ours(1, 1, every)
            one.add(work, bare, "PyTorch", torch1, goals.get("PyTorch"))
            one.add(work, bare, "scikit-learn", sklearn_epochs(x, y, hidden, batch, ROUNDS), goals.get("scikit-learn"))
            one.add("  with loss and AUC of all events", ours(1, 1, 1), "PyTorch, bare", torch1)
            if batch == 1000:
                theirs = min(torch_epochs(x, y, hidden, batch, t, ROUNDS + 1, time.perf_counter) for t in (1, 2))
                two.add(work, ours(2, 0, every), "PyTorch, better of 1 and 2", theirs, 1.6 if big else 3.5)
    return one.print() | two.print()


def per_event(call, events, repeats):
    """Returns the processor microseconds an event, as a median."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(repeats):
            call()
        found.append((time.process_time() - start) / repeats / events * 1e6)
    return statistics.median(found)


def scoring(options, x, y):
    winnow_epochs(options, [64, 64], 1000, 1, 1, 0)
    lines = java(options, "score", options.out / "nn.wnm", 11)
    single, block = (statistics.median(float(line[k]) for line in lines) for k in (0, 1))
    torch = common.torch()
    torch.set_num_threads(1)
    script = torch.jit.freeze(torch.jit.script(torch_net(torch, [64, 64]).eval()))
    row, rows = torch.tensor(x[:1]), torch.tensor(x[:1000])
    common.sklearn()
    from sklearn.neural_network import MLPClassifier

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        net = MLPClassifier((64, 64), max_iter=1).fit(x[:2000], y[:2000])
    table = Table("scoring 28-64-64-1, processor us an event")
    with torch.no_grad():
        for _ in range(2000):
            script(row)
        table.add("one event", single, "TorchScript", per_event(lambda: script(row), 1, 5000))
        table.add("one event", single, "scikit-learn", per_event(lambda: net.predict_proba(x[:1]), 1, 500))
        table.add("block of 1000", block, "TorchScript", per_event(lambda: script(rows), 1000, 200))
        table.add("block of 1000", block, "scikit-learn", per_event(lambda: net.predict_proba(x[:1000]), 1000, 50))
        rates = onnx_rates(options, torch)
    if rates:
        table.add("one event", single, "ONNX Runtime", rates[0], 12)
        table.add("block of 1000", block, "ONNX Runtime", rates[1], 1.25)
    status = table.print()
    if not rates:
        print("ONNX Runtime is not compared: Maven could not bring it.\n")
    return status


def loaded(options):
    """The same model from our file, and from the ONNX file that we export, as a macro scores events with what it loaded."""
    winnow_epochs(options, [64, 64], 1000, 1, 1, 0)
    launcher = os.environ.get("WINNOW", str(common.ROOT / "winnow"))
    files = [options.out / "nn.wnm", options.out / "nn.onnx"]
    subprocess.run([launcher, "model", "export", *map(str, files), "--layout", "matrix"], check=True, stdout=subprocess.DEVNULL)
    lines = java(options, "loaded", 11, *files)
    own, onnx = (statistics.median(float(line[k]) for line in lines) for k in (0, 1))
    table = Table("load, 28-64-64-1 in blocks of 1000, processor us an event")
    table.add("nn.wnm", own, "nn.onnx, by ONNX Runtime", onnx, 1.2)
    return table.print()


def openblas_rates(rounds):
    """Returns GFLOP/s of forward, weight and input gradient by shape; all shapes in turn, round after round."""
    from threadpoolctl import threadpool_limits

    found = {}
    with threadpool_limits(1):
        for _ in range(rounds):
            for shape in SHAPES:
                m, k, n = map(int, shape.split("x"))
                x, w, d = (np.random.rand(*s).astype("f4") for s in ((m, k), (k, n), (m, n)))
                out, g, below = np.empty((m, n), "f4"), np.empty((k, n), "f4"), np.empty((m, k), "f4")
                calls = (
                    lambda: np.dot(x, w, out=out),
                    lambda: np.dot(x.T, d, out=g),
                    lambda: np.dot(d, w.T, out=below),
                )
                flop = 2.0 * m * k * n
                repeats = max(1, int(1e8 / flop))
                rates = []
                for call in calls:
                    start = time.process_time()
                    for _ in range(repeats):
                        call()
                    rates.append(flop * repeats / (time.process_time() - start) / 1e9)
                found.setdefault(shape, []).append(rates)
    return {shape: [statistics.median(column) for column in zip(*rates)] for shape, rates in found.items()}


def products(options):
    lines, ours = java(options, "products", 7, *SHAPES), {}
    for shape, *rates in lines:
        ours.setdefault(shape, []).append([float(r) for r in rates])
    # numpy takes the kernels that OpenBLAS finds fit; an old OpenBLAS knows no new processor, and may be told.
    theirs = openblas_rates(7)
    told = subprocess.run(
        [sys.executable, __file__, "--openblas"], env=dict(os.environ, OPENBLAS_CORETYPE="SkylakeX"),
        stdout=subprocess.PIPE, text=True,
    ).stdout if has_avx512() else ""  # fmt: skip
    best = {line.split()[0]: [float(r) for r in line.split()[1:]] for line in told.splitlines()}
    table = Table("products, GFLOP/s a core")
    for shape in SHAPES:
        for k, what in enumerate(("forward", "weight gradient", "input gradient")):
            mine = statistics.median(rates[k] for rates in ours[shape])
            table.add(f"{shape} {what}", mine, "OpenBLAS as it is", theirs[shape][k], 0.95, rate=True)
            if best:
                table.add("", mine, "OpenBLAS for AVX-512", best[shape][k], rate=True)
    return table.print()


def has_avx512():
    try:
        return "avx512f" in Path("/proc/cpuinfo").read_text()
    except OSError:
        return False


def whole_program(options):
    """HIGGS_10k, 50 epochs of 64-64, from start to end; by the clock."""
    path = options.data / "higgs/HIGGS_10k.csv.gz"
    if not path.exists():
        print(f"whole program: there is no {path}; ../README.md tells where to get it\n")
        return 0
    launcher = os.environ.get("WINNOW", str(common.ROOT / "winnow"))
    ours = [launcher, "run", HERE / "higgs.wn", "--quiet", "--out", options.out, "--param", f"file={path}"]
    theirs = [sys.executable, HERE / "higgs_sklearn.py", path]
    seconds = {}
    for _ in range(ROUNDS):
        for name, command in (("ours", ours), ("theirs", theirs)):
            start = time.perf_counter()
            subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
            seconds.setdefault(name, []).append(time.perf_counter() - start)
    table = Table("whole program, s by the clock")
    median = {name: statistics.median(found) for name, found in seconds.items()}
    table.add("HIGGS_10k, 50 epochs of 64-64", median["ours"], "python3, scikit-learn", median["theirs"], 3)
    return table.print()


def find_java():
    """The newest Java that the launcher would take, or WINNOW_JAVA_HOME's."""
    home = os.environ.get("WINNOW_JAVA_HOME")
    if home:
        return home + "/bin/java"
    found = [(common.release(path.parent), str(path.parent / "bin/java")) for path in Path("/usr/lib/jvm").glob("*/release")]
    return max(found)[1] if found else "java"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("WINNOW_SHARED_DATA", common.ROOT.parent / "shared/data"), type=Path)
    parser.add_argument("--out", default=Path("out/peers/speed"), type=Path, help="folder for what is written")
    parser.add_argument("--java", default=find_java(), help="the java to measure")
    parser.add_argument("--openblas", action="store_true", help="print OpenBLAS's rates alone")
    parser.add_argument("what", nargs="*", help="products warmup training scoring loaded program; all of them if none is named")
    options = parser.parse_args()
    if options.openblas:
        for shape, rates in openblas_rates(7).items():
            print(shape, *rates)
        return 0
    options.out = options.out.resolve()
    options.out.mkdir(parents=True, exist_ok=True)
    x, y = make_events(options.out / "events.csv")
    works = {
        "products": lambda: products(options),
        "warmup": lambda: first_epochs(options) or 0,
        "scoring": lambda: scoring(options, x, y),
        "loaded": lambda: loaded(options),
        "program": lambda: whole_program(options),
        "training": lambda: training(options, x, y),
    }
    unknown = [what for what in options.what if what not in works]
    if unknown:
        parser.error(f"unknown: {' '.join(unknown)}; there are {' '.join(works)}")
    print(f"{' '.join(java(options, 'kernels')[0])}; {options.java}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    status = 0
    for what in options.what or works:
        status |= works[what]()
    return status


if __name__ == "__main__":
    sys.exit(main())
