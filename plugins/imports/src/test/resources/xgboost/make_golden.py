"""Makes the models of XGBoost and their scores that the tests read.

Needs XGBoost (1.7.4 made the files at hand) and NumPy: python3 make_golden.py
Each model NAME is NAME.json or NAME.ubj; NAME.csv holds events (empty for a missing value) and behind them what Booster.predict says.
"""
import numpy as np
import xgboost as xgb

rng = np.random.default_rng(20260917)
N, COLUMNS = 400, ["pt", "eta", "met", "n_jet"]


def events(n):
    x = rng.normal(size=(n, 4)).astype(np.float32)
    x[:, 3] = rng.integers(0, 6, size=n)
    x[rng.random(size=x.shape) < 0.15] = np.nan
    return x


X = events(N)
filled = np.nan_to_num(X)
signal = (filled[:, 0] * filled[:, 1] + 0.5 * filled[:, 2] + rng.normal(size=N) > 0.3).astype(int)
classes = np.clip(np.round(filled[:, 0] + 1), 0, 2).astype(int)
counts = rng.poisson(np.exp(0.3 * filled[:, 2]))
probe = events(60)
# Values at a threshold, where less and not greater part, and beyond the training.
probe[0], probe[1] = 1e30, -1e30
probe[2] = X[0]


def number(x):
    return "" if np.isnan(x) else repr(float(x))


def write(name, kind, params, label, rounds=6, names=COLUMNS, x=X, probe=probe, **more):
    types = more.pop("feature_types", None)
    categorical = types is not None
    train = xgb.DMatrix(x, label, feature_names=names, feature_types=types, enable_categorical=categorical)
    booster = xgb.train(dict(params, max_depth=3, seed=1, nthread=1), train, rounds, verbose_eval=False, **more)
    booster.save_model(f"{name}.{kind}")
    data = xgb.DMatrix(probe, feature_names=names, feature_types=types, enable_categorical=categorical)
    scores = booster.predict(data).reshape(len(probe), -1)
    with open(f"{name}.csv", "w") as out:
        for event, score in zip(probe, scores):
            out.write(",".join([number(v) for v in event] + [repr(float(s)) for s in score]) + "\n")


write("logistic", "json", {"objective": "binary:logistic", "base_score": 0.3}, signal)
write("logistic_ubj", "ubj", {"objective": "binary:logistic"}, signal)
write("logitraw", "ubj", {"objective": "binary:logitraw", "base_score": 0.7}, signal)
write("hinge", "json", {"objective": "binary:hinge"}, signal)
write("softprob", "json", {"objective": "multi:softprob", "num_class": 3}, classes, rounds=4)
write("squared", "json", {"objective": "reg:squarederror", "base_score": 2.5}, filled[:, 0] * 3, names=None)
write("poisson", "ubj", {"objective": "count:poisson"}, counts)
write("forest", "json", {"objective": "binary:logistic", "num_parallel_tree": 3, "subsample": 0.7, "eta": 0.5}, signal, rounds=2)
write("dart", "json", {"objective": "binary:logistic", "booster": "dart", "rate_drop": 0.4, "one_drop": 1}, signal)
write("linear", "json", {"objective": "binary:logistic", "booster": "gblinear"}, signal)
write("targets", "json", {"objective": "reg:squarederror", "tree_method": "hist"}, np.stack([filled[:, 0], filled[:, 1]], 1), rounds=3)
write(
    "categories",
    "json",
    {"objective": "binary:logistic", "tree_method": "hist", "max_cat_to_onehot": 1},
    (signal + (filled[:, 3] % 2 == 0) > 1).astype(int),
    feature_types=["q", "q", "q", "c"],
    probe=np.where(np.abs(probe) > 1e20, np.nan, probe),
)

# Early stopping: the file tells the best round.
train, valid = xgb.DMatrix(X[:200], signal[:200], feature_names=COLUMNS), xgb.DMatrix(X[200:], signal[200:], feature_names=COLUMNS)
booster = xgb.train(
    {"objective": "binary:logistic", "max_depth": 4, "eta": 1.0, "seed": 1}, train, 40, [(valid, "valid")], early_stopping_rounds=3, verbose_eval=False
)
booster.save_model("stopped.json")
data = xgb.DMatrix(probe, feature_names=COLUMNS)
best = booster.predict(data, iteration_range=(0, booster.best_iteration + 1))
with open("stopped.csv", "w") as out:
    for event, score, of_best in zip(probe, booster.predict(data), best):
        out.write(",".join([number(v) for v in event] + [repr(float(score)), repr(float(of_best))]) + "\n")
