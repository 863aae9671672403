package hep.winnow.kernels;

/** Steps of descent in plain loops that HotSpot vectorises. Those with {@code from} leave out the numbers before it. */
final class ScalarDescent implements DescentKernel {
    @Override
    public void add(float[] sum, float[] part, int n) {
        add(sum, part, 0, n);
    }

    @Override
    public void multiply(float[] x, float[] factor, int n) {
        multiply(x, factor, 0, n);
    }

    @Override
    public void penalise(float[] g, float[] w, int n, float l1, float l2) {
        penalise(g, w, 0, n, l1, l2);
    }

    @Override
    public void sgd(float[] w, float[] g, int n, float rate) {
        sgd(w, g, 0, n, rate);
    }

    @Override
    public void momentum(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        momentum(w, g, v, 0, n, rate, momentum);
    }

    @Override
    public void nesterov(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        nesterov(w, g, v, 0, n, rate, momentum);
    }

    @Override
    public void rmsprop(float[] w, float[] g, float[] v, int n, float rate, float rho, float eps) {
        rmsprop(w, g, v, 0, n, rate, rho, eps);
    }

    @Override
    public void adam(float[] w, float[] g, float[] m, float[] v, int n, Descent.AdamStep step, float keep) {
        adam(w, g, m, v, 0, n, step, keep);
    }

    static void add(float[] sum, float[] part, int from, int n) {
        for (int i = from; i < n; i++) {
            sum[i] += part[i];
        }
    }

    static void multiply(float[] x, float[] factor, int from, int n) {
        for (int i = from; i < n; i++) {
            x[i] *= factor[i];
        }
    }

    static void penalise(float[] g, float[] w, int from, int n, float l1, float l2) {
        for (int i = from; i < n; i++) {
            g[i] = Math.fma(l2, w[i], g[i]);
        }
        if (l1 != 0) {
            for (int i = from; i < n; i++) {
                g[i] = Math.fma(l1, Math.signum(w[i]), g[i]);
            }
        }
    }

    static void sgd(float[] w, float[] g, int from, int n, float rate) {
        for (int i = from; i < n; i++) {
            w[i] = Math.fma(-rate, g[i], w[i]);
        }
    }

    static void momentum(float[] w, float[] g, float[] v, int from, int n, float rate, float momentum) {
        for (int i = from; i < n; i++) {
            v[i] = Math.fma(momentum, v[i], -rate * g[i]);
            w[i] += v[i];
        }
    }

    static void nesterov(float[] w, float[] g, float[] v, int from, int n, float rate, float momentum) {
        for (int i = from; i < n; i++) {
            float step = -rate * g[i];
            v[i] = Math.fma(momentum, v[i], step);
            w[i] += Math.fma(momentum, v[i], step);
        }
    }

    static void rmsprop(float[] w, float[] g, float[] v, int from, int n, float rate, float rho, float eps) {
        float rest = 1 - rho;
        for (int i = from; i < n; i++) {
            v[i] = Math.fma(rho, v[i], rest * g[i] * g[i]);
            w[i] -= rate * g[i] / ((float) Math.sqrt(v[i]) + eps);
        }
    }

    static void adam(float[] w, float[] g, float[] m, float[] v, int from, int n, Descent.AdamStep step, float keep) {
        float beta1 = step.beta1();
        float beta2 = step.beta2();
        float rest1 = 1 - beta1;
        float rest2 = 1 - beta2;
        float rate = step.rate();
        float root = step.root();
        float eps = step.eps();
        for (int i = from; i < n; i++) {
            m[i] = Math.fma(beta1, m[i], rest1 * g[i]);
            v[i] = Math.fma(beta2, v[i], rest2 * g[i] * g[i]);
            w[i] = keep * w[i] - rate * m[i] / (Math.fma((float) Math.sqrt(v[i]), root, eps));
        }
    }
}
