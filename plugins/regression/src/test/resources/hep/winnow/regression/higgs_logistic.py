"""Prints what scikit-learn (1.2.1) fits to HIGGS_10k: coefficients of the standardised inputs and the intercept.
Usage: higgs_logistic.py HIGGS_10k.csv.gz > higgs_logistic.txt"""
import sys
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

data = np.loadtxt(sys.argv[1], delimiter=",")
x = StandardScaler().fit_transform(data[:, 1:])
# Not the default solver: lbfgs stops by the change of the loss, far above tol, and is off by 1.3e-4 here.
fit = LogisticRegression(penalty=None, solver="newton-cholesky", tol=1e-10, max_iter=1000).fit(x, data[:, 0])
print("logistic " + " ".join("%.17g" % v for v in np.append(fit.coef_[0], fit.intercept_[0])))
