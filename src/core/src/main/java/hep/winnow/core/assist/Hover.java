package hep.winnow.core.assist;

import hep.winnow.core.expr.Units;
import hep.winnow.core.lang.Lexeme;
import hep.winnow.core.macro.Names;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.text.Numbers;
import hep.winnow.core.verbs.Set;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a word of a macro is.
 *
 * @param start where the word begins
 * @param end where it ends
 * @param title how it is written, or what it is, on one line
 * @param text what it does or stands for; may be empty
 */
public record Hover(int start, int end, String title, String text) {
    /** Returns what the word at {@code offset} is; empty where there is none, or nothing is known of it. */
    public static Optional<Hover> at(String text, int offset, Assist assist) {
        List<Lexeme> all = Lexeme.of(text);
        for (int i = 0; i < all.size(); i++) {
            Lexeme lexeme = all.get(i);
            if (lexeme.start() <= offset && offset < lexeme.end()) {
                boolean isOption = i + 1 < all.size() && all.get(i + 1).is("=");
                return at(text, lexeme, isOption, assist);
            }
        }
        return Optional.empty();
    }

    private static Optional<Hover> at(String text, Lexeme word, boolean isAssigned, Assist assist) {
        if (word.kind() != Lexeme.Kind.NAME
                && word.kind() != Lexeme.Kind.QUOTED_NAME
                && word.kind() != Lexeme.Kind.KEYWORD) {
            return Optional.empty();
        }
        Statement statement = Statement.at(text, word.start());
        List<Lexeme> before = statement.before();
        if (before.isEmpty()) {
            return verb(word, assist);
        }
        boolean isField = before.get(before.size() - 1).is(".");
        if (isField || ControlStatement.find(before.get(0).text()).isPresent()) {
            return isField ? Optional.empty() : name(word, assist);
        }
        Place place = Place.of(before, assist.vocabulary());
        List<StepSchema> schemas =
                before.get(0).is("set") ? List.of(StepSchema.of(Set.class, "core")) : place.schemas();
        Optional<Hover> found = Optional.empty();
        if (isAssigned
                && (place.isHead()
                        || place.openWord().isPresent()
                        || before.get(0).is("set"))) {
            found = option(word, place, schemas);
        } else if (word.kind() == Lexeme.Kind.KEYWORD) {
            found = keyword(word, schemas);
        } else if (place.isKindOpen()) {
            found = assist.vocabulary()
                    .step(before.get(0).text(), word.text())
                    .map(s -> new Hover(word.start(), word.end(), Usage.ofStep(s), s.doc()));
        }
        return found.or(() -> choice(word, place)).or(() -> name(word, assist));
    }

    private static Optional<Hover> verb(Lexeme word, Assist assist) {
        Optional<ControlStatement> control = ControlStatement.find(word.text());
        if (control.isPresent()) {
            return control.map(c -> new Hover(word.start(), word.end(), c.usage(), c.doc()));
        }
        if (word.is("set")) {
            StepSchema set = StepSchema.of(Set.class, "core");
            return Optional.of(new Hover(word.start(), word.end(), Usage.ofStep(set), set.doc()));
        }
        List<String> kinds = assist.vocabulary().kinds(word.text());
        if (kinds.size() > 1) {
            return Optional.of(new Hover(
                    word.start(), word.end(), word.text() + " NAME = KIND", "Kinds: " + String.join(", ", kinds)));
        }
        return kinds.stream()
                .findFirst()
                .flatMap(k -> assist.vocabulary().step(word.text(), k))
                .map(s -> new Hover(word.start(), word.end(), Usage.ofStep(s), s.doc()));
    }

    private static Optional<Hover> option(Lexeme word, Place place, List<StepSchema> schemas) {
        List<Slot> slots = place.openWord()
                .map(w -> w.schema().slots())
                .orElseGet(() -> schemas.stream()
                        .flatMap(s -> s.record().slots(Slot.Place.OPTION).stream())
                        .toList());
        return slots.stream()
                .filter(s -> s.name().equals(word.text()))
                .findFirst()
                .map(s -> new Hover(word.start(), word.end(), Usage.option(s), described(s)));
    }

    private static String described(Slot slot) {
        String details = Details.of(slot);
        return slot.doc() + (details.isEmpty() ? "" : "\n" + details);
    }

    private static Optional<Hover> keyword(Lexeme word, List<StepSchema> schemas) {
        return schemas.stream()
                .flatMap(s -> s.record().slots(Slot.Place.OPERAND).stream())
                .filter(s -> s.keyword().equals(word.text()))
                .findFirst()
                .map(s ->
                        new Hover(word.start(), word.end(), s.keyword() + " " + Usage.placeholder(s.shape()), s.doc()));
    }

    private static Optional<Hover> choice(Lexeme word, Place place) {
        return place.value()
                .filter(v -> v instanceof Shape.OneOf)
                .flatMap(v -> ((Shape.OneOf) v)
                        .alternatives().stream()
                                .filter(a -> a.word().equals(word.text()))
                                .findFirst())
                .map(a -> new Hover(word.start(), word.end(), a.usage(), a.doc()));
    }

    private static Optional<Hover> name(Lexeme word, Assist assist) {
        String name = word.text();
        Optional<Names.Declared> declared = assist.names().find(name);
        if (declared.isPresent() && word.kind() == Lexeme.Kind.NAME) {
            Names.Declared d = declared.get();
            return Optional.of(new Hover(word.start(), word.end(), d.kind().word() + " " + name, d.detail()));
        }
        return assist.names()
                .column(name)
                .map(c -> new Hover(
                        word.start(),
                        word.end(),
                        "column " + name + ": " + type(c),
                        "of " + String.join(", ", c.samples())))
                .or(() -> function(word, assist))
                .or(() -> unit(word));
    }

    private static Optional<Hover> function(Lexeme word, Assist assist) {
        return Hints.function(word.text(), assist).map(f -> new Hover(word.start(), word.end(), f.usage(), f.doc()));
    }

    private static Optional<Hover> unit(Lexeme word) {
        return Units.value(word.text()).stream()
                .mapToObj(v ->
                        new Hover(word.start(), word.end(), word.text() + " = " + Numbers.text(v), "unit or constant"))
                .findFirst();
    }

    /** Returns the type and unit of a column in words. */
    static String type(Names.Column column) {
        String type = column.info().type().name().toLowerCase(Locale.ROOT);
        String lists = switch (column.info().depth()) {
            case 0 -> "";
            case 1 -> "list of ";
            default -> "lists of lists of ";
        };
        String unit =
                column.info().unit().isEmpty() ? "" : " in " + column.info().unit();
        return lists + type + unit;
    }
}
