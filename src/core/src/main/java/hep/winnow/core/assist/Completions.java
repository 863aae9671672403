package hep.winnow.core.assist;

import hep.winnow.core.expr.Units;
import hep.winnow.core.lang.Lexeme;
import hep.winnow.core.macro.Names;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.verbs.Set;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can stand at a cursor: verbs, kinds, options, words, names, functions, files. It looks at the text before the cursor alone, which need not be right.
 *
 * @param start where what is typed begins
 * @param end where it ends: the cursor
 * @param items that begin with what is typed, in whatever case, or where there are none, that hold it; the likeliest first
 */
public record Completions(int start, int end, List<Completion> items) {
    /** Words that begin a statement of the language itself, besides those with a page of their own. */
    private static final List<String> PARTS = List.of("train", "valid", "test");

    public Completions {
        items = List.copyOf(items);
    }

    /** Returns what can stand at {@code offset} of a macro's text, from 0 to its length. */
    public static Completions at(String text, int offset, Assist assist) {
        Statement statement = Statement.at(text, offset);
        if (statement.isInComment()) {
            return new Completions(offset, offset, List.of());
        }
        Finder finder = new Finder(statement, assist);
        if (statement.isInString()) {
            int from =
                    Math.max(statement.word().lastIndexOf('/'), statement.word().lastIndexOf('{')) + 1;
            return matching(
                    finder.inString(),
                    statement.start() + from,
                    offset,
                    statement.word().substring(from));
        }
        return matching(finder.find(), statement.start(), offset, statement.word());
    }

    private static Completions matching(List<Completion> all, int start, int end, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Completion> begin =
                all.stream().filter(c -> bare(c).startsWith(wanted)).toList();
        List<Completion> items = begin.isEmpty() && wanted.length() > 1
                ? all.stream().filter(c -> bare(c).contains(wanted)).toList()
                : begin;
        return new Completions(start, end, items);
    }

    private static String bare(Completion completion) {
        String text = completion.text().toLowerCase(Locale.ROOT);
        return text.startsWith("`") ? text.substring(1) : text;
    }

    /** Gathers what can stand at a cursor. */
    private static final class Finder {
        private final Statement statement;
        private final List<Lexeme> before;
        private final Assist assist;
        private final Map<String, Completion> out = new LinkedHashMap<>();

        Finder(Statement statement, Assist assist) {
            this.statement = statement;
            this.before = statement.before();
            this.assist = assist;
        }

        private void add(Completion.Kind kind, String text, String detail, String doc) {
            out.putIfAbsent(text, new Completion(text, kind, detail, doc));
        }

        List<Completion> inString() {
            if (statement.word().lastIndexOf('{') > statement.word().lastIndexOf('}')) {
                statement.parameters().forEach(p -> add(Completion.Kind.PARAM, p + "}", "parameter of the def", ""));
                assist.names().declared().stream()
                        .filter(d -> d.kind() == Names.Kind.PARAM || d.kind() == Names.Kind.LET)
                        .forEach(d -> add(Completion.Kind.PARAM, d.name() + "}", d.detail(), ""));
            } else if (takesFile()) {
                FilePaths.in(assist.folder(), statement.word()).forEach(c -> out.put(c.text(), c));
            }
            return List.copyOf(out.values());
        }

        private boolean takesFile() {
            if (before.isEmpty() || before.get(0).is("include") || before.get(0).is("param")) {
                return true;
            }
            Optional<Shape> value = Place.of(before, assist.vocabulary()).value();
            return value.isEmpty()
                    || value.get() instanceof Shape.Special special
                            && (special.kind() == Shape.Special.Kind.INPUT
                                    || special.kind() == Shape.Special.Kind.OUTPUT);
        }

        List<Completion> find() {
            if (field()) {
                return List.copyOf(out.values());
            }
            if (before.isEmpty()) {
                begin();
            } else if (statement.isEntry() && before.get(before.size() - 1).is("{")) {
                options(Place.of(before, assist.vocabulary()));
            } else if (ControlStatement.find(before.get(0).text()).isPresent()) {
                expression();
            } else if (before.get(0).is("set")) {
                set();
            } else {
                behindVerb(Place.of(before, assist.vocabulary()));
            }
            return List.copyOf(out.values());
        }

