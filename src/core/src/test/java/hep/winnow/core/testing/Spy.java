package hep.winnow.core.testing;

import hep.winnow.api.learn.Examples;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what the learners of the tests were handed. */
public final class Spy {
    private static final Map<String, Seen> SEEN = new ConcurrentHashMap<>();

    private Spy() {}

    /** What a learner was handed. */
    public record Seen(Examples train, Examples valid) {}

    static void saw(String model, Examples train, Examples valid) {
        SEEN.put(model, new Seen(train, valid));
    }

    /** Returns what the learner of a model was handed last, and forgets it. */
    public static Seen take(String model) {
        return Optional.ofNullable(SEEN.remove(model)).orElseThrow();
    }
}
