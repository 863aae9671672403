"""Makes the nets in golden/, and what their own programs score: python3 make_golden.py

Needs PyTorch 1.13 or later and scikit-learn. PyTorch writes ONNX by itself; the scikit-learn classifier is handed to it layer by layer, and its scores are those of scikit-learn.
"""

import pathlib
import warnings

import numpy as np
import torch
from sklearn.neural_network import MLPClassifier

HERE = pathlib.Path(__file__).parent / "golden"
EVENTS = 40


def export(name, net, example, inputs, outputs, open_axis=True):
    axes = {n: {0: "n"} for n in inputs + outputs} if open_axis else None
    torch.onnx.export(net.eval(), example, str(HERE / f"{name}.onnx"), input_names=inputs, output_names=outputs, dynamic_axes=axes)


def keep(name, x, scores):
    table = np.c_[x, scores]
    np.savetxt(HERE / f"{name}.txt", table, fmt="%.9g")


def events(columns):
    return np.random.default_rng(3).normal(size=(EVENTS, columns)).astype("f4")


class Several(torch.nn.Module):
    """Two columns by name, and two outputs."""

    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(2, 3)

    def forward(self, pt, eta):
        z = self.layer(torch.cat([pt, eta], 1))
        return torch.sigmoid(z[:, :1]), torch.softmax(z, 1)


class Images(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Conv2d(1, 1, 3)

    def forward(self, x):
        return self.layer(x).flatten(1)


def main():
    warnings.simplefilter("ignore")
    torch.manual_seed(1)
    x = events(5)
    net = torch.nn.Sequential(torch.nn.Linear(5, 8), torch.nn.ELU(), torch.nn.Linear(8, 1), torch.nn.Sigmoid())
    export("torch", net, torch.tensor(x[:1]), ["x"], ["y"])
    keep("torch", x, net(torch.tensor(x)).detach().numpy())

    y = (x[:, 0] * x[:, 1] > 0).astype(int) + (x[:, 2] > 1)
    learner = MLPClassifier([6], max_iter=50, random_state=1).fit(x, y)
    layers = []
    for k, (w, b) in enumerate(zip(learner.coefs_, learner.intercepts_)):
        layer = torch.nn.Linear(*w.shape)
        layer.weight.data, layer.bias.data = torch.tensor(w.T.astype("f4")), torch.tensor(b.astype("f4"))
        layers += [layer, torch.nn.ReLU()] if k == 0 else [layer, torch.nn.Softmax(1)]
    export("sklearn", torch.nn.Sequential(*layers), torch.tensor(x[:1]), ["X"], ["probabilities"])
    keep("sklearn", x, learner.predict_proba(x))

    x = events(2)
    several = Several()
    columns = [torch.tensor(x[:, k : k + 1]) for k in (0, 1)]
    export("several", several, (columns[0][:1], columns[1][:1]), ["pt", "eta"], ["score", "classes"])
    keep("several", x, np.hstack([o.detach().numpy() for o in several(*columns)]))

    export("one", torch.nn.Linear(2, 1), torch.zeros(1, 2), ["x"], ["y"], open_axis=False)
    export("four", torch.nn.Linear(2, 1), torch.zeros(4, 2), ["x"], ["y"], open_axis=False)
    export("image", Images(), torch.zeros(1, 1, 5, 5), ["x"], ["y"])
    export("label", torch.nn.Embedding(4, 2), torch.zeros(1, 1, dtype=torch.int64), ["x"], ["y"])


if __name__ == "__main__":
    main()
