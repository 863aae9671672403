package hep.winnow.kernels;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Plain loops and vectors, and which of them work now. Safe for several threads: what a change of kind shows is the same bits at another speed. */
final class Twins {
    private static final String MODULE = "jdk.incubator.vector";

    private final KernelSet scalar = KernelSet.scalar();
    private final Optional<KernelSet> vector;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile KernelSet current;
    private volatile String description;
    /** GFLOP/s of plain products, found while warming up. */
    private volatile double plainRate;

    private Twins(Optional<KernelSet> vector, KernelSet current, String description) {
        this.vector = vector;
        this.current = current;
        this.description = description;
    }

    /** Returns what the JVM offers; {@code wish} is {@code scalar}, {@code vector} or empty. */
    static Twins find(String wish) {
        if (wish.equals("scalar")) {
            return plain("plain loops, as -D" + Kernels.PROPERTY + "=scalar asks");
        }
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return plain("plain loops (for vectors, start Java with --add-modules " + MODULE + ")");
        }
        if (!VectorKernels.fit()) {
            return plain("plain loops (this machine has vectors of " + VectorKernels.lanes() + " floats)");
        }
        KernelSet vector = VectorKernels.set();
        String description = "vectors of " + VectorKernels.lanes() + " floats";
        if (wish.equals("vector")) {
            return new Twins(Optional.empty(), vector, description);
        }
        return new Twins(Optional.of(vector), KernelSet.scalar(), description);
    }

    private static Twins plain(String description) {
        return new Twins(Optional.empty(), KernelSet.scalar(), description);
    }

    String describe() {
        return description;
    }

    KernelSet current() {
        return current;
    }

    /** Returns products that change their kind with the rest. */
    Products products() {
        if (vector.isEmpty()) {
            return current.products().get();
        }
        warmUp();
        return new SwitchingProducts(
                this, scalar.products().get(), vector.get().products().get());
    }

    void warmUp() {
        if (vector.isPresent() && begun.compareAndSet(false, true)) {
            WarmUp warmUp = new WarmUp(scalar, vector.get(), this);
            Thread thread = new Thread(warmUp::run, "winnow-kernels");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** True once products by vectors are as fast as they get. */
    boolean multipliesByVectors() {
        return plainRate > 0;
    }

    /** Products by vectors are ready, and plain ones make {@code rate} GFLOP/s. */
    void multiplyByVectors(double rate) {
        plainRate = rate;
    }

    double plainRate() {
        return plainRate;
    }

    /** Steps of descent by vectors are ready too. */
    void descendByVectors() {
        vector.ifPresent(set -> current = new KernelSet(set.products(), current.functions(), set.descent()));
    }

    /** All else is ready too. */
    void useVectors() {
        vector.ifPresent(set -> current = new KernelSet(set.products(), set.functions(), current.descent()));
    }

    /** Goes back to plain loops, for good, and says so. */
    void useLoops(String why) {
        plainRate = 0;
        current = scalar;
        description = "plain loops (" + why + ")";
        System.getLogger("hep.winnow.kernels")
                .log(System.Logger.Level.WARNING, "Slower from here on, with the same results: " + description + ".");
    }
}
