package hep.winnow.core.run;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.run.RunRecord;
import hep.winnow.core.lookup.LookupTable;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a run has read, for its record. */
final class RunInputs {
    private final Program program;
    private final List<SampleStore> stores;
    private final Inflow inflow;

    RunInputs(Program program, List<SampleStore> stores, Inflow inflow) {
        this.program = program;
        this.stores = stores;
        this.inflow = inflow;
    }

    /** Returns what was read of each sample; of one that others gathered, file by file. */
    List<RunRecord.Input> samples() {
        return stores.stream()
                .filter(s -> s.events() > 0
                        || s.isCached()
                        || inflow.brings(s.sample().index()))
                .flatMap(s -> inflow.brings(s.sample().index()) ? byFile(s) : Stream.of(input(s)))
                .toList();
    }

    private static RunRecord.Input input(SampleStore s) {
        return new RunRecord.Input(
                s.sample().name(),
                paths(s.sample()),
                s.bytes(),
                s.events(),
                s.skipped(),
                s.leftOut(),
                s.sample().screening().limit());
    }

    private Stream<RunRecord.Input> byFile(SampleStore s) {
        List<Path> files = inflow.files();
        return IntStream.range(0, files.size()).mapToObj(i -> {
            FileCount count = s.counts().get(i);
            return new RunRecord.Input(
                    s.sample().name(),
                    files.get(i).toString(),
                    EventSource.fileBytes(files.get(i)),
                    count.events(),
                    count.skipped(),
                    s.leftOut(List.of(count)),
                    0);
        });
    }

    /** Returns the files of lookup tables, masks of certified data, and loaded models. */
    List<RunRecord.SideFile> sideFiles() {
        List<RunRecord.SideFile> files = new ArrayList<>();
        for (LookupTable table : program.tables()) {
            LookupTable.Source source = table.source();
            files.add(new RunRecord.SideFile(
                    "table", table.name(), source.path().toString(), source.bytes(), source.sha256()));
        }
        for (SampleDecl sample : program.samples()) {
            sample.screening()
                    .mask()
                    .ifPresent(m -> files.add(new RunRecord.SideFile(
                            "certified", sample.name(), m.file().toString(), m.bytes(), m.sha256())));
        }
        for (ModelDecl model : program.models()) {
            model.source()
                    .ifPresent(m -> files.add(new RunRecord.SideFile(
                            "model", model.name(), m.path().toString(), m.bytes(), m.sha256())));
        }
        program.verbFiles()
                .forEach(f -> files.add(new RunRecord.SideFile("verbs", f.plugin(), f.name(), f.bytes(), f.sha256())));
        return files;
    }

    private static String paths(SampleDecl sample) {
        return String.join(
                ", ", sample.source().files().stream().map(Object::toString).toList());
    }
}
