package hep.winnow.root.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.Compression;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.FigureData;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.hist.Histogram2D;
import hep.winnow.api.hist.Profile;
import hep.winnow.api.random.RandomStream;
import hep.winnow.testing.RandomTable;
import hep.winnow.testing.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written is read equal by JSROOT. It takes node, and the package jsroot: in the folder that the environment variable {@code WINNOW_JSROOT} names, or below {@code
 * src/acceptance/peers/root} ({@code npm install --ignore-scripts} there). Without them it is skipped.
 */
class JsRootTest {
    private static final RootWriterFormat FORMAT = new RootWriterFormat();
    private static final Path PEERS =
            Path.of(System.getProperty("winnow.root", "../.."), "src", "acceptance", "peers", "root");
    private static final Path JSROOT = Optional.ofNullable(System.getenv("WINNOW_JSROOT"))
            .map(Path::of)
            .orElse(PEERS.resolve("node_modules/jsroot"))
            .toAbsolutePath();

    @TempDir
    private Path folder;

    private final List<String> items = new ArrayList<>();

    @BeforeEach
    void needsJsroot() {
        assumeTrue(
                Files.exists(JSROOT.resolve("package.json")),
                "jsroot is not at " + JSROOT + ": run `npm install --ignore-scripts` in src/acceptance/peers/root");
        assumeTrue(canRun("node", "--version"), "node is not installed");
    }

