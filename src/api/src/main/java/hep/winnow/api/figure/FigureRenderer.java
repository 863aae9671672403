package hep.winnow.api.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Draws sheets of figures. The same sheet gives the same bytes each time. Safe for several threads. */
public interface FigureRenderer {
    /** Returns the formats that it writes, as file endings: {@code png}, {@code svg}, {@code pdf}. */
    List<String> formats();

    /** Draws a sheet in one of {@link #formats()}; does not close {@code out}. */
    void render(Sheet sheet, String format, OutputStream out) throws IOException;
}