        /** Behind {@code NAME.} stand its fields. */
        private boolean field() {
            int last = before.size() - 1;
            boolean isPoint = last > 0
                    && before.get(last).is(".")
                    && before.get(last - 1).end() == before.get(last).start();
            if (isPoint) {
                String name = before.get(last - 1).text();
                assist.names()
                        .find(name)
                        .ifPresent(d -> d.fields()
                                .forEach(f -> add(
                                        PARTS.contains(f) ? Completion.Kind.PART : Completion.Kind.FIELD,
                                        f,
                                        "of " + d.kind().word() + " " + name,
                                        "")));
            }
            return isPoint;
        }

        private void begin() {
            if (statement.owner().equals("region")) {
                assist.vocabulary().step("cut", "").ifPresent(this::verb);
                add(Completion.Kind.VERB, "cut", "cut \"LABEL\" : EXPR", "Keeps the events that fulfil a condition.");
                return;
            }
            assist.vocabulary().steps().forEach(this::verb);
            verb(StepSchema.of(Set.class, "core"));
            ControlStatement.ALL.forEach(c -> add(Completion.Kind.CONTROL, c.word(), c.usage(), c.doc()));
        }

        private void verb(StepSchema schema) {
            boolean hasKinds = assist.vocabulary().kinds(schema.verb()).size() > 1;
            String kinds = String.join(" | ", assist.vocabulary().kinds(schema.verb()));
            add(
                    Completion.Kind.VERB,
                    schema.verb(),
                    hasKinds ? kinds : Usage.ofStep(schema),
                    hasKinds ? "" : schema.doc());
        }

        private void set() {
            StepSchema schema = StepSchema.of(Set.class, "core");
            boolean isValue = before.get(before.size() - 1).is("=");
            if (isValue) {
                expression();
            } else {
                schema.record().slots().forEach(this::option);
            }
        }

        private void behindVerb(Place place) {
            if (place.isKindOpen()) {
                place.schemas().forEach(s -> add(Completion.Kind.WORD, s.kind(), Usage.ofStep(s), s.doc()));
                if (before.get(before.size() - 1).is("=")) {
                    // Behind the name nothing else can stand.
                    return;
                }
            }
            if (place.isHead()) {
                head(place);
            } else {
                place.openWord().ifPresent(w -> w.schema().slots().forEach(this::option));
                place.value().ifPresentOrElse(this::value, this::expression);
            }
        }

        private void head(Place place) {
            List<Slot> operands = place.slots(Slot.Place.OPERAND);
            operands.stream()
                    .filter(s -> s.keyword().isEmpty())
                    .skip(place.operands())
                    .findFirst()
                    .filter(s -> place.given().isEmpty() && place.keywords().isEmpty() && isAfterName(s))
                    .ifPresent(s -> value(Place.strip(s.shape())));
            if (place.given().isEmpty()) {
                operands.stream()
                        .filter(s -> !s.keyword().isEmpty() && !place.keywords().contains(s.keyword()))
                        .forEach(s -> add(Completion.Kind.KEYWORD, s.keyword(), Usage.placeholder(s.shape()), s.doc()));
            }
            options(place);
        }

        /** The word behind the verb may be the name that the statement declares, which is the user's. */
        private boolean isAfterName(Slot operand) {
            boolean isNameable = before.size() > 1
                    || Place.of(before, assist.vocabulary())
                            .slots(Slot.Place.NAME)
                            .isEmpty();
            return isNameable || Place.strip(operand.shape()) instanceof Shape.Special;
        }

        private void options(Place place) {
            place.slots(Slot.Place.OPTION).stream()
                    .filter(s -> !place.given().contains(s.name()))
                    .forEach(this::option);
        }

        private void option(Slot slot) {
            add(Completion.Kind.OPTION, slot.name() + "=", Details.of(slot), slot.doc());
        }

