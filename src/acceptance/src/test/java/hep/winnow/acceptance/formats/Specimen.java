package hep.winnow.acceptance.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A small file of some format.
 *
 * @param kind of the format
 * @param name of the file
 * @param bytes in it
 * @param options of {@code read}, as a macro has them
 */
record Specimen(String kind, String name, byte[] bytes, List<String> options) {
    private static final String TABLE =
            "run,pt,ok,tag\n1,0.5,true,a\n2,,false,\"b,\nc\"\n3,-1e-3,true,\n4,inf,false,d\n";

    /** Returns those of all formats. */
    static List<Specimen> all(Path root) {
        Path npy = root.resolve("plugins/npy/src/test/resources/golden");
        Path hdf5 = root.resolve("plugins/hdf5/src/test/resources/golden");
        Path parquet = root.resolve("plugins/columnar/src/test/resources/parquet/golden");
        Path aida = root.resolve("plugins/aida/src/test/resources/golden");
        Path arrow = root.resolve("plugins/columnar/src/test/resources/arrow/golden");
        Path text = root.resolve("plugins/text/src/test/resources");
        Path ntuple = root.resolve("plugins/root/src/test/resources/ntuple");
        Path png = root.resolve("src/acceptance/fuzz/seeds/png");
        Path tree = root.resolve("src/acceptance/fuzz/seeds/root");
        return List.of(
                of("aida", aida.resolve("tuples.aida"), "table=\"/t/all\""),
                of("aida", aida.resolve("results.aida"), "table=\"/h/mll\""),
                new Specimen("csv", "table.csv", text(TABLE), List.of()),
                new Specimen("csv", "table.csv.gz", gzip(text(TABLE)), List.of()),
                new Specimen("idx", "images.idx", images(), List.of()),
                new Specimen("idx", "images.idx.gz", gzip(images()), List.of()),
                of("npy", npy.resolve("records.npy")),
                of("npy", npy.resolve("table_c.npy"), "columns=[a, b, c]"),
                of("npy", npy.resolve("table_fortran.npy")),
                of("npy", npy.resolve("unicode.npy")),
                of("npy", npy.resolve("members.npz")),
                of("npy", npy.resolve("packed.npz")),
                of("hdf5", hdf5.resolve("columns.h5"), "table=\"/\""),
                of("hdf5", hdf5.resolve("lists.h5")),
                of("hdf5", hdf5.resolve("jagged.h5")),
                of("hdf5", hdf5.resolve("records.h5")),
                of("parquet", parquet.resolve("flat.parquet")),
                of("parquet", parquet.resolve("zstd.parquet")),
                of("parquet", parquet.resolve("nested.parquet")),
                of("parquet", parquet.resolve("lengths.parquet")),
                of("parquet", parquet.resolve("missing.parquet")),
                of("hdf5", hdf5.resolve("fixed.h5")),
                of("arrow", arrow.resolve("flat.arrow")),
                of("arrow", arrow.resolve("flat.arrows")),
                of("arrow", arrow.resolve("lz4.arrow")),
                of("arrow", arrow.resolve("zstd.arrow")),
                of("arrow", arrow.resolve("nested.arrow")),
                of("arrow", arrow.resolve("deltas.arrows")),
                of("arff", text.resolve("arff/weather.arff")),
                of("arff", text.resolve("arff/sparse.arff")),
                of("libsvm", text.resolve("libsvm/queries.txt")),
                of("libsvm", text.resolve("libsvm/zero.libsvm")),
                of("root", ntuple.resolve("events.root")),
                of("root", tree.resolve("plain")),
                of("root", tree.resolve("zlib")),
                of("root", tree.resolve("zstd")),
                of("root", tree.resolve("hist"), "table=\"h/e\""),
                of("png", png.resolve("grey")),
                of("png", png.resolve("rgb")),
                of("png", png.resolve("palette")));
    }

    private static Specimen of(String kind, Path file, String... options) {
        try {
            return new Specimen(kind, String.valueOf(file.getFileName()), Files.readAllBytes(file), List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns six images of 2x3 bytes. */
    private static byte[] images() {
        ByteBuffer out = ByteBuffer.allocate(16 + 36)
                .put(new byte[] {0, 0, 8, 3})
                .putInt(6)
                .putInt(2)
                .putInt(3);
        while (out.hasRemaining()) {
            out.put((byte) (7 * out.position()));
        }
        return out.array();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
