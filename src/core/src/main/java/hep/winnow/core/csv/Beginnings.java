package hep.winnow.core.csv;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.step.FirstBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how files begin, so that their format can be told. */
public final class Beginnings {
    private Beginnings() {}

    /**
     * Returns the first bytes of a file, inflated if it is gzip. Of a folder, those of the first file in it or below, by name; hidden files do not count.
     *
     * @throws UserError if there is no such file, or the folder is empty
     */
    public static FirstBytes of(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return read(file);
        }
        Optional<Path> first = firstIn(file);
        if (first.isEmpty()) {
            throw UserError.data("there is no file in the folder " + file, "");
        }
        return read(first.get());
    }

    private static FirstBytes read(Path file) throws IOException {
        try (TextInput in = TextInput.open(file)) {
            byte[] bytes = new byte[FirstBytes.LENGTH];
            int size = 0;
            try {
                for (int n = 0; n >= 0 && size < bytes.length; size += Math.max(0, n)) {
                    n = in.read(bytes, size, bytes.length);
                }
            } catch (IOException e) {
                if (size == 0) {
                    throw e;
                }
                // Damage further on is told by whoever reads the file.
            }
            return new FirstBytes(file, java.util.Arrays.copyOf(bytes, size));
        }
    }

    private static Optional<Path> firstIn(Path folder) throws IOException {
        List<Path> children;
        try (Stream<Path> all = Files.list(folder)) {
            children = all.filter(p -> !String.valueOf(p.getFileName()).startsWith("."))
                    .sorted(Comparator.comparing(p -> String.valueOf(p.getFileName())))
                    .toList();
        }
        for (Path child : children) {
            Optional<Path> found = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                    ? firstIn(child)
                    : Optional.of(child).filter(Files::isRegularFile);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
