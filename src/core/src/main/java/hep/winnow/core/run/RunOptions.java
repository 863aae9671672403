package hep.winnow.core.run;

import java.nio.file.Path;

/**
 * How to run a program.
 *
 * @param out folder for what is written
 * @param threads that work
 * @param version of the program, for records
 * @param resumes whether trainings go on from the checkpoints of an earlier run into the same folder
 */
public record RunOptions(Path out, int threads, String version, boolean resumes) {
    /** Makes options of a run that begins anew. */
    public RunOptions(Path out, int threads, String version) {
        this(out, threads, version, false);
    }
}
