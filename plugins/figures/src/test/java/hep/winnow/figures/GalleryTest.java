package hep.winnow.figures;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.figure.FigureRenderer;
import hep.winnow.api.figure.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws every sheet of the gallery into {@code target/gallery}, for eyes to look at. */
final class GalleryTest {
    private static final Path FOLDER = Path.of("target", "gallery");

    /** All SVGs of the gallery. Whoever changes the look of figures looks at them, and puts the new hash here. */
    private static final String SVG_SHA256 = "41a89b2ce0b1a1e073c1a31c76146206fc0da0be11361d6bc7f841d89e402a0b";

    private final FigureRenderer renderer = new ChartRenderer();

    static Stream<String> names() {
        return Gallery.sheets().keySet().stream();
    }

    private static byte[] render(FigureRenderer renderer, String name, String format) throws IOException {
        Sheet sheet = Objects.requireNonNull(Gallery.sheets().get(name), name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(sheet, format, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("names")
    void drawsVectorsWithTheSameBytesEachTime(String name) throws IOException {
        Files.createDirectories(FOLDER);
        for (String format : List.of("svg", "pdf")) {
            byte[] first = render(renderer, name, format);
            Files.write(FOLDER.resolve(name + "." + format), first);
            assertThat(render(new ChartRenderer(), name, format)).as(format).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void drawsPixels(String name) throws IOException {
        Files.createDirectories(FOLDER);
        byte[] png = render(renderer, name, "png");
        Files.write(FOLDER.resolve(name + ".png"), png);
        assertThat(png).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(20_000);
    }

    @Test
    void drawsTheSamePixelsEachTime() throws IOException {
        assertThat(render(new ChartRenderer(), "stack", "png")).isEqualTo(render(renderer, "stack", "png"));
    }

    @Test
    void drawsTheSameSvgOnEveryJdk() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String name : names().toList()) {
            digest.update(render(renderer, name, "svg"));
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(SVG_SHA256);
    }

    @Test
    void drawsTheSameOnManyThreads() throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<String> names = names().toList();
            List<Future<byte[]>> parallel = new ArrayList<>();
            for (String name : names) {
                parallel.add(threads.submit(() -> render(renderer, name, "svg")));
            }
            for (int i = 0; i < names.size(); i++) {
                assertThat(parallel.get(i).get()).as(names.get(i)).isEqualTo(render(renderer, names.get(i), "svg"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void keepsTextAsEscapedTextInSvg() throws IOException {
        String svg = new String(render(renderer, "markup", "svg"), StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("&lt;script&gt;alert(\"&amp;\")&lt;/script&gt; l1_pt ^ met_phi {x} p")
                .contains("&lt;tspan&gt;")
                .contains("√s = 13 TeV")
                .doesNotContain("<script")
                .doesNotContain("\u0007");
    }

    @Test
    void givesSvgATitleForThoseWhoCannotSeeIt() throws IOException {
        String svg = new String(render(renderer, "signed", "svg"), StandardCharsets.UTF_8);
        assertThat(svg).contains("role=\"img\"").containsPattern("<title\\s*>Negative weights</title");
    }
}
