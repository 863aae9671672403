package hep.winnow.core.access;

import hep.winnow.core.remote.Hosts;
import hep.winnow.core.remote.RemoteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files a macro may read and write: those below some roots, wherever links and {@code ..} lead, and for reading those of some web servers. Every path is looked at again when it is opened. Immutable, and safe for several threads.
 *
 * <p>What a macro may write it may read too. A root is a folder with all that is in it, or a single file.
 */
public final class FileAccess {
    private final boolean isLimited;
    private final List<Path> readable;
    private final List<Path> writable;
    private final Optional<Path> out;
    private final boolean trustsParams;
    private final RemoteFiles remote;

    private FileAccess(
            boolean isLimited,
            Collection<Path> readable,
            Collection<Path> writable,
            Optional<Path> out,
            boolean trustsParams,
            RemoteFiles remote) {
        this.isLimited = isLimited;
        this.readable = List.copyOf(readable);
        this.writable = List.copyOf(writable);
        this.out = out;
        this.trustsParams = trustsParams;
        this.remote = remote;
    }

    /** Returns the access to every file that the process has, and to every web server: for macros that one trusts as one's own code. */
    public static FileAccess all() {
        return new FileAccess(false, List.of(), List.of(), Optional.empty(), false, new RemoteFiles(Hosts.ALL));
    }

    /** Returns the access to no file but the run's out folder, and to no web server. */
    public static FileAccess none() {
        return new FileAccess(true, List.of(), List.of(), Optional.empty(), false, new RemoteFiles(Hosts.NONE));
    }

    /**
     * Returns this access, and that to read what lies on some web servers. Where all is allowed, it stays so.
     *
     * @param hosts their addresses, such as {@code https://example.org}
     * @throws hep.winnow.api.diagnostic.UserError if one is no address
     */
    public FileAccess asking(List<String> hosts) {
        return hosts.isEmpty()
                ? this
                : new FileAccess(
                        isLimited,
                        readable,
                        writable,
                        out,
                        trustsParams,
                        new RemoteFiles(remote.hosts().and(hosts)));
    }

    /** Returns this access, and that to what lies below some roots, for reading. Where all is allowed, it stays so. */
    public FileAccess reading(Path... roots) {
        return new FileAccess(isLimited, and(readable, roots), writable, out, trustsParams, remote);
    }

    /** Returns this access, and that to what lies below some roots, for reading and writing. */
    public FileAccess writing(Path... roots) {
        return new FileAccess(isLimited, readable, and(writable, roots), out, trustsParams, remote);
    }

    /** Returns this access with another out folder: the one that names of files to write are relative to, and in which a macro may write. */
    public FileAccess out(Path folder) {
        return new FileAccess(isLimited, readable, writable, Optional.of(real(folder)), trustsParams, remote);
    }

    /**
     * Returns this access, and that to read the files that params from outside name: for programs whose user gives them, such as a command line. A param that is a file or folder
     * allows this one; one that begins the name of files, such as a glob, allows the folder that it stands in.
     */
    public FileAccess trustingParams() {
        return new FileAccess(isLimited, readable, writable, out, true, remote);
    }

    /**
     * Returns this access with what a param from outside names, if params are trusted.
     *
     * @param working folder that it is relative to
     */
    public FileAccess named(String param, Path working) {
        return isLimited && trustsParams
                ? NamedFiles.root(param, working).map(this::reading).orElse(this)
                : this;
    }

    private static List<Path> and(List<Path> old, Path... more) {
        return Stream.concat(old.stream(), Stream.of(more).map(FileAccess::real))
                .distinct()
                .toList();
    }

    /** A folder that cannot be looked at allows nothing: what lies in it cannot be looked at either. */
    private static Path real(Path root) {
        try {
            return RealPaths.of(root);
        } catch (IOException e) {
            return root.toAbsolutePath().normalize();
        }
    }

    /** Returns the out folder, if it is known. */
    public Optional<Path> out() {
        return out;
    }

    /**
     * Returns the file at an address on a web server. It is not asked yet.
     *
     * @throws AccessError if the server may not be asked, with what would allow it
     * @throws hep.winnow.api.diagnostic.UserError if it is no address
     */
    public Path remote(String address) {
        Path file = remote.path(address);
        checkRead(file);
        return file;
    }

