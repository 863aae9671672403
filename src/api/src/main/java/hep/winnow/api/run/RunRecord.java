package hep.winnow.api.run;

import hep.winnow.api.figure.Sheet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What happened in a run, for whoever tells of it.
 *
 * @param version of Winnow
 * @param macro name of the macro's file
 * @param macroText the whole text of it
 * @param macroSha256 hash of the text
 * @param seed of all random numbers
 * @param params by name, as text
 * @param inputs what was read
 * @param sideFiles what was read besides events
 * @param statements what each statement did, in the order in which they stand in the macro
 * @param warnings in order
 * @param started when
 * @param seconds so far
 * @param threads that worked
 */
public record RunRecord(
        String version,
        String macro,
        String macroText,
        String macroSha256,
        long seed,
        Map<String, String> params,
        List<Input> inputs,
        List<SideFile> sideFiles,
        List<Statement> statements,
        List<String> warnings,
        Instant started,
        double seconds,
        int threads) {
    public RunRecord {
        inputs = List.copyOf(inputs);
        sideFiles = List.copyOf(sideFiles);
        statements = List.copyOf(statements);
        warnings = List.copyOf(warnings);
    }

    /**
     * A file that was read.
     *
     * @param sample that it belongs to
     * @param path as the macro gives it
     * @param bytes on disk
     * @param events that are used
     * @param skipped rows that could not be read and were left out
     * @param leftOut events that were left out because the macro asked for it
     * @param limit of events while one tries things out; 0 for none
     */
    public record Input(
            String sample, String path, long bytes, long events, long skipped, List<LeftOut> leftOut, long limit) {
        public Input {
            leftOut = List.copyOf(leftOut);
        }

        /** Makes an input of which all events are used. */
        public Input(String sample, String path, long bytes, long events, long skipped) {
            this(sample, path, bytes, events, skipped, List.of(), 0);
        }
    }

    /**
     * A file that holds no events, such as a lookup table.
     *
     * @param kind what it is: {@code table} or {@code certified}
     * @param name of the table, or of the sample that it belongs to
     * @param path as the macro gives it
     * @param bytes on disk
     * @param sha256 hash of them
     */
    public record SideFile(String kind, String name, String path, long bytes, String sha256) {}

    /**
     * What a statement did.
     *
     * @param file name of the file that it stands in: the macro, or one that the macro includes
     * @param line of that file, from 1
     * @param source its text in the macro
     * @param verb its verb
     * @param name that it declares; may be empty
     * @param settings its options in effect, defaults included, as text of the macro language
     * @param text what it printed
     * @param results what it found
     * @param figures what it drew
     * @param files what it wrote, relative to the out folder
     */
    public record Statement(
            String file,
            int line,
            String source,
            String verb,
            String name,
            Map<String, String> settings,
            String text,
            List<Facts> results,
            List<Sheet> figures,
            List<String> files) {
        public Statement {
            results = List.copyOf(results);
            figures = List.copyOf(figures);
            files = List.copyOf(files);
        }
    }
}
