package hep.winnow.app.events;

import hep.winnow.core.csv.CsvOptions;
import hep.winnow.core.csv.CsvSource;
import hep.winnow.core.csv.Globs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How a table of text is to be read; the same words as in {@code read}. */
final class TableArguments {
    /** Yes or no, as the language has it. */
    enum YesNo {
        yes,
        no
    }

    @Option(
            names = "--header",
            paramLabel = "yes|no",
            description = "Whether the first line names the columns. Default: yes.")
    private YesNo header = YesNo.yes;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Names of the columns, where there is no header: a,b,c.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--sep", paramLabel = "C", description = "What parts the fields. Default: told from the text.")
    private String separator = "";

    @Option(names = "--comment", paramLabel = "C", description = "What begins a line that is a comment. Default: #.")
    private String comment = "#";

    @Option(names = "--skip-lines", paramLabel = "N", description = "Lines to leave out at the head of the file.")
    private int skipLines;

    /** Opens files: each a path or a glob. */
    CsvSource open(List<String> files) {
        List<Path> paths = new ArrayList<>();
        files.forEach(file -> paths.addAll(Globs.expand(file, Path.of(""))));
        CsvOptions options = CsvOptions.DEFAULT
                .withColumns(columns)
                .withSeparator(separator)
                .withComment(comment)
                .withSkipLines(skipLines);
        return CsvSource.open(paths, header == YesNo.yes ? options : options.withoutHeader());
    }
}
