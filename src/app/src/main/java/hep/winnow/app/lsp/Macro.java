package hep.winnow.app.lsp;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.Winnow;
import hep.winnow.core.assist.Assist;
import hep.winnow.core.lang.Lexeme;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.macro.Names;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * A macro as it stands in an editor, and what can be told of it at once: what it names is what the last check found.
 *
 * @param place its file
 * @param text what stands in the editor
 * @param last what the last check found
 * @param winnow whose verbs it may use
 */
record Macro(Place place, Text text, Findings last, Winnow winnow) {
    /** Returns what help at the cursor is made of. */
    Assist assist() {
        return Assist.of(winnow, last.names(), place.folder());
    }

    /** Returns what its statements declare, and the labels of its cuts. */
    List<Declared> declared() {
        return Declared.of(Parser.parse(place.name(), text.content()).statements(), assist().vocabulary());
    }

    /** Returns where the name at a place is declared, which may be in a file that is included; at the path of such a file, its begin. */
    Optional<Location> definition(Position at) {
        Optional<Lexeme> word = text.lexeme(at);
        return word.filter(Text::isName)
                .flatMap(n -> declaration(n.text()))
                .or(() -> word.filter(this::isIncluded)
                        .flatMap(p -> place.uriOf(p.text()).map(Macro::begin)));
    }

    private static Location begin(String uri) {
        return new Location(uri, new Range(new Position(0, 0), new Position(0, 0)));
    }

    /** What the text declares now comes first: places of the last check may have moved. */
    private Optional<Location> declaration(String name) {
        Optional<Location> here = Declared.flat(declared()).stream()
                .filter(d -> !d.isLabel() && d.name().text().equals(name))
                .findFirst()
                .map(d -> location(d.name().span(), text));
        return here.or(() -> last.names()
                .find(name)
                .flatMap(Names.Declared::place)
                .filter(s -> !s.file().equals(place.name()))
                .flatMap(s ->
                        Optional.ofNullable(last.texts().get(s.file())).map(other -> location(s, new Text(other)))));
    }

    private Location location(Span span, Text of) {
        return new Location(place.uriOf(span.file()).orElse(place.uri()), of.range(span.start(), span.end()));
    }

    private boolean isIncluded(Lexeme path) {
        List<Lexeme> all = Lexeme.of(text.content());
        int at = all.indexOf(path);
        return path.kind() == Lexeme.Kind.STRING && at > 0 && all.get(at - 1).is("include");
    }
}
