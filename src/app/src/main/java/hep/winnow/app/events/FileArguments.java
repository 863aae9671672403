package hep.winnow.app.events;

import hep.winnow.core.expr.Quoting;
import hep.winnow.core.macro.EventFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How files are to be read; the same words as in {@code read}. What is not given is told from the bytes of the files. */
final class FileArguments {
    /** Yes or no, as the language has it. */
    enum YesNo {
        yes,
        no
    }

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "The format of the files. Default: told from their bytes.")
    private String format = "";

    @Option(names = "--table", paramLabel = "NAME", description = "Which table, where a file holds several.")
    private @Nullable String table;

    @Option(names = "--header", paramLabel = "yes|no", description = "CSV: whether the first line names the columns.")
    private @Nullable YesNo header;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Names of the columns, where the file gives none: a,b,c.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--sep", paramLabel = "C", description = "CSV: what parts the fields.")
    private @Nullable String separator;

    @Option(names = "--comment", paramLabel = "C", description = "CSV: what begins a line that is a comment.")
    private @Nullable String comment;

    @Option(names = "--skip-lines", paramLabel = "N", description = "CSV: lines to leave out at the head of the file.")
    private @Nullable Integer skipLines;

    @Option(
            names = {"-O", "--option"},
            paramLabel = "NAME=VALUE",
            description = "Any option of the format's 'read', written as in a macro. May be given several times.")
    private List<String> options = new ArrayList<>();

    /** Returns the table that was asked for by name; empty if none was. */
    String table() {
        return table == null ? "" : table;
    }

    /** Returns what a macro's {@code read} would say; each file is a path or a glob. */
    EventFiles.Request request(List<String> files) {
        List<String> all = new ArrayList<>();
        Optional.ofNullable(table).ifPresent(t -> all.add("table=" + Quoting.verbatim(t)));
        Optional.ofNullable(header).ifPresent(h -> all.add("header=" + h.name()));
        if (!columns.isEmpty()) {
            all.add(columns.stream().map(Quoting::name).collect(Collectors.joining(", ", "columns=[", "]")));
        }
        Optional.ofNullable(separator).ifPresent(s -> all.add("sep=" + Quoting.verbatim(s)));
        Optional.ofNullable(comment).ifPresent(c -> all.add("comment=" + Quoting.verbatim(c)));
        Optional.ofNullable(skipLines).ifPresent(n -> all.add("skip_lines=" + n));
        all.addAll(options);
        return new EventFiles.Request(files, Path.of(""), format, all);
    }
}
