package hep.winnow.core.remote;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Files on web servers as paths, which the methods of {@link java.nio.file.Files} read like any other: the system asks the server for the parts that are needed. What was asked once is kept, up to a bound. Safe for several
 * threads.
 */
public final class RemoteFiles {
    /** As many as the JDK keeps connections open for. */
    private static final int REQUESTS = 5;

    private static final int SECONDS = 5;

    private final Hosts hosts;
    private final Map<URI, RemoteFile> files = new ConcurrentHashMap<>();
    private final RemoteFileSystem system = new RemoteFileSystem();
    private final Executor requests;

    /**
     * Makes one.
     *
     * @param hosts that may be asked; also where another one points there
     */
    public RemoteFiles(Hosts hosts) {
        this.hosts = hosts;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                REQUESTS, REQUESTS, SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), RemoteFiles::thread);
        pool.allowCoreThreadTimeOut(true);
        this.requests = pool;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "winnow-remote");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns the servers that may be asked. */
    public Hosts hosts() {
        return hosts;
    }

    /**
     * Returns the file at an address. Nothing is asked yet.
     *
     * @throws hep.winnow.api.diagnostic.UserError if it is no address
     */
    public Path path(String address) {
        URI uri = Hosts.uri(address);
        return new RemotePath(system, files.computeIfAbsent(uri, u -> new RemoteFile(u, hosts, requests)));
    }

    /** Tells whether a path is that of a file on a web server. */
    public static boolean isRemote(Path path) {
        return path instanceof RemotePath;
    }

    /** Tells whether the server of a path may be asked. */
    public boolean mayRead(Path path) {
        return path instanceof RemotePath remote && hosts.contains(remote.toUri());
    }

    /** Returns by what the server tells versions of a file from each other, for the record: its mark, or the time of its last change; with the number of bytes. */
    public static String version(Path path) throws java.io.IOException {
        if (path instanceof RemotePath remote) {
            return remote.file().head().version();
        }
        throw new IllegalArgumentException(path + " lies on no server");
    }
}
