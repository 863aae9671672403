package hep.winnow.core.remote;

import hep.winnow.api.step.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server for parts of a file (RFC 9110, section 14). What may go better the next time, such as a server that is busy, is asked again, a few times. Where a server points to another address, that one is asked if its server may be.
 * Safe for several threads.
 */
final class Requests {
    private static final int TIMEOUT_MS = 30_000;
    private static final int TRIES = 4;
    private static final int FIRST_PAUSE_MS = 250;
    private static final int MOST_POINTERS = 5;
    private static final int TEMPORARY = 307;
    private static final int PERMANENT = 308;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> POINTERS = Set.of(
            HttpURLConnection.HTTP_MOVED_PERM,
            HttpURLConnection.HTTP_MOVED_TEMP,
            HttpURLConnection.HTTP_SEE_OTHER,
            TEMPORARY,
            PERMANENT);
    private static final Set<Integer> PASSING = Set.of(
            HttpURLConnection.HTTP_CLIENT_TIMEOUT,
            TOO_EARLY,
            TOO_MANY,
            HttpURLConnection.HTTP_INTERNAL_ERROR,
            HttpURLConnection.HTTP_BAD_GATEWAY,
            HttpURLConnection.HTTP_UNAVAILABLE,
            HttpURLConnection.HTTP_GATEWAY_TIMEOUT);
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
    private static final Pattern EMPTY = Pattern.compile("bytes \\*/0");

    private final URI address;
    private final Hosts hosts;

    Requests(URI address, Hosts hosts) {
        this.address = address;
        this.hosts = hosts;
    }

    /** The beginning of a file, and what the server says of it. */
    record Answer(RemoteFile.Head head, byte[] bytes) {}

    /** May go better the next time. */
    private static final class Passing extends IOException {
        private static final long serialVersionUID = 1L;

        Passing(String message) {
            super(message);
        }
    }

    /** Asks for the beginning of the file: a small file is all of it. */
    Answer first(int length) throws IOException {
        return again(() -> answer(0, length, Optional.empty()));
    }

    /**
     * Asks for a part.
     *
     * @param version that the file had before
     */
    byte[] part(long from, int length, String version) throws IOException {
        return again(() -> answer(from, length, Optional.of(version))).bytes();
    }

    /** A request. */
    private interface Request {
        Answer send() throws IOException;
    }

    private static Answer again(Request request) throws IOException {
        for (int i = 1, pause = FIRST_PAUSE_MS; ; i++, pause *= 2) {
            try {
                return request.send();
            } catch (Passing | java.net.SocketException | SocketTimeoutException | EOFException e) {
                if (i == TRIES) {
                    throw new IOException(told(e) + ", " + TRIES + " times", e);
                }
                pause(pause);
            } catch (UnknownHostException e) {
                throw new IOException("there is no server '" + e.getMessage() + "', or no network", e);
            }
        }
    }

    private static String told(IOException e) {
        return e instanceof SocketTimeoutException
                ? "the server did not answer within " + TIMEOUT_MS / 1000 + " s"
                : String.valueOf(e.getMessage());
    }

    private static void pause(int milliseconds) throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private Answer answer(long from, int length, Optional<String> version) throws IOException {
        URI at = address;
        for (int i = 0; i <= MOST_POINTERS; i++) {
            HttpURLConnection connection = connect(at, from, length);
            try {
                int status = connection.getResponseCode();
                if (!POINTERS.contains(status)) {
                    return body(connection, status, from, length, version);
                }
                at = pointed(at, connection.getHeaderField("Location"));
            } catch (IOException e) {
                connection.disconnect();
                throw e;
            }
            drain(connection);
        }
        throw new IOException("the server points from one address to the next, more than " + MOST_POINTERS + " times");
    }