    /** Tells whether a file may be read, or a folder looked at. */
    public boolean mayRead(Path file) {
        if (RemoteFiles.isRemote(file)) {
            return remote.mayRead(file);
        }
        try {
            return !isLimited || isBelow(RealPaths.of(file), true);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes sure that a file may be read; there need be none.
     *
     * @throws AccessError if not, with where it lies and what would allow it
     */
    public void checkRead(Path file) {
        if (RemoteFiles.isRemote(file)) {
            if (!remote.mayRead(file)) {
                throw refusal(file);
            }
        } else if (isLimited) {
            check(file, resolved(file), true);
        }
    }

    /**
     * Makes sure that files may be read.
     *
     * @throws AccessError if one may not
     */
    public void checkRead(Collection<Path> files) {
        if (!isLimited) {
            return;
        }
        Map<Path, Path> folders = new HashMap<>();
        for (Path file : files) {
            if (RemoteFiles.isRemote(file)) {
                checkRead(file);
                continue;
            }
            Path absolute = file.toAbsolutePath().normalize();
            Path parent = absolute.getParent();
            Path name = absolute.getFileName();
            if (parent == null || name == null || Files.isSymbolicLink(absolute)) {
                checkRead(file);
            } else {
                Path folder = folders.computeIfAbsent(parent, FileAccess::resolved);
                check(file, folder.resolve(name), true);
            }
        }
    }

    /**
     * Makes sure that a file may be written; there need be none.
     *
     * @throws AccessError as {@link #checkRead(Path)}
     */
    public void checkWrite(Path file) {
        if (isLimited) {
            check(file, resolved(file), false);
        }
    }

    /**
     * Makes sure that no link in a folder leads to what may not be read; a plain file is not looked at.
     *
     * @throws AccessError if one does
     */
    public void checkLinks(Path folder) {
        if (isLimited && !RemoteFiles.isRemote(folder) && Files.isDirectory(folder)) {
            checkLinks(folder, new HashSet<>());
        }
    }

    /** Goes into the folders behind links too, each once: who reads the folder may do so. */
    private void checkLinks(Path folder, Set<Path> seen) {
        List<Path> links;
        try (Stream<Path> all = Files.walk(folder)) {
            links = all.filter(Files::isSymbolicLink).toList();
        } catch (IOException | UncheckedIOException e) {
            throw AccessError.unclear(folder, e);
        }
        for (Path link : links) {
            Path real = resolved(link);
            check(link, real, true);
            if (Files.isDirectory(real) && seen.add(real)) {
                checkLinks(real, seen);
            }
        }
    }

    private static Path resolved(Path file) {
        try {
            return RealPaths.of(file);
        } catch (IOException | InvalidPathException e) {
            throw AccessError.unclear(file, e);
        }
    }

    private void check(Path named, Path real, boolean isRead) {
        if (!isBelow(real, isRead)) {
            throw refusal(named, real, isRead);
        }
    }

    private boolean isBelow(Path real, boolean isRead) {
        return out.filter(real::startsWith).isPresent()
                || writable.stream().anyMatch(real::startsWith)
                || isRead && readable.stream().anyMatch(real::startsWith);
    }

    private AccessError refusal(Path named) {
        String host = Hosts.nameOf(named.toUri());
        String allowed = String.join(", ", remote.hosts().names());
        return new AccessError(
                "'" + named + "' lies on a server that the macro may not ask",
                (allowed.isEmpty() ? "" : "it may ask " + allowed + "; ") + "allow it with --allow " + host);
    }

    private AccessError refusal(Path named, Path real, boolean isRead) {
        boolean isLink = !real.equals(named.toAbsolutePath().normalize());
        String what = isRead ? "read" : "write";
        String allowed = allowed(isRead);
        Path parent = real.getParent();
        boolean isWhole = parent == null || parent.getParent() == null || Files.isDirectory(real);
        Path root = isWhole || parent == null ? real : parent;
        return new AccessError(
                "'" + named + "'" + (isLink ? " leads to '" + real + "', which" : "")
                        + " is not among the files that the" + " macro may " + what,
                (allowed.isEmpty() ? "" : "it may " + what + " what lies in " + allowed + "; ")
                        + "allow more with --allow " + quoted(root));
    }

    private static String quoted(Path path) {
        String text = String.valueOf(path);
        return text.matches("[\\w/.,:+@%=-]+") ? text : "'" + text + "'";
    }

    private String allowed(boolean isRead) {
        return Stream.of(out.stream(), writable.stream(), isRead ? readable.stream() : Stream.<Path>empty())
                .flatMap(s -> s)
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(", "));
    }

    /** Returns the roots, those for reading and writing first, for messages. */
    public List<Path> roots() {
        List<Path> all = new ArrayList<>(writable);
        all.addAll(readable);
        return all;
    }
}
