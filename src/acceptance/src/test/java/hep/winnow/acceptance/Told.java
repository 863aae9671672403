package hep.winnow.acceptance;

/** What tests measured and people quote: it goes to the log of the build. */
final class Told {
    private Told() {}

    /** Prints a line: what was measured, and what came out. */
    @SuppressWarnings("SystemOut")
    static void tell(String what, String found) {
        System.out.println("measured: " + what + ": " + found);
    }
}
