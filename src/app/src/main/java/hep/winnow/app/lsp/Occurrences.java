package hep.winnow.app.lsp;

import hep.winnow.core.assist.Highlight;
import hep.winnow.core.assist.Hover;
import hep.winnow.core.lang.Lexeme;
import hep.winnow.core.macro.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** The places of a macro where a name means one thing: what it declares, or a column. Options, words, functions and fields that are called the same are others. */
final class Occurrences {
    /** Statements whose names strings put in where they stand in braces. */
    private static final List<String> FILLED_IN = List.of("param", "let", "for", "def");

    private final Macro macro;
    private final String name;
    private final List<Declared> declarations;
    private final List<Lexeme> all;
    private final Map<Integer, Highlight.Style> styles = new HashMap<>();

    private Occurrences(Macro macro, String name) {
        this.macro = macro;
        this.name = name;
        this.declarations = Declared.flat(macro.declared()).stream()
                .filter(d -> !d.isLabel() && d.name().text().equals(name))
                .toList();
        this.all = Lexeme.of(macro.text().content());
        Highlight.of(macro.text().content()).forEach(h -> styles.put(h.start(), h.style()));
    }

    /** Finds the name at a place; empty if there is none that the macro declares or reads. */
    static Optional<Occurrences> at(Macro macro, Position at) {
        return macro.text()
                .lexeme(at)
                .filter(Text::isName)
                .map(l -> new Occurrences(macro, l.text()))
                .filter(Occurrences::isKnown)
                .filter(o -> o.ranges().stream().anyMatch(r -> isIn(r, at)));
    }

    private static boolean isIn(Range range, Position at) {
        return range.getStart().getLine() == at.getLine()
                && range.getStart().getCharacter() <= at.getCharacter()
                && at.getCharacter() <= range.getEnd().getCharacter();
    }

    private boolean isKnown() {
        Names names = macro.last().names();
        return !declarations.isEmpty()
                || names.find(name).isPresent()
                || names.column(name).isPresent();
    }

    String name() {
        return name;
    }

    /** Returns the statements that declare the name. */
    List<Declared> declarations() {
        return declarations;
    }

    /** Returns all places, in order; in a string that of the name in its braces. */
    List<Range> ranges() {
        List<Range> out = new ArrayList<>();
        boolean isFilledIn = declarations.stream().anyMatch(d -> FILLED_IN.contains(d.word()));
        for (int i = 0; i < all.size(); i++) {
            Lexeme lexeme = all.get(i);
            if (Text.isName(lexeme) && lexeme.text().equals(name) && isMeant(i)) {
                out.add(macro.text().range(lexeme.start(), lexeme.end()));
            } else if (isFilledIn && lexeme.kind() == Lexeme.Kind.STRING) {
                holes(lexeme, out);
            }
        }
        return out;
    }

    private void holes(Lexeme string, List<Range> out) {
        String text = macro.text().content().substring(string.start(), string.end());
        Matcher hole = Pattern.compile("(?<!\\{)\\{(" + Pattern.quote(name) + ")}(?!})")
                .matcher(text);
        while (hole.find()) {
            out.add(macro.text().range(string.start() + hole.start(1), string.start() + hole.end(1)));
        }
    }

    private boolean isMeant(int i) {
        Lexeme lexeme = all.get(i);
        boolean isDeclaration =
                declarations.stream().anyMatch(d -> d.name().span().start() == lexeme.start());
        if (isDeclaration) {
            return true;
        }
        boolean isField = i > 1 && all.get(i - 1).is(".") && all.get(i - 1).end() == lexeme.start();
        boolean isFitting = switch (styles.getOrDefault(lexeme.start(), Highlight.Style.NAME)) {
            case NAME -> true;
            case KIND ->
                i > 2
                        && macro.assist()
                                .vocabulary()
                                .step(all.get(i - 3).text(), name)
                                .isEmpty();
            case FUNCTION -> isCalled();
            case VERB -> declarations.stream().anyMatch(d -> d.word().equals("def"));
            default -> false;
        };
        return isFitting && !isField && isNoOtherThing(lexeme);
    }

    /** Lookup tables are called as functions are. */
    private boolean isCalled() {
        return declarations.stream().anyMatch(d -> List.of("table", "def").contains(d.word()))
                || macro.last()
                        .names()
                        .find(name)
                        .filter(d -> d.kind() == Names.Kind.TABLE)
                        .isPresent();
    }

    /** A word such as {@code relu} may be what an option takes. */
    private boolean isNoOtherThing(Lexeme lexeme) {
        Optional<Hover> hover = Hover.at(macro.text().content(), lexeme.start(), macro.assist());
        return hover.map(Hover::title)
                .map(t -> t.equals(name)
                        || t.startsWith("column " + name + ":")
                        || macro.last()
                                .names()
                                .find(name)
                                .filter(d -> t.equals(d.kind().word() + " " + name))
                                .isPresent())
                .orElse(true);
    }

    /** Returns what tells two declarations apart, for a message. */
    String lines() {
        return declarations.stream()
                .map(d -> macro.text().position(d.name().span().start()).getLine() + 1)
                .map(String::valueOf)
                .collect(Collectors.joining(" and "));
    }
}
