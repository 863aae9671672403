package hep.winnow.app.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where the program speaks: its two streams and what they can show. Nobody else writes to the process's own. */
public final class Terminal {
    private static final int DEFAULT_COLUMNS = 80;

    private final PrintStream out;
    private final PrintStream err;
    private final Looks looks;

    /**
     * What the streams can show.
     *
     * @param outIsTerminal whether standard output is read by a person, line by line
     * @param outHasColour whether standard output takes ANSI colours
     * @param errHasColour whether standard error does
     * @param isLive whether a line on standard error can be drawn over
     * @param charset of both streams
     * @param columns width in characters, at least 1
     */
    public record Looks(
            boolean outIsTerminal,
            boolean outHasColour,
            boolean errHasColour,
            boolean isLive,
            Charset charset,
            int columns) {
        /** A file or pipe. */
        public static final Looks PLAIN =
                new Looks(false, false, false, false, StandardCharsets.UTF_8, DEFAULT_COLUMNS);

        /** Tells whether lines can be drawn with more than ASCII. */
        public boolean hasUnicode() {
            return charset.newEncoder().canEncode('━');
        }

        /**
         * Tells what the process's streams can show.
         *
         * @param variables environment variables; {@code NO_COLOR} and {@code TERM} count
         * @param terminals which streams are terminals, as the launcher found: {@code out}, {@code err}, both with a comma
         * @param columns as the launcher found; 0 if it did not
         */
        static Looks of(Map<String, String> variables, String terminals, int columns, Charset charset) {
            boolean isDumb = variables.getOrDefault("TERM", "dumb").equals("dumb");
            boolean wantsColour = variables.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb;
            boolean outIsTerminal = terminals.contains("out");
            boolean errIsTerminal = terminals.contains("err");
            return new Looks(
                    outIsTerminal,
                    wantsColour && outIsTerminal,
                    wantsColour && errIsTerminal,
                    errIsTerminal && !isDumb,
                    charset,
                    columns > 0 ? columns : DEFAULT_COLUMNS);
        }
    }

    /** Makes a terminal of two streams. */
    public Terminal(PrintStream out, PrintStream err, Looks looks) {
        this.out = out;
        this.err = err;
        this.looks = looks;
    }

    /**
     * Returns the terminal of this process.
     *
     * @param error where standard error goes
     */
    public static Terminal ofProcess(OutputStream error) {
        Charset charset = charset();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        PrintStream err = new PrintStream(error, true, charset);
        String terminals = System.getProperty("winnow.terminals", "");
        int columns = Integer.getInteger("winnow.columns", 0);
        return new Terminal(out, err, Looks.of(System.getenv(), terminals, columns, charset));
    }

    /** Returns what the locale says, but for the C locale's ASCII, which today means that nobody chose. */
    private static Charset charset() {
        String name = System.getProperty("native.encoding", "UTF-8");
        Charset told = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return told.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : told;
    }

    /** Returns the stream for what was asked for. */
    public PrintStream out() {
        return out;
    }

    /** Returns the stream for progress and trouble. */
    public PrintStream err() {
        return err;
    }

    /** Returns a writer to a stream of this terminal, in its charset. */
    public PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, looks.charset()), true);
    }

    /** Returns what the streams can show. */
    public Looks looks() {
        return looks;
    }

    /** Returns a text for standard output, with long lines broken between words on a terminal. */
    public String wrapOut(String text) {
        return looks.outIsTerminal() ? Prose.wrap(text, looks.columns() - 1, 2) : text;
    }

    /** Returns a text for standard error, likewise. */
    public String wrapErr(String text) {
        return looks.isLive() ? Prose.wrap(text, looks.columns() - 1, 2) : text;
    }

    /** Returns colours for standard output. */
    public Paint outPaint() {
        return new Paint(looks.outHasColour());
    }

    /** Returns colours for standard error. */
    public Paint errPaint() {
        return new Paint(looks.errHasColour());
    }
}
