package hep.winnow.kernels;

/** Steps of descent; see {@link Descent}. Two implementations give the same bits. */
interface DescentKernel {
    void add(float[] sum, float[] part, int n);

    void multiply(float[] x, float[] factor, int n);

    void penalise(float[] g, float[] w, int n, float l1, float l2);

    void sgd(float[] w, float[] g, int n, float rate);

    void momentum(float[] w, float[] g, float[] v, int n, float rate, float momentum);

    void nesterov(float[] w, float[] g, float[] v, int n, float rate, float momentum);

    void rmsprop(float[] w, float[] g, float[] v, int n, float rate, float rho, float eps);

    void adam(float[] w, float[] g, float[] m, float[] v, int n, Descent.AdamStep step, float keep);
}
