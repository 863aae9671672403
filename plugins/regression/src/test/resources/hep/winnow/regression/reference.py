"""Writes reference.csv, a small sample, and reference.txt, what scikit-learn (1.2.1) fits to it. Run in this folder."""
import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge

rng = np.random.RandomState(20)
n = 240
label = np.arange(n) % 3
x = rng.normal(size=(n, 3)) + 0.8 * np.stack([label == 1, label == 2, label == 0], axis=1)
x[:, 2] += 0.5 * x[:, 0]
weight = rng.uniform(0.2, 3, size=n)
target = 1.5 + x @ [0.7, -0.4, 0.2] + rng.normal(size=n) * 0.3
x = x.astype(np.float32).astype(float)
np.savetxt("reference.csv", np.column_stack([x, label, weight, target]), delimiter=",", fmt="%.17g")

out = open("reference.txt", "w")


def tell(name, *arrays):
    out.write(name + " " + " ".join("%.17g" % v for a in arrays for v in np.ravel(a)) + "\n")


def with_intercept(fit):
    return np.column_stack([fit.coef_, fit.intercept_])


signal = (label == 1).astype(int)
# Not the default solver: lbfgs stops by the change of the loss, far above tol.
options = dict(penalty=None, solver="newton-cg", tol=1e-10, max_iter=10000)
ridge = dict(penalty="l2", solver="newton-cg", C=1 / (1e-2 * n), tol=1e-10, max_iter=10000)
tell("logistic", with_intercept(LogisticRegression(**options).fit(x, signal)))
tell("logistic_weighted", with_intercept(LogisticRegression(**options).fit(x, signal, weight)))
tell("logistic_l2", with_intercept(LogisticRegression(**ridge).fit(x, signal)))
tell("multinomial", with_intercept(LogisticRegression(**options).fit(x, label)))
tell("multinomial_l2", with_intercept(LogisticRegression(**ridge).fit(x, label)))
tell("lda", with_intercept(LinearDiscriminantAnalysis(solver="lsqr").fit(x, signal)))
tell("lda_equal", with_intercept(LinearDiscriminantAnalysis(solver="lsqr", priors=[0.5, 0.5]).fit(x, signal)))
tell("lda_proba", LinearDiscriminantAnalysis(solver="lsqr").fit(x, label).predict_proba(x)[:5])
linear = LinearRegression().fit(x, target, weight)
tell("linear", linear.coef_, linear.intercept_)
tell("linear_r2", linear.score(x, target, weight))
ridge = Ridge(alpha=0.05 * weight.sum()).fit(x, target, weight)
tell("ridge", ridge.coef_, ridge.intercept_)
