package hep.winnow.acceptance.host;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.Winnow;
import hep.winnow.core.host.Results;
import hep.winnow.core.host.WinnowEngine;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many runs in one JVM, at once and one after the other. */
class ManyRunsTest {
    private static final int SESSIONS = 64;

    @TempDir
    Path folder;

    /** A macro of its own for each session: other events, variables, learners and statements. */
    private static String macro(int i) {
        String events = "set seed=" + i + "\ntoy s = moons events=" + (200 + 10 * i) + " noise=0.2\n"
                + "split s into train=50% valid=25% test=25%\n";
        String learner = switch (i % 4) {
            case 0 -> "mlp on s vars=[x, y] layers=[" + (2 + i % 5) + "] epochs=3";
            case 1 -> "lda on s vars=[x, y]";
            case 2 -> "logistic on s vars=[x, y]";
            default -> "perceptron on s vars=[x, y] epochs=3";
        };
        return events + "train m" + i + " = " + learner + "\nroc m" + i + " on test\nhist h in s : x + " + i
                + "*y bins=7 range=-5..5\ncutflow s\n";
    }

    private Results run(WinnowEngine engine, int i, String out) {
        return engine.session()
                .folder(folder)
                .out(folder.resolve(out).resolve("run" + i))
                .columns("s.test", "m" + i)
                .build()
                .run("m" + i + ".wn", macro(i));
    }

    private static List<Object> numbers(Results results) {
        List<Object> all = new ArrayList<>();
        results.all().forEach(r -> {
            if (!r.verb().equals("train")) {
                all.add(r.values());
            }
        });
        double[] scores = results.columns("s.test").table().numbers(0);
        for (double score : scores) {
            all.add(score);
        }
        return all;
    }

    @Test
    void manySessionsAtOnceFindWhatEachFindsAlone() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(SESSIONS);
        try (WinnowEngine engine = Winnow.engine()) {
            List<Future<Results>> together = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                int session = i;
                together.add(pool.submit(() -> run(engine, session, "together")));
            }
            for (int i = 0; i < SESSIONS; i++) {
                assertThat(numbers(together.get(i).get()))
                        .as("macro %d", i)
                        .isEqualTo(numbers(run(engine, i, "alone")));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aHundredRunsLeaveNothingBehind() throws InterruptedException {
        assertThat(growth(50, 50)).isLessThan(1.10);
    }

    @Test
    @Tag("slow")
    void aThousandRunsLeaveNothingBehind() throws InterruptedException {
        assertThat(growth(200, 800)).isLessThan(1.05);
    }

    /** Returns the heap after the last runs over that after the first ones. */
    private double growth(int first, int more) throws InterruptedException {
        try (WinnowEngine engine = Winnow.engine()) {
            for (int i = 0; i < first; i++) {
                run(engine, i % 8, "first");
            }
            double before = heap();
            for (int i = 0; i < more; i++) {
                run(engine, i % 8, "more");
            }
            return heap() / before;
        }
    }

    private static double heap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** JDK 17 keeps the types that records were last compared by, and with them the last loader, until others are compared. */
    @Test
    void loadersOfPluginsAreCollected() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            loaders.add(new WeakReference<>(used()));
        }

        for (int i = 0; i < 50 && held(loaders) > 1; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(held(loaders)).isLessThanOrEqualTo(1);
    }

    private static long held(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(l -> l.get() != null).count();
    }

    /** Runs a macro in a whole Winnow of its own, closes it, and returns its loader. */
    private ClassLoader used() throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = HostPath.loader("none")) {
            Object engine = loader.loadClass(Winnow.class.getName())
                    .getMethod("engine", Path[].class)
                    .invoke(null, (Object) new Path[0]);
            Object builder = engine.getClass().getMethod("session").invoke(engine);
            builder.getClass().getMethod("folder", Path.class).invoke(builder, folder);
            Object session = builder.getClass().getMethod("build").invoke(builder);
            session.getClass().getMethod("run", String.class, String.class).invoke(session, "m.wn", macro(0));
            engine.getClass().getMethod("close").invoke(engine);
            return loader;
        }
    }
}
