package hep.winnow.kernels;

import java.util.function.Supplier;

/**
 * One implementation of all kernels. Two of them give the same bits, and so one can take the other's place at any moment.
 *
 * @param products makes products with buffers of their own
 */
record KernelSet(
        Supplier<Products> products,
        Rectifiers rectifiers,
        Functions functions,
        DescentKernel descent,
        ComparisonKernel comparisons,
        PanelKernel panels) {
    /** Returns plain loops. */
    static KernelSet scalar() {
        return new KernelSet(
                ScalarProducts::new,
                new ScalarRectifiers(),
                new ScalarFunctions(),
                new ScalarDescent(),
                new ScalarComparisons(),
                new ScalarPanels());
    }
}
