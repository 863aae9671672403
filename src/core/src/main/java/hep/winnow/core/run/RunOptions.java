package hep.winnow.core.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalDouble;

/**
 * How to run a program.
 *
 * @param out folder for what is written
 * @param threads that work
 * @param version of the program, for records
 * @param resumes whether trainings go on from the checkpoints of an earlier run into the same folder
 * @param memory what events may take of the heap: up to 1 a share of it, above it bytes; empty for what the macro says
 * @param clock tells when it began, and how long it took
 */
public record RunOptions(Path out, int threads, String version, boolean resumes, OptionalDouble memory, Clock clock) {
    /** Makes options with the clock of the system. */
    public RunOptions(Path out, int threads, String version, boolean resumes, OptionalDouble memory) {
        this(out, threads, version, resumes, memory, Clock.systemUTC());
    }

    /** Makes options with the memory that the macro sets. */
    public RunOptions(Path out, int threads, String version, boolean resumes) {
        this(out, threads, version, resumes, OptionalDouble.empty());
    }

    /** Makes options of a run that begins anew. */
    public RunOptions(Path out, int threads, String version) {
        this(out, threads, version, false);
    }
}
