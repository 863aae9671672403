package hep.winnow.app.repl;

import hep.winnow.core.lang.Lexeme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a file or pipe: no prompt, no editing. */
final class PlainInput implements Input {
    private final BufferedReader reader;

    PlainInput(InputStream in) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> read(int line) {
        try {
            String first = reader.readLine();
            if (first == null) {
                return Optional.empty();
            }
            StringBuilder text = new StringBuilder(first);
            while (!Lexeme.isWhole(text.toString())) {
                String next = reader.readLine();
                if (next == null) {
                    break;
                }
                text.append('\n').append(next);
            }
            return Optional.of(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void during(Runnable work, Runnable stop) {
        work.run();
    }

    @Override
    public void close() {}
}
