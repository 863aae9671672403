"""Trains small networks by PyTorch, in double precision, and writes down how: what the tests of the neural plugin compare with.

    python3 src/acceptance/peers/trajectories.py

writes plugins/neural/src/test/resources/hep/winnow/neural/train/trajectories/NAME.txt, one file per case: the network, the toy data, the first
weights, the loss before each of 50 steps of all events at once, and the last weights. Data and first weights are drawn here with a fixed seed. The loss
of a batch is sum(weight*loss)/events, some weights are negative; images are kept channel last, dense weights as inputs x outputs and those of
convolutions as (row, column, channel) x filters, as Winnow keeps them. `single` is the greatest difference that PyTorch itself makes to a last
weight where it computes in single precision: in a flat valley L-BFGS goes far on a gradient of rounding errors, and no two programs end nearer than that.
"""

from pathlib import Path

from common import ROOT, torch as find_torch

import numpy as np

torch = find_torch()
F = torch.nn.functional
OUT = ROOT / "plugins/neural/src/test/resources/hep/winnow/neural/train/trajectories"
STEPS = 50


# --- Layers: each has blocks of numbers in Winnow's order, and a function of them ------------------------------------

ACTIVATIONS = {
    "identity": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky(0.1)": lambda z: F.leaky_relu(z, 0.1),
    "elu(1.3)": lambda z: F.elu(z, 1.3),
    "selu": F.selu,
    "softplus": F.softplus,
    "swish": F.silu,
}


def dense(outputs, activation="identity"):
    def make(shape):
        n = int(np.prod(shape))
        return (
            f"dense({outputs}, {activation})",
            (outputs,),
            [("w", (n, outputs), n), ("b", (outputs,), 0)],
            lambda x, p: ACTIVATIONS[activation](x @ p[0] + p[1]),
        )

    return make


