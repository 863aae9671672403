"""Makes the nets in golden/, and what their own programs score: python3 make_golden.py

Needs PyTorch 1.13 or later and scikit-learn. PyTorch writes ONNX by itself; the scikit-learn classifier is handed to it layer by layer, and its scores are those of scikit-learn.
"""

import pathlib
import warnings

import numpy as np
import torch
from sklearn.neural_network import MLPClassifier, MLPRegressor

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


class Pixels(torch.nn.Module):
    """Images of 6 x 6 that come as rows, and are given their shape inside."""

    def __init__(self):
        super().__init__()
        self.convolution, self.norm = torch.nn.Conv2d(1, 4, 3, padding=1), torch.nn.BatchNorm2d(4)
        self.pool, self.last = torch.nn.MaxPool2d(2), torch.nn.Linear(36, 3)
        self.norm.running_mean.uniform_(-1, 1)
        self.norm.running_var.uniform_(0.5, 2)

    def forward(self, x):
        z = torch.nn.functional.leaky_relu(self.norm(self.convolution(x.reshape(-1, 1, 6, 6))), 0.1)
        return torch.softmax(self.last(self.pool(z).flatten(1)), 1)


def layers_of(learner, hidden, last):
    """The net of an MLP of scikit-learn, layer by layer."""
    layers = []
    for k, (w, b) in enumerate(zip(learner.coefs_, learner.intercepts_)):
        layer = torch.nn.Linear(*w.shape)
        layer.weight.data, layer.bias.data = torch.tensor(w.T.astype("f4")), torch.tensor(b.astype("f4"))
        layers += [layer, hidden() if k < len(learner.coefs_) - 1 else last]
    return torch.nn.Sequential(*layers)


def more():
    """Nets that came later; the random numbers of those before them stay as they were."""
    torch.manual_seed(2)
    x = events(36)
    pixels = Pixels().eval()
    export("pixels", pixels, torch.tensor(x[:1]), ["x"], ["y"])
    keep("pixels", x, pixels(torch.tensor(x)).detach().numpy())

    x = events(4)
    learner = MLPRegressor([7, 5], activation="tanh", max_iter=80, random_state=1).fit(x, np.c_[x[:, 0] * x[:, 1], 3 * x[:, 2]])
    export("regressor", layers_of(learner, torch.nn.Tanh, torch.nn.Identity()), torch.tensor(x[:1]), ["X"], ["variable"])
    keep("regressor", x, learner.predict(x))

    learner = MLPClassifier([8], activation="logistic", max_iter=80, random_state=1).fit(x, x[:, 0] + x[:, 3] > 0)
    export("classifier", layers_of(learner, torch.nn.Sigmoid, torch.nn.Sigmoid()), torch.tensor(x[:1]), ["X"], ["signal"])
    keep("classifier", x, learner.predict_proba(x)[:, 1:])


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
    more()


if __name__ == "__main__":
    main()