        private void value(Shape shape) {
            if (shape instanceof Shape.Word word) {
                word.words().forEach(w -> add(Completion.Kind.WORD, w, "", ""));
            } else if (shape instanceof Shape.OneOf choice) {
                choice.alternatives().stream()
                        .filter(a -> !a.word().isEmpty())
                        .forEach(a -> add(
                                Completion.Kind.WORD,
                                a.schema().slots().isEmpty() ? a.word() : a.word() + "(",
                                a.usage(),
                                a.doc()));
            } else if (shape instanceof Shape.Bool) {
                add(Completion.Kind.WORD, "true", "", "");
                add(Completion.Kind.WORD, "false", "", "");
            } else if (shape instanceof Shape.Special special) {
                special(special.kind());
            } else if (shape instanceof Shape.Num) {
                constants();
            }
        }

        private void special(Shape.Special.Kind kind) {
            switch (kind) {
                case SCOPE -> scopes();
                case MODEL -> {
                    parameters();
                    declared(Names.Kind.MODEL, Completion.Kind.MODEL);
                }
                case COLUMN, TYPED_COLUMN -> columns();
                case INTERVAL -> constants();
                case EXPRESSION, LISTS, SYNTAX -> expression();
                default -> {}
            }
        }

        private void parameters() {
            statement.parameters().forEach(p -> add(Completion.Kind.PARAM, p, "parameter of the def", ""));
        }

        private void scopes() {
            parameters();
            declared(Names.Kind.SAMPLE, Completion.Kind.SAMPLE);
            declared(Names.Kind.REGION, Completion.Kind.REGION);
            if (!assist.names().splits().isEmpty()) {
                PARTS.forEach(p -> add(Completion.Kind.PART, p, "part of a split", ""));
            }
            add(Completion.Kind.SAMPLE, "all", "all samples", "");
        }

        private void declared(Names.Kind of, Completion.Kind kind) {
            assist.names().of(of).forEach(d -> add(kind, d.name(), d.detail(), ""));
        }

        private void constants() {
            parameters();
            declared(Names.Kind.PARAM, Completion.Kind.PARAM);
            declared(Names.Kind.LET, Completion.Kind.PARAM);
            declared(Names.Kind.RESULT, Completion.Kind.RESULT);
            Units.names().forEach(u -> add(Completion.Kind.UNIT, u, "unit or constant", ""));
        }

        private void columns() {
            assist.names().columns().forEach(c -> add(Completion.Kind.COLUMN, spelt(c), Hover.type(c), ""));
        }

        private static String spelt(Names.Column column) {
            String name = column.info().name();
            List<Lexeme> read = Lexeme.of(name);
            boolean isName = read.size() == 1 && read.get(0).kind() == Lexeme.Kind.NAME;
            return isName ? name : "`" + name + "`";
        }

        private void expression() {
            parameters();
            columns();
            declared(Names.Kind.DEFINE, Completion.Kind.DEFINE);
            declared(Names.Kind.MODEL, Completion.Kind.MODEL);
            declared(Names.Kind.TABLE, Completion.Kind.FUNCTION);
            functions();
            // A measure takes events and models.
            if (isInMeasure()) {
                scopes();
            }
            constants();
        }

        private boolean isInMeasure() {
            String call = before.stream().anyMatch(l -> l.is("("))
                    ? before.stream()
                            .filter(l -> assist.vocabulary().measure(l.text()).isPresent())
                            .map(Lexeme::text)
                            .findFirst()
                            .orElse("")
                    : "";
            return !call.isEmpty();
        }

        private void functions() {
            Stream.concat(
                            assist.functions().all().stream().map(f -> List.of(f.name(), f.usage(), f.doc())),
                            assist.functions().ofLists().stream()
                                    .filter(f -> f.usage().contains("("))
                                    .map(f -> List.of(f.name(), f.usage(), f.doc())))
                    .forEach(f -> add(Completion.Kind.FUNCTION, f.get(0) + "(", f.get(1), f.get(2)));
            assist.vocabulary()
                    .measures()
                    .forEach(m -> add(Completion.Kind.FUNCTION, m.verb() + "(", Usage.ofMeasure(m), m.doc()));
        }
    }

    /** Returns the items of a kind. */
    public List<String> texts(Completion.Kind kind) {
        List<String> texts = new ArrayList<>();
        items.stream().filter(i -> i.kind() == kind).forEach(i -> texts.add(i.text()));
        return texts;
    }
}
