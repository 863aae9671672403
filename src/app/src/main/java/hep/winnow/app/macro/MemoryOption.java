package hep.winnow.app.macro;

import hep.winnow.core.text.Bytes;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** What events may take of the heap, from the command line. */
final class MemoryOption {
    @Option(
            names = {"-m", "--memory"},
            paramLabel = "SIZE",
            description =
                    "What events may take of the heap: 2GB, or a share such as 25%%. Default: what the macro sets, or half of it.")
    private Optional<String> memory = Optional.empty();

    /** Returns up to 1 a share of the heap, above it bytes; empty if not given. */
    OptionalDouble setting() {
        return memory.map(m -> OptionalDouble.of(Bytes.parse("--memory", m))).orElseGet(OptionalDouble::empty);
    }
}
