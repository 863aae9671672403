package hep.winnow.core.access;

import hep.winnow.core.remote.RemoteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Finds where a path leads to when links are followed, also where there is no file yet. */
final class RealPaths {
    /** As many as Linux follows. */
    private static final int MAX_LINKS = 40;

    private RealPaths() {}

    /**
     * Returns the path without links, {@code .} and {@code ..}: as the system resolves it, part after part, so that {@code link/..} is the folder above the link's target. What is
     * not there, such as the target of a dangling link, is taken as it is written.
     *
     * @throws IOException if links go in a circle, or the path cannot be looked at
     */
    static Path of(Path path) throws IOException {
        if (RemoteFiles.isRemote(path)) {
            return path;
        }
        Path absolute = path.toAbsolutePath();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        Path at = root(absolute);
        Deque<Path> ahead = new ArrayDeque<>();
        absolute.forEach(ahead::addLast);
        for (int links = 0; !ahead.isEmpty(); ) {
            String name = ahead.removeFirst().toString();
            if (name.equals("..")) {
                at = at.getParent() == null ? at : at.getParent();
            } else if (!name.equals(".") && !name.isEmpty()) {
                Path next = at.resolve(name);
                if (!Files.isSymbolicLink(next)) {
                    at = next;
                } else if (++links > MAX_LINKS) {
                    throw new IOException("its links go in a circle");
                } else {
                    Path target = Files.readSymbolicLink(next);
                    push(target, ahead);
                    at = target.isAbsolute() ? root(target) : at;
                }
            }
        }
        return at;
    }

    private static Path root(Path absolute) {
        Path root = absolute.getRoot();
        return root == null ? absolute : root;
    }

    private static void push(Path target, Deque<Path> ahead) {
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
            ahead.addFirst(target.getName(i));
        }
    }
}
