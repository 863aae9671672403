package hep.winnow.core.run;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.core.lookup.LookupTable;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.text.Json;
import java.util.Map;
import java.util.TreeMap;

/** A hash of all that the result of a job of a batch depends on, besides its files. */
public final class BatchPrint {
    private BatchPrint() {}

    /**
     * Returns the hash.
     *
     * @param program the macro
     * @param texts of the macro and all that it includes, by name
     * @param sample whose files the jobs read: its columns and their types count
     * @param version of the program
     */
    public static String of(Program program, Map<String, String> texts, int sample, String version) {
        StringBuilder all = new StringBuilder(version).append('\n').append(sample);
        new TreeMap<>(texts).forEach((name, text) -> add(all, name, text));
        new TreeMap<>(program.params()).forEach((name, value) -> add(all, name, value));
        for (ColumnInfo column : program.samples().get(sample).source().schema()) {
            add(all, column.name(), column.type() + " " + column.depth() + " " + column.unit());
        }
        for (LookupTable table : program.tables()) {
            add(all, table.name(), table.source().sha256());
        }
        for (SampleDecl other : program.samples()) {
            other.screening().mask().ifPresent(mask -> add(all, other.name(), mask.sha256()));
        }
        for (ModelDecl model : program.models()) {
            model.loaded().ifPresent(saved -> add(all, model.name(), print(saved)));
        }
        return Hashes.sha256(all.toString());
    }

    private static void add(StringBuilder all, String name, String text) {
        all.append('\n').append(name.length()).append(' ').append(name);
        all.append(' ').append(text.length()).append(' ').append(text);
    }

    /** Two models with the same making and the same scores of the events that their files keep are one. */
    private static String print(SavedModel model) {
        StringBuilder print = new StringBuilder(model.learner()).append(Json.write(model.provenance()));
        for (double[] event : model.test()) {
            for (double score : model.score(event)) {
                print.append(' ').append(Long.toHexString(Double.doubleToRawLongBits(score)));
            }
        }
        return print.toString();
    }
}
