package hep.winnow.kernels;

import java.util.Arrays;
import java.util.Optional;

/** Plain loops and vectors, and which of them work now. Safe for several threads: what a change of kind shows is the same bits at another speed. */
final class Twins {
    private static final String MODULE = "jdk.incubator.vector";
    private static final int ALL = -1;
    /** Comparisons from which on vectors are asked for. */
    private static final long MANY = 1L << 24;

    private final KernelSet scalar;
    private final KernelSet vector;
    private final boolean switches;
    private final PanelKernel panels;
    /** Parts of the vector kernels that work. */
    private volatile int ready;
    /** Parts that were asked for. */
    private volatile int wanted;
    /** Parts that stay plain. */
    private int refused;

    /** Comparisons made by plain loops so far, about: threads may lose some of each other's. */
    private long compared;

    private boolean hasThread;
    private volatile String description;
    /** GFLOP/s of plain products, found while warming up. */
    private volatile double plainRate;

    private Twins(KernelSet scalar, KernelSet vector, boolean switches, String description) {
        this.scalar = scalar;
        this.vector = vector;
        this.switches = switches;
        this.panels = switches ? new SwitchingPanels(this, scalar.panels(), vector.panels()) : vector.panels();
        this.ready = switches ? 0 : ALL;
        this.wanted = ready;
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
        return new Twins(KernelSet.scalar(), vector, !wish.equals("vector"), description);
    }

    private static Twins plain(String description) {
        KernelSet scalar = KernelSet.scalar();
        return new Twins(scalar, scalar, false, description);
    }

    String describe() {
        return description;
    }

    /** Returns products that change their kind by themselves. */
    Products products() {
        Products byVector = vector.products().get();
        return switches ? new SwitchingProducts(this, scalar.products().get(), byVector) : byVector;
    }

    /** Returns layers on panels that change their kind by themselves. */
    PanelKernel panels() {
        return panels;
    }

    /** Returns the set to take a part from now. */
    KernelSet set(Part part) {
        return isReady(part.bit()) ? vector : scalar;
    }

    /** Returns comparisons for so many numbers. Few do not pay for the warm-up of vectors, which takes longer than to compare a million by plain loops. */
    ComparisonKernel comparisons(int n) {
        if (compared < MANY && (ready & Part.COMPARISONS.bit()) == 0) {
            compared += n;
            return scalar.comparisons();
        }
        return set(Part.COMPARISONS).comparisons();
    }

    /** Tells whether all these parts of the vector kernels work; if not, they will. */
    boolean isReady(int parts) {
        if ((ready & parts) == parts) {
            return true;
        }
        if ((wanted & parts) != parts) {
            want(parts);
        }
        return false;
    }

    /** Asks for what training mostly needs. */
    void warmUp() {
        isReady(Part.FOUR.bit() | Part.RECTIFIERS.bit() | Part.ARRAYS.bit() | Part.ADAM.bit());
    }

    private synchronized void want(int parts) {
        wanted |= parts;
        notifyAll();
        if (!hasThread) {
            hasThread = true;
            Thread thread = new Thread(new WarmUp(scalar, vector, this)::run, "winnow-kernels");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Returns the next part to warm up, as soon as there is one; none where vectors were given up. */
    synchronized Optional<Part> next() throws InterruptedException {
        while (wanted != ALL) {
            int open = wanted & ~ready & ~refused;
            if (open != 0) {
                return Arrays.stream(Part.values())
                        .filter(part -> (open & part.bit()) != 0)
                        .findFirst();
            }
            wait();
        }
        return Optional.empty();
    }

    /** A part is as fast as it gets. */
    synchronized void begin(Part part) {
        if (wanted != ALL) {
            ready |= part.bit();
        }
    }

    /** A part is not faster by vectors. */
    synchronized void refuse(Part part) {
        refused |= part.bit();
    }

    double plainRate() {
        return plainRate;
    }

    /** Tells the GFLOP/s of plain products; the greatest one counts. */
    synchronized void plainRate(double rate) {
        plainRate = Math.max(plainRate, rate);
    }

    /** Goes back to plain loops, for good, and says so. */
    synchronized void useLoops(String why) {
        wanted = ALL;
        ready = 0;
        notifyAll();
        description = "plain loops (" + why + ")";
        System.getLogger("hep.winnow.kernels")
                .log(System.Logger.Level.WARNING, "Slower from here on, with the same results: " + description + ".");
    }
}
