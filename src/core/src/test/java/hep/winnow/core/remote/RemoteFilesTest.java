package hep.winnow.core.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ReadAhead;
import hep.winnow.api.random.RandomStream;
import hep.winnow.testing.FileServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFilesTest {
    private static final int SIZE = 20_000_000;

    private FileServer server;
    private RemoteFiles files;

    @BeforeEach
    void start() throws IOException {
        server = FileServer.start();
        files = new RemoteFiles(Hosts.NONE.and(List.of(server.address())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        RandomStream random = new RandomStream(size);
        for (int i = 0; i < size; i += 1 + i / 4096) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private Path file(String name) {
        return files.path(server.address(name));
    }

    @Test
    void readsAFileFromItsBeginningInLargerAndLargerParts() throws IOException {
        byte[] bytes = bytes(SIZE);
        server.put("a.bin", bytes);

        try (InputStream in = Files.newInputStream(file("a.bin"))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(Files.size(file("a.bin"))).isEqualTo(SIZE);
        assertThat(server.requests()).hasSizeLessThan(16);
    }

    @Test
    void readsAnyBytes() throws IOException {
        byte[] bytes = bytes(SIZE);
        server.put("a.bin", bytes);
        RandomStream random = new RandomStream(1);

        try (FileChannel channel = FileChannel.open(file("a.bin"))) {
            assertThat(channel.size()).isEqualTo(SIZE);
            for (int i = 0; i < 200; i++) {
                int from = random.nextInt(SIZE);
                ByteBuffer to = ByteBuffer.allocate(1 + random.nextInt(1 << random.nextInt(20)));
                int length = Math.min(to.capacity(), SIZE - from);
                while (to.position() < length) {
                    assertThat(channel.read(to, from + to.position())).isPositive();
                }
                assertThat(Arrays.mismatch(to.array(), 0, length, bytes, from, from + length))
                        .isNegative();
            }
            assertThat(channel.read(ByteBuffer.allocate(1), SIZE)).isNegative();
        }
    }

    @Test
    void asksForWhatWillBeReadInFewRequestsAndForNothingElse() throws IOException {
        byte[] bytes = bytes(SIZE);
        server.put("a.bin", bytes);
        List<ReadAhead.Range> ranges = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ranges.add(new ReadAhead.Range(1_000_000 + i * 20_000L, 15_000));
        }
        ranges.add(new ReadAhead.Range(15_000_000, 100));
        ranges.add(new ReadAhead.Range(SIZE - 1, 2));

        try (FileChannel channel = FileChannel.open(file("a.bin"))) {
            ((ReadAhead) channel).willRead(ranges);
            for (ReadAhead.Range range : ranges.subList(0, 31)) {
                ByteBuffer to = ByteBuffer.allocate((int) range.length());
                while (to.hasRemaining()) {
                    channel.read(to, range.from() + to.position());
                }
                assertThat(to.array()).isEqualTo(Arrays.copyOfRange(bytes, (int) range.from(), (int) range.end()));
            }
            ((ReadAhead) channel).willRead(ranges);
        }
        assertThat(server.requests())
                .containsExactlyInAnyOrder("bytes=0-65535", "bytes=1000000-1594999", "bytes=15000000-15000099");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 65_537})
    void readsFilesOfAnySize(int size) throws IOException {
        server.put("a.bin", bytes(size));

        assertThat(Files.readAllBytes(file("a.bin"))).isEqualTo(bytes(size));
        assertThat(Files.exists(file("a.bin"))).isTrue();
        assertThat(Files.isRegularFile(file("a.bin"))).isTrue();
    }

    @Test
    void asksAgainWhenTheServerIsBusyOrBreaksOff() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        server.put("a.bin", bytes(3_000_000)).answer("a.bin", (exchange, file) -> {
            switch (asked.getAndIncrement()) {
                case 0, 1 -> exchange.sendResponseHeaders(503, -1);
                case 3 -> {
                    exchange.getResponseHeaders().set("Content-Range", "bytes 65536-196607/3000000");
                    exchange.getResponseHeaders().set("ETag", "\"" + Arrays.hashCode(file) + "\"");
                    exchange.sendResponseHeaders(206, 131_072);
                    exchange.getResponseBody().write(file, 65_536, 10);
                    exchange.close();
                }
                default -> {
                    return true;
                }
            }
            return false;
        });

        assertThat(Files.readAllBytes(file("a.bin"))).isEqualTo(bytes(3_000_000));
    }

    @Test
    void givesUpOnAServerThatStaysBusy() {
        server.answer("a.bin", (exchange, file) -> {
            exchange.sendResponseHeaders(503, -1);
            return false;
        });

        assertThatThrownBy(() -> Files.size(file("a.bin")))
                .hasMessageContaining("status 503 (Service Unavailable), 4 times");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void tellsOfAFileThatIsNotThereOrNotForEverybody() {
        server.answer("secret.bin", (exchange, file) -> {
            exchange.sendResponseHeaders(403, -1);
            return false;
        });

        assertThatThrownBy(() -> Files.size(file("none.bin"))).isInstanceOf(NoSuchFileException.class);
        assertThat(Files.exists(file("none.bin"))).isFalse();
        assertThatThrownBy(() -> Files.size(file("secret.bin")))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("status 403");
    }

    @Test
    void noticesAFileThatChanges() throws IOException {
        server.put("a.bin", bytes(1_000_000));
        try (FileChannel channel = FileChannel.open(file("a.bin"))) {
            server.put("a.bin", bytes(1_000_001));

            assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(10), 500_000))
                    .hasMessageContaining("changed on the server while it was read");
        }
    }

    @Test
    void noticesAServerThatSendsOtherBytes() {
        server.put("a.bin", bytes(1_000_000)).answer("a.bin", (exchange, file) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 5-65540/1000000");
            exchange.sendResponseHeaders(206, -1);
            return false;
        });

        assertThatThrownBy(() -> Files.size(file("a.bin")))
                .hasMessageContaining("but sends others: 'bytes 5-65540/1000000'");
    }

    /** A small file is taken as a whole. */
    @Test
    void refusesAServerThatGivesNoParts() throws IOException {
        FileServer.Answer whole = (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, Math.min(file.length, 100_000));
            return false;
        };
        server.put("large.bin", bytes(1_000_000)).answer("large.bin", whole);
        server.put("small.bin", bytes(1000)).answer("small.bin", whole);

        assertThatThrownBy(() -> Files.size(file("large.bin"))).hasMessageContaining("whole files only");
        assertThat(Files.readAllBytes(file("small.bin"))).isEqualTo(bytes(1000));
    }

    @Test
    void followsPointersToServersThatMayBeAsked() throws IOException {
        server.put("a.bin", bytes(100_000)).answer("here.bin", pointer("/a.bin"));
        server.answer("round.bin", pointer("/round.bin"));

        assertThat(Files.readAllBytes(file("here.bin"))).isEqualTo(bytes(100_000));
        assertThatThrownBy(() -> Files.size(file("round.bin"))).hasMessageContaining("more than 5 times");
    }

    @Test
    void doesNotFollowPointersElsewhere() throws IOException {
        try (FileServer other = FileServer.start()) {
            other.put("a.bin", bytes(10));
            server.answer("a.bin", pointer(other.address("a.bin")));
            server.answer("b.bin", pointer("file:///etc/passwd"));

            assertThatThrownBy(() -> Files.size(file("a.bin")))
                    .hasMessageContaining("which may not be asked: allow it with --allow " + other.address());
            assertThatThrownBy(() -> Files.size(file("b.bin"))).hasMessageContaining("no web address");
            assertThat(other.requests()).isEmpty();
        }
    }

    private static FileServer.Answer pointer(String to) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
            return false;
        };
    }

    @Test
    void writesNothing() {
        server.put("a.bin", bytes(10));

        assertThatThrownBy(() -> Files.write(file("a.bin"), new byte[1]))
                .isInstanceOf(ReadOnlyFileSystemException.class);
        assertThatThrownBy(() -> Files.delete(file("a.bin"))).isInstanceOf(ReadOnlyFileSystemException.class);
    }

    @Test
    void hidesWhatMayBeASecret() {
        assertThat(files.path("https://EXAMPLE.org/dir/a%20b.root?token=x"))
                .hasToString("https://EXAMPLE.org/dir/a%20b.root?…");
        assertThat(files.path("https://example.org/dir/a%20b.root").getFileName())
                .hasToString("a b.root");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "https:///a.root",
                "http://ex ample.org/a",
                "ftp://example.org/a",
                "https://me:pw@example.org/a"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> files.path(text)).isInstanceOf(UserError.class);
    }

    @Test
    void knowsServersByName() {
        Hosts hosts = Hosts.NONE.and(List.of("https://Example.org:443/any/thing", "http://localhost:8000"));

        assertThat(hosts.names()).containsExactly("http://localhost:8000", "https://example.org");
        assertThat(hosts.contains(Hosts.uri("https://example.org/x"))).isTrue();
        assertThat(hosts.contains(Hosts.uri("http://example.org/x"))).isFalse();
        assertThat(hosts.contains(Hosts.uri("http://localhost:8001/x"))).isFalse();
        assertThat(Hosts.ALL.contains(Hosts.uri("http://example.org/x"))).isTrue();
    }
}
