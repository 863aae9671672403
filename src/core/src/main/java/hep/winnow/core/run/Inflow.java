package hep.winnow.core.run;

import hep.winnow.api.run.RunRecord;
import java.nio.file.Path;
import java.util.List;

/** What reaches a run from elsewhere: the events of one sample, gathered by other processes; and how such a run is told of. */
interface Inflow {
    /** That of a run that reads all its events itself. */
    Inflow NONE = new None(true);

    /** That of a run that reads all its events itself, and leaves no record. */
    Inflow UNTOLD = new None(false);

    /** Nothing comes from elsewhere. */
    record None(boolean isTold) implements Inflow {
        @Override
        public boolean brings(int sample) {
            return false;
        }

        @Override
        public List<Path> files() {
            return List.of();
        }

        @Override
        public List<FileCount> bring(Pass pass) {
            throw new IllegalStateException("nothing flows in");
        }

        @Override
        public void write(RunRecord record, Path out) {
            if (isTold) {
                RunJson.write(out.resolve("run.json"), record);
            }
        }
    }

    /** Tells whether the events of a sample come from elsewhere. */
    boolean brings(int sample);

    /** Returns the files that they come from, in order. */
    List<Path> files();

    /** Hands what was gathered of that sample to a pass; returns what was read, by file. */
    List<FileCount> bring(Pass pass);

    /** Writes the record of the run into its folder. */
    void write(RunRecord record, Path out);
}