def convolution(filters, kernel, activation, padding="valid", stride=1):
    def make(shape):
        h, w, c = shape
        down = kernel // 2 if padding == "same" else 0
        out = ((h + 2 * down - kernel) // stride + 1, (w + 2 * down - kernel) // stride + 1, filters)

        def forward(x, p):
            k = p[0].reshape(kernel, kernel, c, filters).permute(3, 2, 0, 1)
            z = F.conv2d(x.permute(0, 3, 1, 2), k, p[1], stride=stride, padding=down)
            return ACTIVATIONS[activation](z).permute(0, 2, 3, 1)

        n = kernel * kernel * c
        text = f"convolution({filters}, {kernel}x{kernel}, stride {stride}, {padding}, {activation})"
        return text, out, [("w", (n, filters), n), ("b", (filters,), 0)], forward

    return make


def pool(kind, size, stride):
    function = F.max_pool2d if kind == "max_pool" else F.avg_pool2d

    def make(shape):
        h, w, c = shape
        out = ((h - size) // stride + 1, (w - size) // stride + 1, c)
        text = f"{kind}({size}x{size}, stride {stride}, valid)"
        return text, out, [], lambda x, p: function(x.permute(0, 3, 1, 2), size, stride).permute(0, 2, 3, 1)

    return make


def flatten(shape):
    return "flatten", (int(np.prod(shape)),), [], lambda x, p: x.reshape(len(x), -1)


def batch_norm(activation):
    def make(shape):
        c = shape[-1]

        def forward(x, p):
            rows = x.reshape(-1, c)
            z = F.batch_norm(rows, p[2], p[3], p[0], p[1], training=True, momentum=0.1, eps=1e-5)
            return ACTIVATIONS[activation](z).reshape(x.shape)

        blocks = [("b", (c,), 1), ("b", (c,), 0), ("s", (c,), 0), ("s", (c,), 1)]
        return f"batch_norm({activation})", shape, blocks, forward

    return make


def maxout(pieces):
    def make(shape):
        n = shape[-1] // pieces
        return f"maxout({pieces})", (n,), [], lambda x, p: x.reshape(len(x), pieces, n).max(dim=1).values

    return make


def softmax(shape):
    return "softmax", shape, [], lambda x, p: torch.softmax(x, dim=-1)


# --- Losses of each event --------------------------------------------------------------------------------------------


def cross_entropy(z, y):
    if z.shape[1] == 1:
        return F.binary_cross_entropy_with_logits(z[:, 0], y, reduction="none")
    return F.cross_entropy(z, y.long(), reduction="none")


def class_mse(z, y):
    if z.shape[1] == 1:
        return (torch.sigmoid(z[:, 0]) - y) ** 2
    return ((torch.softmax(z, 1) - F.one_hot(y.long(), z.shape[1])) ** 2).mean(1)


def pinball(z, y):
    q = torch.tensor([0.16, 0.5, 0.84], dtype=z.dtype)
    d = y[:, None] - z
    return torch.maximum(q * d, (q - 1) * d).mean(1)


LOSSES = {
    "cross_entropy": cross_entropy,
    "class_mse": class_mse,
    "mse": lambda z, y: (z[:, 0] - y) ** 2,
    "mae": lambda z, y: (z[:, 0] - y).abs(),
    "huber(0.7)": lambda z, y: F.huber_loss(z[:, 0], y, reduction="none", delta=0.7),
    "pinball": pinball,
}

# --- Solvers: of weights and of all else that is learnt ---------------------------------------------------------------

O = torch.optim
SOLVERS = {
    "sgd(0.3)": lambda w, b: O.SGD(w + b, 0.3),
    "sgd(0.1, 0.9)": lambda w, b: O.SGD(w + b, 0.1, momentum=0.9),
    "sgd(0.1, 0.9, nesterov)": lambda w, b: O.SGD(w + b, 0.1, momentum=0.9, nesterov=True),
    "rmsprop(0.005)": lambda w, b: O.RMSprop(w + b, 0.005, alpha=0.9, eps=1e-8),
    "adam(0.02)": lambda w, b: O.Adam(w + b, 0.02),
    "adam(0.005)": lambda w, b: O.Adam(w + b, 0.005),
    "adamw(0.02, 0.3)": lambda w, b: O.AdamW([{"params": w, "weight_decay": 0.3}, {"params": b, "weight_decay": 0}], 0.02),
    "lbfgs(6)": lambda w, b: O.LBFGS(w + b, 1, max_iter=1, history_size=6, line_search_fn="strong_wolfe"),
}
SCHEDULES = {
    "step(10, 0.5)": lambda o: O.lr_scheduler.StepLR(o, 10, 0.5),
    "exponential(0.95)": lambda o: O.lr_scheduler.ExponentialLR(o, 0.95),
    "cosine": lambda o: O.lr_scheduler.CosineAnnealingLR(o, STEPS),
    "inverse(0.1)": lambda o: O.lr_scheduler.LambdaLR(o, lambda e: 1 / (1 + 0.1 * e)),
}

# --- Cases: input shape, layers, and what differs from the usual ------------------------------------------------------

FLAT = (5,)
IMAGE = (8, 7, 2)
USUAL = [dense(7, "tanh"), dense(4, "sigmoid"), dense(1)]
# No Adam in front of batch normalisation: the gradient of biases there is 0 but for rounding, which Adam blows up.
CASES = {
    **{f"solver_{k}_" + s.split("(")[0]: (FLAT, USUAL, {"solver": s, "l2": 0.02}) for k, s in enumerate(SOLVERS) if "lbfgs" not in s},
    "solver_lbfgs": (FLAT, [dense(3, "tanh"), dense(2, "tanh"), dense(1)], {"solver": "lbfgs(6)", "l2": 0.01}),
    "solver_lbfgs_flat": (FLAT, [dense(4, "tanh"), dense(1)], {"solver": "lbfgs(6)", "l2": 0.03}),
    **{"schedule_" + s.split("(")[0]: (FLAT, USUAL, {"solver": "sgd(0.3)", "schedule": s}) for s in SCHEDULES},
    **{
        "activation_" + a.split("(")[0]: (FLAT, [dense(7, a), dense(4, a), dense(1)], {"solver": "sgd(0.1, 0.9)"})
        for a in ACTIVATIONS
    },
    "penalty_l2": (FLAT, USUAL, {"l2": 0.05}),
    "penalty_l1": (FLAT, USUAL, {"l1": 0.01, "solver": "sgd(0.3)"}),
    "clip": (FLAT, USUAL, {"clip": 0.05, "solver": "sgd(0.1, 0.9)"}),
    "loss_class_mse": (FLAT, USUAL, {"loss": "class_mse"}),
    "loss_mse": (FLAT, USUAL, {"loss": "mse"}),
    "loss_mae": (FLAT, USUAL, {"loss": "mae"}),
    "loss_huber": (FLAT, USUAL, {"loss": "huber(0.7)"}),
    "loss_pinball": (FLAT, [dense(7, "tanh"), dense(3)], {"loss": "pinball"}),
    "classes": (FLAT, [dense(7, "tanh"), dense(3)], {"classes": 3}),
    "classes_mse": (FLAT, [dense(7, "tanh"), dense(3)], {"classes": 3, "loss": "class_mse"}),
    "layer_batch_norm": (FLAT, [dense(7), batch_norm("relu"), dense(4), batch_norm("tanh"), dense(1)], {"solver": "sgd(0.3)"}),
    "layer_maxout": (FLAT, [dense(8), maxout(2), dense(6), maxout(3), dense(1)], {"solver": "sgd(0.1, 0.9)"}),
    "layer_softmax": (FLAT, [dense(6), softmax, dense(1)], {}),
    "layer_convolution": (IMAGE, [convolution(4, 3, "tanh"), flatten, dense(1)], {}),
    "layer_convolution_same": (
        IMAGE,
        [convolution(4, 3, "tanh", "same"), convolution(3, 3, "swish"), flatten, dense(1)],
        {},
    ),
    "layer_convolution_stride": (IMAGE, [convolution(4, 3, "tanh", stride=2), flatten, dense(3)], {"classes": 3}),
    "layer_max_pool": (
        IMAGE,
        [convolution(4, 3, "relu"), pool("max_pool", 2, 2), flatten, dense(8, "relu"), dense(3)],
        {"classes": 3},
    ),
    "layer_average_pool": (IMAGE, [convolution(4, 3, "tanh"), pool("average_pool", 3, 1), flatten, dense(1)], {}),
    "layer_batch_norm_image": (IMAGE, [convolution(4, 3, "identity"), batch_norm("relu"), flatten, dense(1)], {"solver": "sgd(0.1, 0.9)"}),
}


def toys(random, shape, loss, classes):
    """Returns inputs, labels or targets, and weights of both signs."""
    n = 40 if len(shape) == 1 else 16
    x = random.normal(size=(n, *shape)).astype(np.float32).astype(float)
    seen = x.reshape(n, -1)[:, :5]
    score = seen @ np.array([1.0, -0.7, 0.5, 0.0, 0.3]) + seen[:, 0] * seen[:, 1] + 0.3 * random.normal(size=n)
    if loss in ("cross_entropy", "class_mse"):
        y = np.digitize(score, np.quantile(score, np.arange(1, classes) / classes)).astype(float)
    else:
        y = score
    w = random.uniform(0.5, 1.5, size=n)
    w[3::9] *= -0.1
    return x, y, w


def build(random, shape, layers, precision):
    """Returns the layers' texts, their blocks as (kind, tensor), and the function of the network."""
    texts, blocks, steps, now = [], [], [], shape
    for layer in layers:
        text, now, wanted, forward = layer(now)
        mine = []
        for kind, size, start in wanted:
            limit = np.sqrt(3 / start) if kind == "w" else 0
            value = random.uniform(-limit, limit, size) if kind == "w" else np.full(size, float(start))
            mine.append(torch.tensor(value.astype(np.float32), dtype=precision, requires_grad=kind != "s"))
            blocks.append((kind, mine[-1]))
        texts.append(text)
        steps.append((forward, mine))

    def network(x):
        for forward, numbers in steps:
            x = forward(x, numbers)
        return x

    return texts, blocks, network


def line(name, values):
    return name + " = " + " ".join(np.format_float_positional(v, 9, fractional=False, trim="-") for v in values) + "\n"


def numbers(blocks):
    return np.concatenate([b.detach().numpy().ravel() for _, b in blocks]).astype(float)


def train(shape, layers, options, precision):
    """Returns all that is told of a training, in that precision."""
    random = np.random.default_rng(20260917)
    loss = options.get("loss", "cross_entropy")
    solver = options.get("solver", "adam(0.02)" if len(shape) == 1 else "adam(0.005)")
    x, y, w = toys(random, shape, loss, options.get("classes", 2))
    texts, blocks, network = build(random, shape, layers, precision)
    start = numbers(blocks)
    weights = [b for k, b in blocks if k == "w"]
    others = [b for k, b in blocks if k == "b"]
    optimiser = SOLVERS[solver](weights, others)
    schedule = SCHEDULES[options["schedule"]](optimiser) if "schedule" in options else None
    tx, ty, tw = (torch.tensor(values, dtype=precision) for values in (x, y, w))
    losses = []

    def value():
        optimiser.zero_grad()
        total = (tw * LOSSES[loss](network(tx), ty)).sum() / len(tx)
        total = total + sum(options.get("l1", 0) * b.abs().sum() + options.get("l2", 0) / 2 * (b**2).sum() for b in weights)
        total.backward()
        if "clip" in options:
            torch.nn.utils.clip_grad_norm_(weights + others, options["clip"])
        return total

    for _ in range(STEPS):
        if "lbfgs" in solver:
            losses.append(float(optimiser.step(value).detach()))
        else:
            losses.append(float(value().detach()))
            optimiser.step()
        if schedule:
            schedule.step()
    height, width, channels = shape if len(shape) == 3 else (1, 1, shape[0])
    words = {
        "input": f"{height} {width} {channels}",
        "network": "; ".join(texts),
        "loss": loss,
        "classes": options.get("classes", 2),
        "solver": solver,
        **{key: options.get(key, usual) for key, usual in (("schedule", "constant"), ("l1", 0), ("l2", 0), ("clip", "none"))},
    }
    return words, {"x": x.ravel(), "y": y, "w": w, "start": start, "losses": losses, "end": numbers(blocks)}


def write(name, shape, layers, options):
    words, values = train(shape, layers, options, torch.float64)
    _, rounded = train(shape, layers, options, torch.float32)
    single = np.abs(rounded["end"] - values["end"]).max()
    with open(OUT / f"{name}.txt", "w") as file:
        file.write(f"# PyTorch {torch.__version__}, by src/acceptance/peers/trajectories.py\n")
        for key, value in {**words, "single": f"{single:.1e}"}.items():
            file.write(f"{key} = {value}\n")
        for key, value in values.items():
            file.write(line(key, value))
    print(f"{name:28s} {values['losses'][0]:9.5f} -> {values['losses'][-1]:9.5f}   single precision off by {single:.1e}")


OUT.mkdir(parents=True, exist_ok=True)
for case, (shape, layers, options) in CASES.items():
    write(case, shape, layers, options)
