package hep.winnow.core.run;

/** Ends a run that the user has stopped. */
final class Interrupts {
    private Interrupts() {}

    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedRunException();
        }
    }
}
