package hep.winnow.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server on this machine, which gives files in parts, and can be made to misbehave. */
public final class FileServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile long pause;

    /** Answers a request in its own way. */
    @FunctionalInterface
    public interface Answer {
        /** Answers; returns whether the server is to go on as usual instead. */
        boolean answer(HttpExchange exchange, byte[] file) throws IOException;
    }

    private FileServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    public static FileServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FileServer server = new FileServer(http);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /** Returns its address, {@code http://127.0.0.1:PORT}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the address of a file. */
    public String address(String file) {
        return address() + "/" + file;
    }

    /** Puts a file there, in place of one of that name. */
    public FileServer put(String file, byte[] bytes) {
        files.put("/" + file, bytes);
        return this;
    }

    /** Lets requests of a file be answered in another way. */
    public FileServer answer(String file, Answer answer) {
        answers.put("/" + file, answer);
        return this;
    }

    /** Lets each answer take that much longer. */
    public void pause(long milliseconds) {
        pause = milliseconds;
    }

    /** Returns the ranges that were asked for, {@code "bytes=0-99"}, in the order in which they came. */
    public List<String> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath();
            byte[] file = files.get(name);
            String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
            requests.add(range);
            if (pause > 0) {
                Thread.sleep(pause);
            }
            Answer own = answers.get(name);
            if (own != null && !own.answer(exchange, file == null ? new byte[0] : file)) {
                return;
            }
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Matcher wanted = RANGE.matcher(range);
            if (!wanted.matches()) {
                throw new IOException("no range: " + range);
            }
            part(exchange, file, Long.parseLong(wanted.group(1)), Long.parseLong(wanted.group(2)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void part(HttpExchange exchange, byte[] file, long from, long last) throws IOException {
        if (from >= file.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + file.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        int end = (int) Math.min(file.length, last + 1);
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + file.length);
        exchange.getResponseHeaders().set("ETag", "\"" + Arrays.hashCode(file) + "\"");
        exchange.sendResponseHeaders(206, end - from);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(file, (int) from, (int) (end - from));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
