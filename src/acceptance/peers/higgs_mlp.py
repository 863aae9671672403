#!/usr/bin/env python3
"""Trains the same network by Winnow, scikit-learn and PyTorch on the HIGGS events, and compares the mean AUC over some seeds.

The penalty is like for like. Winnow's l2 and PyTorch's weight_decay add l2*w to the gradient of a weight, whatever the batch;
scikit-learn's alpha adds alpha*w/batch. So alpha = l2*batch stands for the same penalty; a row with alpha = l2, the same number,
is shown too. Biases bear no penalty in Winnow and scikit-learn, and so they do not here in PyTorch.

First weights matter after 30 epochs: the two libraries draw them differently, and are compared with Winnow's init= of the same kind.
"""

import sys
import time
import warnings

import numpy as np

import common

LAYERS, RATE, BATCH, EPOCHS, L2, ROWS = (64, 64), 1e-3, 128, 30, 1e-4, 20000
LIMIT = 0.005


def train_sklearn(x, y, seed, alpha):
    common.sklearn()
    from sklearn.neural_network import MLPClassifier

    net = MLPClassifier(
        LAYERS,
        activation="relu",
        solver="adam",
        alpha=alpha,
        batch_size=BATCH,
        learning_rate_init=RATE,
        max_iter=EPOCHS,
        n_iter_no_change=EPOCHS,
        tol=0,
        random_state=seed,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        net.fit(x, y)
    return lambda t: net.predict_proba(t)[:, 1]


def train_torch(x, y, seed, glorot):
    torch = common.torch()
    torch.manual_seed(seed)
    nn = torch.nn
    first, second = LAYERS
    net = nn.Sequential(
        nn.Linear(x.shape[1], first), nn.ReLU(), nn.Linear(first, second), nn.ReLU(), nn.Linear(second, 1)
    )
    if glorot:
        for layer in net:
            if isinstance(layer, nn.Linear):
                nn.init.xavier_uniform_(layer.weight)
                nn.init.zeros_(layer.bias)
    parameters = list(net.named_parameters())
    solver = torch.optim.Adam(
        [
            {"params": [p for n, p in parameters if n.endswith("weight")], "weight_decay": L2},
            {"params": [p for n, p in parameters if n.endswith("bias")]},
        ],
        lr=RATE,
    )
    loss = nn.BCEWithLogitsLoss()
    inputs, target = torch.tensor(x, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)[:, None]
    for _ in range(EPOCHS):
        order = torch.randperm(len(inputs))
        for at in range(0, len(inputs), BATCH):
            rows = order[at : at + BATCH]
            solver.zero_grad()
            loss(net(inputs[rows]), target[rows]).backward()
            solver.step()

    def score(t):
        with torch.no_grad():
            return net(torch.tensor(t, dtype=torch.float32))[:, 0].numpy()

    return score


def main():
    options = common.arguments(__doc__.splitlines()[0], seeds=5)
    train, test = common.data(options, "higgs/HIGGS_10k.csv.gz", "higgs/higgs_shared_extra.csv.gz")
    common.sklearn(), common.torch()
    from sklearn.metrics import roc_auc_score

    x, y = common.higgs(train)
    t, truth = common.higgs(test, ROWS)
    mean, deviation = x.mean(axis=0), x.std(axis=0)
    x, t = (x - mean) / deviation, (t - mean) / deviation

    def ours(seed, init):
        run = common.winnow(
            common.HERE / "higgs_mlp.wn",
            options.out / f"higgs_mlp_{init}_{seed}",
            train_file=train,
            test_file=test,
            seed=seed,
            init=init,
        )
        roc = common.statements(run, "roc", "nn")[0]
        if roc["signal_events"] != truth.sum() or roc["background_events"] != ROWS - truth.sum():
            common.give_up(f"Winnow judged other events: {roc}, expected {truth.sum()} signal events of {ROWS}")
        return roc["auc"]

    def judged(trainer, *more):
        return lambda seed: roc_auc_score(truth, trainer(x, y, seed, *more)(t))

    trainings = {
        "Winnow, init=glorot": lambda seed: ours(seed, "glorot"),
        "Winnow, init=plain": lambda seed: ours(seed, "plain"),
        "scikit-learn, alpha = l2*batch": judged(train_sklearn, L2 * BATCH),
        "scikit-learn, alpha = l2": judged(train_sklearn, L2),
        "PyTorch, xavier_uniform_, zero biases": judged(train_torch, True),
        "PyTorch, its own first weights": judged(train_torch, False),
    }
    auc = {}
    rows = []
    for name, training in trainings.items():
        start = time.time()
        auc[name] = np.array([training(seed) for seed in range(1, options.seeds + 1)])
        seconds = (time.time() - start) / options.seeds
        error = auc[name].std(ddof=1) / np.sqrt(options.seeds) if options.seeds > 1 else np.nan
        rows.append([name, f"{auc[name].mean():.5f}", f"{error:.5f}", *(f"{a:.5f}" for a in auc[name]), f"{seconds:.1f}"])
    print(f"AUC on {ROWS} events after {EPOCHS} epochs over {len(x)} events, by seed")
    seeds = [f"seed {s}" for s in range(1, options.seeds + 1)]
    common.print_table(["", "mean", "± of it", *seeds, "s each"], rows)
    print()

    pairs = [
        ("Winnow, init=glorot", "scikit-learn, alpha = l2*batch"),
        ("Winnow, init=glorot", "scikit-learn, alpha = l2"),
        ("Winnow, init=glorot", "PyTorch, xavier_uniform_, zero biases"),
        ("Winnow, init=plain", "PyTorch, its own first weights"),
    ]
    status = 0
    for mine, peer in pairs:
        difference = auc[mine].mean() - auc[peer].mean()
        status |= common.verdict(
            f"{mine} - {peer}: {difference:+.5f}, must be below {LIMIT} in size", abs(difference) < LIMIT
        )
    return status


if __name__ == "__main__":
    sys.exit(main())
