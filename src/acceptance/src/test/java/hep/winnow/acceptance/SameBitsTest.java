package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of threads changes no byte of what a run writes, wall times apart. */
class SameBitsTest {
    private static final String MACRO = """
            winnow 1
            set seed=7 lumi=10/fb
            toy sig = collider process=hww events=20000 role=signal xsec=0.3*pb
            toy bkg = collider process=ww events=40000 role=background xsec=4*pb
            missing [j1_pt] sentinel=-999 fill=median
            define dphi = abs(delta_phi(l1_phi, l2_phi)) unit="rad"
            region presel { cut "met" : met > 20 }
            split presel into train=50% valid=25% test=25%
            train nn = mlp on presel vars=[dphi, ptll, met, j1_pt] layers=[8] batch=1024 epochs=3
            train ld = lda on presel vars=[dphi, ptll, met]
            monitor nn save="monitor.svg"
            roc [nn, ld] on test save="roc.png"
            optimise best = nn choose=valid quote=test
            region sr extends presel on test { cut "network" : nn > best.cut }
            hist h in sr : met bins=20 range=0..200 save="met.svg"
            hist in presel : dphi
            cutflow [presel, sr] save="cutflow.txt"
            save nn to "nn.wnm"
            save sr to "sr.csv"
            print auc(nn, test)
            """;

    @TempDir
    Path folder;

    @Test
    void anyNumberOfThreadsWritesTheSameBytes() throws IOException {
        Map<String, String> one = run(1);

        assertThat(one).containsKeys("run.json", "nn.wnm", "sr.csv", "met.svg", "monitor.svg", "roc.png");
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(run(threads)).as(threads + " threads").isEqualTo(one);
        }
    }

    /** Returns the bytes of each file, as text of one character per byte. */
    private Map<String, String> run(int threads) throws IOException {
        Path out = folder.resolve("t" + threads);
        try (Runner runner = new Runner()) {
            runner.run(runner.check("same.wn", MACRO, folder, Map.of()), out, threads);
        }
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(out)) {
            for (Path file : all.toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        files.computeIfPresent(
                "run.json",
                (name, json) -> json.lines()
                        .filter(line -> !line.contains("\"seconds\"")
                                && !line.contains("\"started\"")
                                && !line.contains("\"threads\""))
                        .reduce("", (a, b) -> a + b + "\n"));
        return files;
    }
}
