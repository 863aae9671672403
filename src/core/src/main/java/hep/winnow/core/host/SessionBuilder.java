package hep.winnow.core.host;

import hep.winnow.core.Winnow;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.macro.Given;
import hep.winnow.core.run.RunListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Describes a session. What is not said: the folder is the working folder of the process, results go to {@code out/} in it, files may be read below the folder and written into the out folder, one thread
 * works, nothing is printed. Not safe for several threads; what it builds is.
 */
public final class SessionBuilder {
    final Winnow winnow;
    final Map<String, Object> values = new LinkedHashMap<>();
    final List<Given.Wish> wishes = new ArrayList<>();
    Path folder = Path.of("").toAbsolutePath();
    Optional<Path> out = Optional.empty();
    Optional<FileAccess> access = Optional.empty();
    Optional<Duration> maxTime = Optional.empty();
    OptionalDouble memory = OptionalDouble.empty();
    OptionalInt limit = OptionalInt.empty();
    int threads = 1;
    Clock clock = Clock.systemUTC();
    Consumer<String> output = text -> {};
    RunListener listener = RunListener.SILENT;

    SessionBuilder(Winnow winnow) {
        this.winnow = winnow;
    }

    /** Sets the folder that paths of the macro, and paths among the values, are relative to. */
    public SessionBuilder folder(Path path) {
        this.folder = path;
        return this;
    }

    /** Sets the folder that results go to. */
    public SessionBuilder out(Path path) {
        this.out = Optional.of(path);
        return this;
    }

    /** Sets which files the macro may touch besides the out folder, in place of those below its folder. */
    public SessionBuilder access(FileAccess policy) {
        this.access = Optional.of(policy);
        return this;
    }

    /**
     * Gives the macro a value: of its param of that name, or, if it has none, as if it began with {@code let NAME = VALUE}.
     *
     * @param value a number, a string, a boolean, or a list of them; for a param that holds no string by default, strings are expressions, such as {@code "30*GeV"} or names of columns
     */
    public SessionBuilder value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Gives the macro values. */
    public SessionBuilder values(Map<String, ?> more) {
        values.putAll(more);
        return this;
    }

    /**
     * Asks for columns, which {@link Results#columns} has when the run is over. They must fit into what the run lets events take of the memory.
     *
     * @param scope sample, region or part, as the macro names it: {@code "sr"}, {@code "presel.test"}
     * @param columns columns, defines, models or any expressions over its events
     */
    public SessionBuilder columns(String scope, String... columns) {
        wishes.add(new Given.Wish(scope, List.of(columns)));
        return this;
    }

    /** Sets how many threads work, at least 1; the results are the same. */
    public SessionBuilder threads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("threads must be at least 1, found " + number);
        }
        this.threads = number;
        return this;
    }

    /** Sets what events may take of the heap: up to 1 a share of it, above it bytes. */
    public SessionBuilder memory(double setting) {
        this.memory = OptionalDouble.of(setting);
        return this;
    }

    /** Sets how many events of each sample are used at most; 0 for all. */
    public SessionBuilder limit(int events) {
        this.limit = OptionalInt.of(events);
        return this;
    }

    /** Sets how long a run may take. */
    public SessionBuilder maxTime(Duration time) {
        this.maxTime = Optional.of(time);
        return this;
    }

    /** Sets the clock that tells when a run began and how long it took. */
    public SessionBuilder clock(Clock source) {
        this.clock = source;
        return this;
    }

    /** Sets where text goes that the macro prints, warnings included; called on the thread of the run, with whole lines. */
    public SessionBuilder output(Consumer<String> lines) {
        this.output = lines;
        return this;
    }

    /** Sets who is told how the run goes on. */
    public SessionBuilder listener(RunListener watcher) {
        this.listener = watcher;
        return this;
    }

    /** Makes the session. */
    public Session build() {
        return new Session(this);
    }
}
