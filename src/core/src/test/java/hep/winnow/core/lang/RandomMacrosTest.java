package hep.winnow.core.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import hep.winnow.core.assist.Assist;
import hep.winnow.core.assist.Completions;
import hep.winnow.core.assist.Highlight;
import hep.winnow.core.assist.Hints;
import hep.winnow.core.assist.Hover;
import hep.winnow.core.macro.Names;
import hep.winnow.core.testing.Macros;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros that a generator makes, sound and spoilt: nothing but diagnostics comes of them, in no time, and formatting changes no meaning. */
class RandomMacrosTest {
    private static final long SEED = 20_261_130;
    private static final double LONGEST_SECONDS = 1;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    @Test
    void makesMacrosThatFollowTheGrammar() {
        int sound = 0;
        for (int i = 0; i < 500; i++) {
            sound += Parser.parse("m.wn", RandomMacros.sound(SEED + i))
                            .diagnostics()
                            .isEmpty()
                    ? 1
                    : 0;
        }

        assertThat(sound).as("of 500").isGreaterThan(250);
    }

    @Test
    void reachesAllOfTheGrammar() {
        Set<String> reached = new TreeSet<>();
        for (int i = 0; i < 3_000; i++) {
            MacroFile file = Parser.parse("m.wn", RandomMacros.sound(SEED + i));
            file.statements().forEach(s -> forms(s, reached));
        }

        List<String> wanted =
                new ArrayList<>(List.of("name", "condition", "steps", "otherwise", "parameter with a value"));
        forms(Statement.class).filter(t -> t != Statement.Parameter.class).forEach(t -> wanted.add(t.getSimpleName()));
        forms(Expr.class).forEach(t -> wanted.add(t.getSimpleName()));
        wanted.addAll(List.of("from", "on", "in", "to", "vs", "into", "extends"));
        Stream.of(Expr.UnaryOp.values(), Expr.BinaryOp.values(), Expr.CompareOp.values())
                .flatMap(Stream::of)
                .forEach(op -> wanted.add(op.name()));
        assertThat(reached).containsAll(wanted);
    }

    private static Stream<Class<?>> forms(Class<?> of) {
        return Stream.of(of.getPermittedSubclasses());
    }

    /** Adds what a tree is made of: the classes of its records, its operators and keywords, and which parts of a statement there are. */
    private static void forms(Object part, Set<String> reached) {
        if (part instanceof Optional<?> optional) {
            optional.ifPresent(p -> forms(p, reached));
        } else if (part instanceof List<?> list) {
            list.forEach(p -> forms(p, reached));
        } else if (part instanceof Enum<?> operator) {
            reached.add(operator.name());
        } else if (part instanceof Record record) {
            reached.add(record.getClass().getSimpleName());
            if (part instanceof Operand operand) {
                reached.add(operand.keyword());
            }
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object inner = value(record, component);
                boolean isThere =
                        inner instanceof Optional<?> o && o.isPresent() || inner instanceof List<?> l && !l.isEmpty();
                if (isThere) {
                    reached.add(part instanceof Statement.Parameter ? "parameter with a value" : component.getName());
                }
                forms(inner, reached);
            }
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void surviveParsingFormattingCheckingAndHelp() {
        test(SEED, 1_000);
    }

    @Test
    @Tag("slow")
    void surviveInGreatNumber() {
        test(SEED + 1_000_000, Integer.getInteger("winnow.macros", 1_000_000));
    }

    private void test(long first, int count) {
        Macros macros = new Macros(folder);
        Assist assist = Assist.of(macros.winnow(), Names.NONE, folder);
        for (int i = 0; i < count; i++) {
            long seed = first + i;
            String text = i % 2 == 0 ? RandomMacros.sound(seed) : RandomMacros.spoilt(seed);
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                format(text);
                macros.check(text);
                int at = new Random(seed).nextInt(text.length() + 1);
                Completions.at(text, at, assist);
                Hover.at(text, at, assist);
                Hints.at(text, at, assist);
                Highlight.of(text);
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + ":\n" + text, e);
            }
            assertThat((THREADS.getCurrentThreadCpuTime() - start) / 1e9)
                    .as("seconds of the processor for seed " + seed)
                    .isLessThan(LONGEST_SECONDS);
        }
    }

    private static void format(String text) {
        String formatted = Formatter.format(text);
        MacroFile file = Parser.parse("m.wn", text);
        if (!Formatter.format(formatted).equals(formatted)) {
            throw new IllegalStateException(
                    "formatted twice it is another text:\n" + formatted + "---\n" + Formatter.format(formatted));
        }
        if (file.diagnostics().isEmpty()) {
            String before = TreeText.of(file.statements());
            String after = TreeText.of(Parser.parse("m.wn", formatted).statements());
            if (!after.equals(before)) {
                throw new IllegalStateException("formatting changed\n" + before + "\nto\n" + after + "\n" + formatted);
            }
        }
    }

    @Test
    void setsAMacroInOneStyle() {
        assertThat(
                        Formatter.format(
                                "\n\nregion r{\ncut \"a\":x>( 1 )  # why\n\n\n\tcut : y[ 0 ]>2\n}\nhist in r:x bins=[1 ,2,\n3]   \n"))
                .isEqualTo(
                        "region r {\n  cut \"a\":x>(1)  # why\n\n  cut : y[0]>2\n}\nhist in r:x bins=[1, 2,\n    3]\n");
    }
}
