package hep.winnow.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ModelFormat;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged model files: each is refused with a message, or is a model that scores, twice alike. A number with another digit is a valid model of another score, which no reader of a format without checksums can tell; that is
 * what the hash in the record of a run is for.
 */
class MutationsTest {
    private static final int FEW = 400;
    private static final int MANY = 100_000;

    static Stream<String> files() {
        return Stream.of(
                "tmva/bdt.weights.xml",
                "tmva/mlp.weights.xml",
                "xgboost/softprob.json",
                "xgboost/categories.json",
                "xgboost/poisson.ubj",
                "lightgbm/binary.txt",
                "keras/k1.h5",
                "keras/k211.h5",
                "keras/k213.keras",
                "keras/k3_functional.keras");
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesOrScores(String file) {
        mutate(file, FEW);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("files")
    void refusesOrScoresManyMore(String file) {
        mutate(file, MANY);
    }

    private static void mutate(String file, int times) {
        byte[] whole = Scored.bytes(file);
        ModelFormat format = new ImportsPlugin()
                .modelFormats().stream()
                        .filter(f -> file.startsWith(f.name()))
                        .findFirst()
                        .orElseThrow();
        int[] read = new int[1];
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30L + times / 100), () -> {
            for (int seed = 0; seed < times; seed++) {
                read[0] += reads(format, mutated(whole, new Random(seed)), file + ", seed " + seed) ? 1 : 0;
            }
        });
        assertThat(read[0]).as("files that were read all the same").isLessThan(times);
    }

    private static boolean reads(ModelFormat format, byte[] file, String what) {
        try {
            ForeignModel model = format.read(file);
            int n = model.scorer().inputs();
            double[] x = new double[3 * Math.min(n, 1000)];
            if (n <= 1000) {
                for (int i = 0; i < x.length; i++) {
                    x[i] = i % 5 - 1.5;
                }
                double[] first = new double[3 * model.scorer().outputs()];
                double[] second = first.clone();
                model.scorer().score(x, 3, first);
                model.scorer().score(x, 3, second);
                assertThat(second).as(what).isEqualTo(first);
            }
            return true;
        } catch (UserError refused) {
            assertThat(refused.message()).as(what).isNotBlank();
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail(what, e);
        }
    }

    /** Returns a file with one to three kinds of damage. */
    private static byte[] mutated(byte[] whole, Random random) {
        byte[] file = whole;
        for (int n = random.nextInt(3); n >= 0; n--) {
            file = damaged(file, random);
        }
        return file;
    }

    private static byte[] damaged(byte[] file, Random random) {
        int at = random.nextInt(Math.max(1, file.length));
        int length = Math.min(file.length - at, 1 + random.nextInt(60));
        byte[] out = file.clone();
        switch (random.nextInt(6)) {
            case 0 -> out[at] = (byte) random.nextInt(256);
            case 1 -> out[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> out[at] = (byte) "0123456789-.eE\"<>[]{},: \n".charAt(random.nextInt(24));
            case 3 -> {
                return Arrays.copyOf(file, Math.max(1, at));
            }
            case 4 -> {
                return joined(file, 0, at, at + length, file.length);
            }
            default -> {
                return joined(file, 0, at + length, at, file.length);
            }
        }
        return out;
    }

    private static byte[] joined(byte[] file, int from, int to, int again, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, from, to - from);
        out.write(file, again, end - again);
        return out.size() == 0 ? new byte[] {' '} : out.toByteArray();
    }
}
