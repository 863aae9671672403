package hep.winnow.text.arff;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.text.BadRow;
import hep.winnow.text.Lines;
import hep.winnow.text.Reals;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a file says of its columns: up to the line {@code @data}. */
final class Header {
    private static final String ISO = "yyyy-MM-dd'T'HH:mm:ss";

    private final Lines lines;
    private final List<Attribute> attributes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private boolean hasRelation;

    private Header(Lines lines) {
        this.lines = lines;
    }

    /** Returns the columns; the next line is the first one of the data. */
    static List<Attribute> read(Lines lines) {
        Header header = new Header(lines);
        header.read();
        return header.attributes;
    }

    private void read() {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                if (isData(line.get())) {
                    return;
                }
            } catch (BadRow e) {
                throw wrong(e.reason());
            }
        }
        throw wrong("it ends before @data");
    }

    private UserError wrong(String what) {
        Path file = lines.file();
        return UserError.data(
                file + ":" + Math.max(1, lines.line()) + ": the header of the ARFF file cannot be read: " + what,
                "expected @relation, @attribute NAME TYPE for each column, and @data");
    }

    private boolean isData(String line) throws BadRow {
        Words words = new Words(line);
        if (words.isAtEnd()) {
            return false;
        }
        String first = words.next().text();
        switch (first.toLowerCase(Locale.ROOT)) {
            case ArffFormat.RELATION -> hasRelation = true;
            case "@attribute" -> attributes.add(attribute(words));
            case "@data" -> {
                if (!hasRelation || attributes.isEmpty()) {
                    throw new BadRow(hasRelation ? "there is no @attribute" : "there is no @relation");
                }
                return true;
            }
            default -> throw new BadRow("'" + Reals.shortened(first) + "' is no line of a header");
        }
        return false;
    }

    private Attribute attribute(Words words) throws BadRow {
        String name = words.next().text();
        if (!names.add(name)) {
            throw new BadRow("there are two attributes '" + name + "'");
        }
        if (words.take('{')) {
            return new Attribute(name, Attribute.Kind.NOMINAL, nominal(words), "");
        }
        String type = words.next().text();
        Attribute.Kind kind = switch (type.toLowerCase(Locale.ROOT)) {
            case "numeric", "real", "integer" -> Attribute.Kind.NUMERIC;
            case "string" -> Attribute.Kind.STRING;
            case "date" -> Attribute.Kind.DATE;
            case "relational" -> Attribute.Kind.RELATIONAL;
            default ->
                throw new BadRow("'" + name + "' is of type '" + Reals.shortened(type)
                        + "'; there are numeric, {nominal, …}, string and date");
        };
        if (kind == Attribute.Kind.RELATIONAL) {
            skipParts(name);
        }
        String pattern = kind != Attribute.Kind.DATE
                ? ""
                : words.isAtEnd() ? ISO : pattern(words.next().text());
        return new Attribute(name, kind, Set.of(), pattern);
    }

    private static Set<String> nominal(Words words) throws BadRow {
        Set<String> all = new LinkedHashSet<>();
        while (!words.take('}')) {
            all.add(words.next().text());
            words.take(',');
        }
        if (all.isEmpty()) {
            throw new BadRow("a nominal attribute has no values");
        }
        return all;
    }

    private static String pattern(String pattern) throws BadRow {
        try {
            return new SimpleDateFormat(pattern, Locale.ROOT).toPattern();
        } catch (IllegalArgumentException e) {
            throw new BadRow("'" + Reals.shortened(pattern) + "' is no pattern of a date");
        }
    }

    /** Goes over the attributes of a table in a cell, up to {@code @end NAME}. */
    private void skipParts(String name) throws BadRow {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            Words words = new Words(line.get());
            if (!words.isAtEnd() && words.next().text().equalsIgnoreCase("@end")) {
                if (!words.isAtEnd() && words.next().text().equals(name)) {
                    return;
                }
            }
        }
        throw new BadRow("the relational attribute '" + name + "' does not end");
    }
}
