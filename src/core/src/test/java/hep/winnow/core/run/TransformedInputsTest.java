package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import hep.winnow.core.testing.Macros;
import hep.winnow.core.testing.Spy;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transforms before a learner, from the macro to the model file. */
class TransformedInputsTest {
    private static final String READ = "read a from \"a.csv\" weight=w\nread b from \"a.csv\" weight=w\n";

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void data() {
        RandomStream random = new RandomStream(1);
        StringBuilder lines = new StringBuilder("x,y,z,w\n");
        for (int i = 0; i < 3000; i++) {
            double x = random.nextGaussian();
            double y = x + 0.3 * random.nextGaussian();
            lines.append(x).append(',').append(y * y).append(',').append(y).append(i % 9 == 1 ? ",-1\n" : ",1\n");
        }
        macros = new Macros(folder).file("a.csv", lines.toString());
    }

    private static String train(String options) {
        return READ + "train ae = codes on a vars=[x, y, z] " + options + "\n";
    }

    @Test
    void handsOverWhatTheChainMakes() {
        Macros.Run run = macros.run(train("transform=[gauss, decorrelate] scale=none"));

        Spy.Seen seen = Spy.take("ae");
        assertThat(seen.train().features()).isEqualTo(3);
        double sum = 0;
        for (int i = 0; i < 3000; i++) {
            sum += seen.train().weight()[i]
                    * seen.train().x()[3 * i]
                    * seen.train().x()[3 * i]
                    / 3000;
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat(run.text())
                .contains("inputs: gauss (334 of 3000 weights are negative and count with their absolute value),"
                        + " then decorrelate");
    }

    @Test
    void scalesBehindTheTransforms() {
        macros.run(train("transform=uniform scale=minmax"));

        float[] x = Spy.take("ae").train().x();
        assertThat(x[0]).isBetween(0f, 1f);
        float low = 1;
        float high = 0;
        for (int i = 0; i < x.length; i += 3) {
            low = Math.min(low, x[i]);
            high = Math.max(high, x[i]);
        }
        assertThat(low).isZero();
        assertThat(high).isEqualTo(1);
    }

    @Test
    void keepsTheChainInTheModelFile() {
        String dump = "\ndump b to \"b.txt\" columns=[ae, ae.z1, ae.z2]";
        for (String chain : new String[] {
            "[gauss, decorrelate]", "[pca(keep=2), uniform]", "[standard, minmax]", "[decorrelate, pca, gauss]"
        }) {
            Macros.Run first = macros.run(train("transform=" + chain) + "save ae to \"ae.wnm\"" + dump);
            Macros.Run second =
                    macros.run(READ + "load ae from \"" + first.out().getFileName() + "/ae.wnm\"" + dump);
            assertThat(second.file("b.txt")).as(chain).isEqualTo(first.file("b.txt"));
        }
    }

    @Test
    void makesTheSameBitsOnAnyNumberOfThreads() {
        String macro = train("transform=[gauss, decorrelate, pca]") + "save ae to \"ae.wnm\"";
        byte[] one = macros.run(macro, 1).bytes("ae.wnm");
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(macros.run(macro, threads).bytes("ae.wnm")).isEqualTo(one);
        }
    }

    @Test
    void handsOverAsManyFeaturesAsComponentsAreKept() {
        macros.run(train("transform=pca(keep=1) codes=1"));

        assertThat(Spy.take("ae").train().features()).isEqualTo(1);
    }

    @Test
    void saysWhatIsMissingOrTooMuch() {
        assertThatThrownBy(() -> macros.run(train("transform=pca(keep=4)")))
                .hasMessageContaining("pca(keep=4) keeps more components than there are inputs: 3");
        macros.lines("a.csv", "x,y,z,w", "1,2,3,1", "1,nan,3,1");
        assertThatThrownBy(() -> macros.run(train("transform=gauss")))
                .hasMessageContaining("input 'y' is missing or infinite in 1 of 2 events");
    }

    @Test
    void knowsTheWordsOfOtherPrograms() {
        assertThat(macros.problems(train("transform=[G, D]")))
                .containsExactly(
                        "E203 3:49-49 unknown transform 'G' / here it is 'gauss'",
                        "E203 3:52-52 unknown transform 'D' / here it is 'decorrelate'");
        assertThat(macros.problems(train("VarTransform=\"G,D\"")))
                .containsExactly("E201 3:38-49 'train codes' has no option 'VarTransform' / here it is 'transform'");
        assertThat(Arrays.asList(
                        macros.problems(train("transform=wibble")).get(0).split(" / ")))
                .first()
                .isEqualTo("E203 3:48-53 unknown transform 'wibble'");
    }
}
