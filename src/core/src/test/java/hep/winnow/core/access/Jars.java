package hep.winnow.core.access;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files that are not what they are taken for. */
final class Jars {
    private static final int MEGABYTE = 1 << 20;

    private Jars() {}

    /** Makes {@code work/p.jar}, which names a plugin. */
    static void plugin(EscapesTest test) throws IOException {
        try (OutputStream out = Files.newOutputStream(test.file("work/p.jar"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/services/hep.winnow.api.Plugin"));
            zip.write("evil.Plugin\n".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    /** Makes {@code work/b.wnm}, a model file whose entries unpack to a hundred megabytes of zeros each. */
    static void bomb(EscapesTest test) throws IOException {
        try (OutputStream out = Files.newOutputStream(test.file("work/b.wnm"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"model.json", "weights.bin", "selftest.json"}) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < 100; i++) {
                    zip.write(new byte[MEGABYTE]);
                }
                zip.closeEntry();
            }
        }
    }
}
