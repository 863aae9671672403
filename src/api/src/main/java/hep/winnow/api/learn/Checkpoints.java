package hep.winnow.api.learn;

import java.util.Optional;

/**
 * Where a learner keeps how far its training got, so that a run which was killed can go on. What it keeps must tell by itself that it belongs to this training: settings or data may have changed meanwhile.
 */
public interface Checkpoints {
    /** Returns what was kept last under that name, if this run is to go on with an earlier one and there is anything. */
    Optional<byte[]> load(String name);

    /** Keeps {@code bytes} under that name, in place of what was kept before: whole or, if the run is killed, not at all. {@code name} is made of letters, digits and hyphens. */
    void save(String name, byte[] bytes);

    /** Returns where that name is kept, for messages. */
    String place(String name);

    /** Returns what keeps nothing. */
    static Checkpoints none() {
        return new Checkpoints() {
            @Override
            public Optional<byte[]> load(String name) {
                return Optional.empty();
            }

            @Override
            public void save(String name, byte[] bytes) {}

            @Override
            public String place(String name) {
                return name;
            }
        };
    }
}
