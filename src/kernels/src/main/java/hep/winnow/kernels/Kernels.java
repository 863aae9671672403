package hep.winnow.kernels;

/**
 * Which implementation of the kernels works: vectors, where the JVM was started with {@code --add-modules jdk.incubator.vector}, or plain loops. Both give the same bits.
 *
 * <p>Vectors are slow until HotSpot has compiled them, which takes about half a second. Until then plain loops do the work, while what was asked for is warmed up on a thread of its own. The system
 * property {@code winnow.kernels} forces one kind: {@code scalar} or {@code vector} (at once, however slow at first).
 */
public final class Kernels {
    /** The system property that forces one kind of kernels. */
    public static final String PROPERTY = "winnow.kernels";

    private static final Twins TWINS = Twins.find(System.getProperty(PROPERTY, ""));

    private Kernels() {}

    /** Tells in a line which kernels there are, and why no others: {@code vectors of 16 floats}. */
    public static String describe() {
        return TWINS.describe();
    }

    /** Begins to warm up the vector kernels that training mostly needs, if there are any and it has not begun. Returns at once. The first use of a kernel does the same. */
    public static void warmUp() {
        TWINS.warmUp();
    }

    static Products products() {
        return TWINS.products();
    }

    /** Returns rectifiers to use that part of. */
    static Rectifiers rectifiers(Part part) {
        return TWINS.set(part).rectifiers();
    }

    /** Returns functions to use that part of. */
    static Functions functions(Part part) {
        return TWINS.set(part).functions();
    }

    static PanelKernel panels() {
        return TWINS.panels();
    }

    /** Returns comparisons for so many numbers. */
    static ComparisonKernel comparisons(int n) {
        return TWINS.comparisons(n);
    }

    /** Returns steps of descent to use that part of. */
    static DescentKernel descent(Part part) {
        return TWINS.set(part).descent();
    }
}
