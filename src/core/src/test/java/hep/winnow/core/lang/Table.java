package hep.winnow.core.lang;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.provider.Arguments;

/** Reads the test tables next to this class: one case a line, input and expectation parted by {@code =>}. */
final class Table {
    private Table() {}

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns pairs of input and expectation; the first line of the table is its title. */
    static List<Arguments> cases(String resource) {
        return text(resource).lines().skip(1).map(Table::row).toList();
    }

    private static Arguments row(String line) {
        int arrow = line.lastIndexOf("=>");
        String input = line.substring(0, arrow)
                .replaceFirst(" $", "")
                .replace('¶', '\n')
                .replace('→', '\t');
        return Arguments.of(input, line.substring(arrow + 2).strip());
    }
}
