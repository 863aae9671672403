package hep.winnow.core.run;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.text.AtomicFiles;
import hep.winnow.core.text.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a batch: a run of the macro in which what jobs gathered stands for the events of one sample. Samples that the macro reads from elsewhere are read here. Numbers, figures and files have the
 * same bits as those of one run over all files.
 */
public final class Merging {
    private final Program program;
    private final int sample;
    private final RunOptions options;
    private final Figures figures;
    private final RunListener listener;

    /** Makes the end of a batch over the files of a sample; the macro was checked with all that could be opened. */
    public Merging(Program program, int sample, RunOptions options, Figures figures, RunListener listener) {
        this.program = program;
        this.sample = sample;
        this.options = options;
        this.figures = figures;
        this.listener = listener;
    }

    /**
     * Merges.
     *
     * @param folders of the jobs, in the order of their files
     * @param files of these jobs, in order
     * @param name of the record in the out folder
     * @param more what the record says besides, such as which files are missing
     */
    public RunResult merge(List<Path> folders, List<Path> files, String name, Facts more) {
        Inflow inflow = new Inflow() {
            @Override
            public boolean brings(int index) {
                return index == sample;
            }

            @Override
            public List<Path> files() {
                return files;
            }

            @Override
            public List<FileCount> bring(Pass pass) {
                List<FileCount> counts = new ArrayList<>();
                folders.forEach(f -> counts.addAll(GatheredFiles.read(f, pass.fills())));
                return counts;
            }

            @Override
            public void write(RunRecord record, Path out) {
                AtomicFiles.writeText(out.resolve(name), Json.write(RunJson.facts(record, more)));
            }
        };
        try (Engine engine =
                new Engine(program, options, figures, listener, SampleDecl::source, inflow, Earlier.NONE)) {
            return engine.run();
        }
    }
}