    private static boolean canRun(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check() throws IOException, InterruptedException {
        Path list = Files.writeString(folder.resolve("list.json"), "[" + String.join(",\n", items) + "]");
        Process process = new ProcessBuilder(
                        "node",
                        PEERS.resolve("check.mjs").toAbsolutePath().toString(),
                        JSROOT.toString(),
                        list.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(" equal, 0 different");
    }

    /** Each codec, each type, flat and in lists, no events and no blocks. */
    @Test
    void readsRandomTables() throws IOException, InterruptedException {
        for (int seed = 0; seed < 60; seed++) {
            RandomTable table = new RandomTable(new RandomStream(seed), true);
            int level = seed % 10;
            Optional<String> codec = switch (seed % 4) {
                case 0 -> Optional.of("zlib");
                case 1 -> Optional.of("lzma");
                default -> Optional.empty();
            };
            Compression compression = new Compression(level, codec.filter(c -> level > 0));
            add(seed + ".root", table.schema(), table.blocks(), compression);
        }
        check();
    }

    /** Baskets by the dozen, texts and lists of lists. */
    @Test
    void readsManyBaskets() throws IOException, InterruptedException {
        List<EventBlock> blocks = new ArrayList<>();
        for (int b = 0; b < 3; b++) {
            int first = b * 30_000;
            int[] offsets = IntStream.rangeClosed(0, 30_000).map(i -> 3 * i).toArray();
            int[] inner = IntStream.rangeClosed(0, 90_000).map(i -> i / 2).toArray();
            String[] tags = IntStream.range(first, first + 30_000)
                    .mapToObj(i -> "event " + i + "x".repeat(i % 300))
                    .toArray(String[]::new);
            double[] values = IntStream.range(first, first + 45_000)
                    .mapToDouble(i -> i / 7.0)
                    .toArray();
            blocks.add(new EventBlock(
                    30_000,
                    List.of(
                            new Column.Strings(tags),
                            new Column.Lists(offsets, new Column.Lists(inner, new Column.Doubles(values))))));
        }
        List<ColumnInfo> schema =
                List.of(ColumnInfo.of("tag", ColumnType.STRING), new ColumnInfo("hits", ColumnType.DOUBLE, 2, "cm"));
        add("many.root", schema, blocks, Compression.of(4));
        add("zlib.root", schema, blocks, new Compression(1, Optional.of("zlib")));
        // One block alone: JSROOT takes its time for LZMA.
        add("lzma.root", schema, blocks.subList(0, 1), new Compression(1, Optional.of("lzma")));
        check();
    }

    /** Baskets that stay large when they are packed, by each codec. */
    @Test
    void readsLargeBaskets() throws IOException, InterruptedException {
        RandomStream random = new RandomStream(3);
        double[] values = new double[12_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        List<EventBlock> blocks = List.of(new EventBlock(values.length, List.of(new Column.Doubles(values))));
        for (String codec : Codec.names()) {
            add(
                    codec + ".root",
                    List.of(ColumnInfo.of("x", ColumnType.DOUBLE)),
                    blocks,
                    new Compression(1, Optional.of(codec)));
        }
        check();
    }

    private void add(String name, List<ColumnInfo> schema, List<EventBlock> blocks, Compression compression)
            throws IOException {
        Path file = folder.resolve(name);
        Tables.write(FORMAT, file, schema, blocks, compression);
        List<String> columns = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            ColumnInfo info = schema.get(c);
            List<String> words = new ArrayList<>();
            for (EventBlock block : blocks) {
                words.addAll(Tables.words(block.columns().get(c)));
            }
            columns.add(quoted(info.name()) + ":{\"type\":\"" + info.type() + "\",\"depth\":" + info.depth()
                    + ",\"words\":"
                    + words.stream().map(JsRootTest::quoted).collect(Collectors.joining(",", "[", "]")) + "}");
        }
        items.add("{\"file\":" + quoted(file.toString()) + ",\"columns\":{" + String.join(",", columns) + "}}");
    }

    @Test
    void readsHistogramsProfilesAndGraphs() throws IOException, InterruptedException {
        Histogram h = new Histogram(Binning.variable(0, 1, 4));
        h.fill(0.5, 2);
        h.fill(9, -1);
        Histogram2D plane = new Histogram2D(Binning.uniform(1, 0, 2), Binning.uniform(2, 0, 2));
        plane.fill(1, 1.5, 3);
        Profile profile = new Profile(Binning.uniform(2, 0, 2));
        profile.fill(0.5, 10, 2);
        double[] at = {0.5, 1.5};
        double[] y = {10, 4};
        double[] low = {8, 3};
        double[] high = {13, 4};
        Layer means = new Layer.Measured(
                "z", at, at, y, low, high, Tint.DATA, false, Optional.of(new Layer.Filled.Means(profile)));
        List<Layer> layers = List.of(
                new Layer.Bins("sig", h, Layer.BinStyle.STACK, Tint.SIGNAL),
                means,
                new Layer.Cells("n", plane, false),
                new Layer.Line("roc", at, y, at, Layer.LineStyle.SOLID, Tint.SIGNAL));
        Axis x = Axis.of("Δφ", "rad");
        Sheet sheet = Sheet.of(new Figure("title", x, Axis.of("events", ""), layers, List.of("a note")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new RootFigures().write(new FigureData("f.root", "h", sheet, Map.of("winnow.seed", "7")), bytes);
        Path file = Files.write(folder.resolve("f.root"), bytes.toByteArray());
        items.add("{\"file\":" + quoted(file.toString()) + ",\"objects\":{"
                + "\"h/sig\":{\"type\":\"TH1D\",\"fArray\":[0,2,0,-1],\"fSumw2\":[0,4,0,1],\"fEntries\":2,"
                + "\"fXaxis.fTitle\":\"Δφ [rad]\",\"fXaxis.fXbins\":[0,1,4],\"fTsumw\":2,\"fTsumwx\":1,\"fTitle\":\"title\"},"
                + "\"h/z\":{\"type\":\"TProfile\",\"fArray\":[0,20,0,0],\"fBinEntries\":[0,2,0,0],\"fSumw2\":[0,200,0,0],"
                + "\"fBinSumw2\":[0,4,0,0],\"fTsumwy\":20},"
                + "\"h/z_points\":{\"type\":\"TGraphAsymmErrors\",\"fX\":[0.5,1.5],\"fY\":[10,4],\"fEXlow\":[0.5,1.5],"
                + "\"fEYlow\":[2,1],\"fEYhigh\":[3,0],\"fNpoints\":2},"
                + "\"h/title\":{\"type\":\"TH2D\",\"fArray\":[0,0,0,0,0,0,0,3,0,0,0,0],\"fTsumwxy\":4.5,\"fNcells\":12},"
                + "\"h/roc\":{\"type\":\"TGraphErrors\",\"fX\":[0.5,1.5],\"fEY\":[0.5,1.5]},"
                + "\"h/notes\":{\"type\":\"TNamed\",\"fTitle\":\"a note\"},"
                + "\"winnow/seed\":{\"type\":\"TNamed\",\"fTitle\":\"7\"}}}");
        check();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
