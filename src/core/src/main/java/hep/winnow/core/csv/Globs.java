package hep.winnow.core.csv;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.access.FileAccess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Expands patterns of files: {@code *} any characters of a name, {@code ?} one, {@code [a-c]} one of these, {@code [!a-c]} one that is none of
 * these, {@code **} any number of folders. Names that begin with a dot match only a pattern that does. {@code **} does not follow links.
 */
public final class Globs {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

    private Globs() {}

    /**
     * Returns the files that a pattern stands for, sorted by path; folders are not among them.
     *
     * @param pattern a path or a pattern, parts separated by {@code /}; a file of exactly that name wins over a pattern
     * @param base the folder that a relative pattern starts from
     * @throws UserError if there are none
     */
    public static List<Path> expand(String pattern, Path base) {
        return expand(pattern, base, FileAccess.all());
    }

    /**
     * Returns the files that a pattern stands for, as {@link #expand(String, Path)} does.
     *
     * @throws hep.winnow.core.access.AccessError if one of them may not be read
     */
    public static List<Path> expand(String pattern, Path base, FileAccess access) {
        try {
            access.checkRead(fixed(pattern, base));
            List<Path> found = find(pattern, base);
            access.checkRead(found);
            return found;
        } catch (InvalidPathException e) {
            throw UserError.data(
                            "no file of this system can be named '" + pattern + "': " + e.getReason(),
                            "rename it, or set a UTF-8 locale if the name has letters beyond ASCII")
                    .because(e);
        }
    }

    private static List<Path> find(String pattern, Path base) {
        Path plain = isPattern(pattern) ? base.resolve("") : base.resolve(pattern);
        if (!isPattern(pattern)) {
            if (!Files.exists(plain)) {
                if (ADDRESS.matcher(pattern).lookingAt()) {
                    throw UserError.data(
                            "'" + pattern + "' is an address of a kind that is not read",
                            "files are read from https:// and http://; of any other server copy them first");
                }
                throw nothing(pattern, base, "there is no file '" + pattern + "'");
            }
            return List.of(plain.normalize());
        }
        if (isFileAsItStands(pattern, base)) {
            return List.of(base.resolve(pattern).normalize());
        }
        Path start = pattern.startsWith("/") ? Path.of("/") : base;
        List<String> parts =
                Arrays.stream(pattern.split("/", -1)).filter(p -> !p.isEmpty()).toList();
        Set<Path> found = new TreeSet<>(Comparator.comparing(Globs::sortKey));
        try {
            walk(start, parts, 0, found);
        } catch (IOException e) {
            throw UserError.data("cannot look for '" + pattern + "' in " + told(base) + ": " + e, "")
                    .because(e);
        }
        if (found.isEmpty()) {
            throw nothing(pattern, base, "no file matches '" + pattern + "'");
        }
        return List.copyOf(found);
    }

    /** Returns the path of a file, or the folder from which a pattern is looked for. */
    public static Path fixed(String pattern, Path base) {
        int end = 0;
        for (String part : pattern.split("/", -1)) {
            if (isPattern(part)) {
                return base.resolve(pattern.substring(0, end));
            }
            end += part.length() + 1;
        }
        return base.resolve(pattern);
    }

    /** Tells whether a text holds a character of a pattern. */
    public static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    private static boolean isFileAsItStands(String pattern, Path base) {
        return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0 && Files.isRegularFile(base.resolve(pattern));
    }

    private static String sortKey(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static void walk(Path folder, List<String> parts, int at, Set<Path> found) throws IOException {
        String part = parts.get(at);
        boolean isLast = at == parts.size() - 1;
        if (part.equals("**")) {
            if (isLast) {
                walk(folder, List.of("**", "*"), 0, found);
                return;
            }
            walk(folder, parts, at + 1, found);
            for (Path child : children(folder)) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                        && !name(child).startsWith(".")) {
                    walk(child, parts, at, found);
                }
            }
        } else if (isPattern(part)) {
            Pattern regex = regex(part);
            for (Path child : children(folder)) {
                boolean isHidden = name(child).startsWith(".") && !part.startsWith(".");
                if (!isHidden && regex.matcher(name(child)).matches()) {
                    enter(child, parts, at, found);
                }
            }
        } else {
            enter(folder.resolve(part), parts, at, found);
        }
    }

    private static void enter(Path child, List<String> parts, int at, Set<Path> found) throws IOException {
        if (at < parts.size() - 1) {
            if (Files.isDirectory(child)) {
                walk(child, parts, at + 1, found);
            }
        } else if (Files.isRegularFile(child)) {
            found.add(child.normalize());
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        }
        return children;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static Pattern regex(String part) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            int close = c == '[' ? part.indexOf(']', i + 2) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                boolean isNot = part.charAt(i + 1) == '!';
                String set = part.substring(isNot ? i + 2 : i + 1, close);
                regex.append(isNot ? "[^" : "[")
                        .append(set.replaceAll("[\\\\\\[\\]&^]", "\\\\$0"))
                        .append(']');
                i = close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw UserError.macro("'" + part + "' is no pattern of file names: " + e.getDescription(), "");
        }
    }

    /** Tells what stands where the pattern leads to: the files and folders of the deepest folder on its way that exists. */
    private static UserError nothing(String pattern, Path base, String what) {
        Path folder = base;
        String wanted = pattern;
        while (wanted.indexOf('/') >= 0) {
            String first = wanted.substring(0, wanted.indexOf('/') + 1);
            Path next = first.equals("/") ? Path.of("/") : folder.resolve(first);
            if (isPattern(first) || !Files.isDirectory(next)) {
                wanted = first.substring(0, first.length() - 1);
                break;
            }
            folder = next;
            wanted = wanted.substring(first.length());
        }
        List<String> names;
        try {
            names = children(folder).stream().map(Globs::name).sorted().toList();
        } catch (IOException e) {
            return UserError.data(what + " in " + told(base), "there is no folder " + folder)
                    .because(e);
        }
        return UserError.data(
                what + " in " + told(base), "in " + told(folder.normalize()) + " there is " + Near.list(wanted, names));
    }

    private static String told(Path folder) {
        return folder.toString().isEmpty() ? "the working folder" : folder.toString();
    }
}