    private static HttpURLConnection connect(URI at, long from, int length) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) at.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(TIMEOUT_MS);
        connection.setReadTimeout(TIMEOUT_MS);
        connection.setUseCaches(false);
        connection.setRequestProperty("Range", "bytes=" + from + "-" + (from + length - 1));
        connection.setRequestProperty("Accept-Encoding", "identity");
        connection.setRequestProperty("User-Agent", "Winnow");
        return connection;
    }

    private URI pointed(URI at, @Nullable String location) throws IOException {
        if (location == null) {
            throw new IOException("the server points elsewhere, but does not say where");
        }
        URI to;
        try {
            to = at.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("the server points to what is no address: " + location, e);
        }
        if (!InputFile.isAddress(to.toString()) || to.getHost() == null) {
            throw new IOException("the server points to what is no web address: " + to);
        }
        if (!hosts.contains(to)) {
            throw new IOException("the server points to " + Hosts.nameOf(to)
                    + ", which may not be asked: allow it with --allow " + Hosts.nameOf(to));
        }
        return to;
    }

    private Answer body(HttpURLConnection connection, int status, long from, int length, Optional<String> version)
            throws IOException {
        switch (status) {
            case HttpURLConnection.HTTP_PARTIAL -> {
                return part(connection, from, length, version);
            }
            case HttpURLConnection.HTTP_OK -> {
                return whole(connection, length, version);
            }
            case RANGE_NOT_SATISFIABLE -> {
                if (from == 0
                        && EMPTY.matcher(header(connection, "Content-Range")).matches()) {
                    return new Answer(head(connection, 0), new byte[0]);
                }
                throw new IOException("the server says that the file has no byte " + from);
            }
            case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE ->
                throw new NoSuchFileException(address.toString());
            case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN ->
                throw new AccessDeniedException(
                        address.toString(), null, "the server does not give it to everybody (status " + status + ")");
            default -> {
                String what = "the server answers with status " + status + reason(connection);
                throw PASSING.contains(status) ? new Passing(what) : new IOException(what);
            }
        }
    }

    private static String reason(HttpURLConnection connection) throws IOException {
        String reason = connection.getResponseMessage();
        return reason == null || reason.isBlank() ? "" : " (" + reason.strip() + ")";
    }

    private static Answer part(HttpURLConnection connection, long from, int length, Optional<String> version)
            throws IOException {
        String told = header(connection, "Content-Range");
        Matcher range = RANGE.matcher(told);
        if (!range.matches()
                || Long.parseLong(range.group(1)) != from
                || Long.parseLong(range.group(2)) < from
                || Long.parseLong(range.group(2)) >= from + length
                || Long.parseLong(range.group(3)) <= Long.parseLong(range.group(2))) {
            throw new ProtocolException("the server was asked for bytes " + from + " to " + (from + length - 1)
                    + ", but sends others: '" + told + "'");
        }
        RemoteFile.Head head = head(connection, Long.parseLong(range.group(3)));
        same(head, version);
        int expected = (int) (Long.parseLong(range.group(2)) - from + 1);
        if (expected < length && from + expected < head.size()) {
            throw new Passing("the server sends " + expected + " bytes of " + length);
        }
        return new Answer(head, bytes(connection, expected));
    }

    /** A server that gives whole files only is good for small ones. */
    private static Answer whole(HttpURLConnection connection, int most, Optional<String> version) throws IOException {
        long size = connection.getContentLengthLong();
        if (size < 0 || size > most || version.isPresent()) {
            connection.disconnect();
            throw new IOException("the server gives whole files only, not parts of them: download it first");
        }
        return new Answer(head(connection, size), bytes(connection, (int) size));
    }

    private static RemoteFile.Head head(HttpURLConnection connection, long size) {
        String mark = header(connection, "ETag");
        String time = header(connection, "Last-Modified");
        String version = !mark.isEmpty() ? "etag " + mark : !time.isEmpty() ? "modified " + time : "unmarked";
        return new RemoteFile.Head(size, version + ", " + size + " bytes", connection.getLastModified());
    }

    private static void same(RemoteFile.Head head, Optional<String> version) throws IOException {
        if (version.isPresent() && !version.get().equals(head.version())) {
            throw new IOException("the file changed on the server while it was read: it was " + version.get()
                    + ", and is " + head.version());
        }
    }

    private static String header(HttpURLConnection connection, String name) {
        String value = connection.getHeaderField(name);
        return value == null ? "" : value.strip();
    }

    private static byte[] bytes(HttpURLConnection connection, int length) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("the server broke off after " + bytes.length + " bytes of " + length);
            }
            return bytes;
        }
    }

    /** Reads what little there is, so that the connection can be used again. */
    private static void drain(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            in.readNBytes(1 << 12);
        }
    }
}
