package hep.winnow.app.shell;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.step.InputFile;
import hep.winnow.core.remote.Hosts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user lets a macro reach beyond the usual.
 *
 * @param texts files and folders to read and write, and web servers to read from, {@code https://example.org}
 */
public record Allowed(List<String> texts) {
    /** Nothing beyond the usual. */
    public static final Allowed NOTHING = new Allowed(List.of());

    public Allowed {
        texts = List.copyOf(texts);
    }

    /** Returns what the value of a variable names, parted as in {@code PATH}; colons in the addresses of servers part nothing. */
    static Allowed ofVariable(String value) {
        String parting = File.pathSeparator;
        List<String> texts = new ArrayList<>();
        boolean isServer = false;
        for (String word : value.split(parting, -1)) {
            int last = texts.size() - 1;
            boolean isScheme = !texts.isEmpty() && texts.get(last).matches("(?i)https?");
            boolean isPort = isServer && word.matches("[0-9]{1,5}/?");
            if (isScheme && word.startsWith("//") || isPort) {
                texts.set(last, texts.get(last) + parting + word);
                isServer = !isPort;
            } else {
                isServer = InputFile.isAddress(word);
                if (!word.isBlank()) {
                    texts.add(word);
                }
            }
        }
        return new Allowed(texts);
    }

    /** Returns the files and folders. */
    public List<Path> paths() {
        return texts.stream().filter(t -> !InputFile.isAddress(t)).map(Path::of).toList();
    }

    /** Returns the servers. */
    public List<String> hosts() {
        return texts.stream().filter(InputFile::isAddress).toList();
    }

    /**
     * Makes sure that all that is named is there, or is the address of a server.
     *
     * @throws UserError if not
     */
    public Allowed checked() {
        Hosts.NONE.and(hosts());
        for (Path path : paths()) {
            if (!Files.exists(path)) {
                boolean isAddress = path.toString().matches("[a-z][a-z0-9+]+:/.*");
                throw UserError.data(
                        "--allow " + path + ": there is no such file or folder",
                        isAddress
                                ? "Winnow asks servers of https:// and http:// alone: copy the data first"
                                : "make it first");
            }
        }
        return this;
    }
}
