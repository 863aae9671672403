package hep.winnow.core.remote;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file on a server. It stands for itself alone: there are no folders, and its name, for messages, is a path of the usual file system. */
final class RemotePath implements Path {
    private final RemoteFileSystem system;
    private final RemoteFile file;

    RemotePath(RemoteFileSystem system, RemoteFile file) {
        this.system = system;
        this.file = file;
    }

    RemoteFile file() {
        return file;
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public @Nullable Path getRoot() {
        return null;
    }

    @Override
    public Path getFileName() {
        String path = String.valueOf(file.address().getPath());
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Path.of(name.isEmpty() ? file.address().getHost() : name);
    }

    @Override
    public @Nullable Path getParent() {
        return null;
    }

    @Override
    public int getNameCount() {
        return 1;
    }

    @Override
    public Path getName(int index) {
        if (index != 0) {
            throw new IllegalArgumentException("there is no name " + index);
        }
        return getFileName();
    }

    @Override
    public Path subpath(int from, int to) {
        if (from != 0 || to != 1) {
            throw new IllegalArgumentException("there are no names " + from + " to " + to);
        }
        return getFileName();
    }

    @Override
    public boolean startsWith(Path other) {
        return equals(other);
    }

    @Override
    public boolean endsWith(Path other) {
        return equals(other);
    }

    @Override
    public Path normalize() {
        return this;
    }

    @Override
    public Path resolve(Path other) {
        if (other instanceof RemotePath) {
            return other;
        }
        throw new UnsupportedOperationException("there are no folders on a server, to look for " + other + " in");
    }

    @Override
    public Path relativize(Path other) {
        throw new UnsupportedOperationException("there are no folders on a server");
    }

    @Override
    public URI toUri() {
        return file.address();
    }

    @Override
    public Path toAbsolutePath() {
        return this;
    }

    @Override
    public Path toRealPath(LinkOption... options) {
        return this;
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("files on a server are not watched");
    }

    @Override
    public int compareTo(Path other) {
        if (!(other instanceof RemotePath remote)) {
            throw new ProviderMismatchException();
        }
        return toUri().compareTo(remote.toUri());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RemotePath remote && toUri().equals(remote.toUri());
    }

    @Override
    public int hashCode() {
        return toUri().hashCode();
    }

    /** Returns the address for messages and records: without what follows a question mark, which may be a secret. */
    @Override
    public String toString() {
        URI uri = file.address();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority() + path
                + (uri.getRawQuery() == null ? "" : "?…");
    }
}
