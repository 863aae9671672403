package hep.winnow.root.ntuple;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.UnreadableColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the columns of a schema: a column for each field that holds values, through lists, arrays, records and the like. */
final class Plan {
    private static final int DEEPEST = 32;

    private final Schema schema;
    private final Map<Integer, List<Field>> children = new HashMap<>();
    private final Map<Integer, List<Integer>> columns = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Names names = new Names();

    /**
     * A column whose name is not yet settled.
     *
     * @param field that holds the values
     * @param levels between an event and a value
     * @param refusal why it cannot be read; empty if it can
     */
    private record Draft(Field field, List<Level> levels, String refusal) {}

    private Plan(Schema schema) {
        this.schema = schema;
        for (Field field : schema.fields()) {
            if (!field.isTop()) {
                children.computeIfAbsent(field.parent(), p -> new ArrayList<>()).add(field);
            }
        }
        for (int i = 0; i < schema.columns().size(); i++) {
            columns.computeIfAbsent(schema.columns().get(i).field(), f -> new ArrayList<>())
                    .add(i);
        }
        for (Schema.Alias alias : schema.aliases()) {
            columns.computeIfAbsent(alias.field(), f -> new ArrayList<>()).add(alias.column());
        }
    }

    /** Finds columns, in the order of the fields. */
    static void make(Schema schema, List<Leaf> readable, List<UnreadableColumn> unreadable) {
        Plan plan = new Plan(schema);
        for (Field field : schema.fields()) {
            if (field.isTop()) {
                plan.visit(field, List.of(), List.of(field));
            }
        }
        List<String> names = plan.names.settle();
        for (int i = 0; i < names.size(); i++) {
            Draft draft = plan.drafts.get(i);
            if (draft.refusal().isEmpty()) {
                readable.add(plan.leaf(draft, names.get(i)));
            } else {
                unreadable.add(new UnreadableColumn(names.get(i), draft.field().type(), draft.refusal()));
            }
        }
    }

    private void draft(Field field, List<Level> levels, List<Field> path, String refusal) {
        drafts.add(new Draft(field, levels, refusal));
        names.add(path);
    }

    private void refuse(Field field, List<Field> path, String why) {
        draft(field, List.of(), path, why);
    }

    private void visit(Field field, List<Level> levels, List<Field> path) {
        if (path.size() + levels.size() > DEEPEST) {
            refuse(field, path, "it is nested too deep");
        } else if (field.version() != 0) {
            refuse(field, path, "it is stored in a newer way, of version " + field.version());
        } else {
            switch (field.role()) {
                case Field.LEAF -> visitLeaf(field, levels, path);
                case Field.COLLECTION -> visitCollection(field, levels, path);
                case Field.RECORD -> visitMembers(field, levels, path);
                case Field.VARIANT -> visitVariant(field, levels, path);
                case Field.STREAMED -> refuse(field, path, "it holds objects as ROOT streams them");
                default -> refuse(field, path, "it is of structure " + field.role() + ", which is not known here");
            }
        }
    }

    private List<Field> children(Field field) {
        return children.getOrDefault(field.id(), List.of());
    }

    private void visitLeaf(Field field, List<Level> levels, List<Field> path) {
        List<Level> inner = levels;
        if (field.isRepetitive()) {
            if (field.repetitions() > Memory.MOST_VALUES / Math.max(1, Leaf.repetitions(levels))) {
                refuse(field, path, "it has too many values per event, " + field.repetitions());
                return;
            }
            inner = with(levels, Level.Kind.ARRAY, field, (int) field.repetitions(), path, List.of());
        }
        if (columns.containsKey(field.id())) {
            draft(field, inner, path, refusal(field));
        } else if (children(field).size() == 1) {
            visit(children(field).get(0), inner, path);
        } else {
            refuse(field, path, "it holds no values");
        }
    }

    private void visitCollection(Field field, List<Level> levels, List<Field> path) {
        List<Integer> index = principal(field, Encoding.Kind.INDEX);
        if (index.isEmpty()) {
            refuse(field, path, "the lengths of its lists are stored in a way that is not known here");
            return;
        }
        Level.Kind kind = field.isOptional() ? Level.Kind.OPTIONAL : Level.Kind.LIST;
        List<Level> inner = with(levels, kind, field, 0, path, index);
        List<Field> items = children(field);
        if (items.size() == 1 && items.get(0).name().equals("_0")) {
            visit(items.get(0), inner, path);
        } else {
            visitMembers(field, inner, path);
        }
    }

    private void visitMembers(Field field, List<Level> levels, List<Field> path) {
        if (children(field).isEmpty() && !field.isBase()) {
            refuse(field, path, "it has no members");
        }
        for (Field member : children(field)) {
            visit(member, levels, Names.with(path, field.isPair() ? ofPair(member) : member));
        }
    }

    /** Returns a part of a pair, {@code _0} or {@code _1} in the file, under its name in C++. */
    private static Field ofPair(Field part) {
        return part.named(part.name().equals("_0") ? "first" : "second");
    }

    private void visitVariant(Field field, List<Level> levels, List<Field> path) {
        List<Integer> tags = principal(field, Encoding.Kind.SWITCH);
        if (tags.isEmpty()) {
            refuse(field, path, "its alternatives are told apart in a way that is not known here");
            return;
        }
        int number = 1;
        for (Field alternative : children(field)) {
            visit(
                    alternative,
                    with(levels, Level.Kind.ALTERNATIVE, field, number, path, tags),
                    Names.with(path, alternative));
            number++;
        }
    }

    private static List<Level> with(
            List<Level> levels, Level.Kind kind, Field field, int size, List<Field> path, List<Integer> columns) {
        List<Level> more = new ArrayList<>(levels);
        more.add(new Level(kind, field.id(), Names.plain(path), size, columns));
        return more;
    }

    /** Returns the columns of a field, one for each way in which it is stored; none if a field of this kind cannot have such. */
    private List<Integer> principal(Field field, Encoding.Kind kind) {
        List<List<Integer>> ways = ways(field);
        boolean isKnown = ways.stream()
                .allMatch(way -> way.size() == 1
                        && encoding(way.get(0)).filter(e -> e.kind() == kind).isPresent());
        return isKnown ? ways.stream().map(way -> way.get(0)).toList() : List.of();
    }

    private Optional<Encoding> encoding(int column) {
        return schema.columns().get(column).encoding();
    }

    /** Returns the columns of a field by the ways in which it is stored; none if these are not numbered as they should be. */
    private List<List<Integer>> ways(Field field) {
        List<List<Integer>> ways = new ArrayList<>();
        for (int column : columns.getOrDefault(field.id(), List.of())) {
            int way = schema.columns().get(column).representation();
            if (way == ways.size()) {
                ways.add(new ArrayList<>());
            }
            if (way >= ways.size()) {
                return List.of();
            }
            ways.get(way).add(column);
        }
        return ways;
    }

    /** Returns why the values of a field cannot be read; empty if they can. */
    private String refusal(Field field) {
        if (ways(field).isEmpty()) {
            return "the ways in which it is stored are not numbered from 0 on";
        }
        for (List<Integer> way : ways(field)) {
            for (int column : way) {
                Stored stored = schema.columns().get(column);
                if (stored.encoding().isEmpty()) {
                    return "it is stored by encoding " + stored.type() + " of " + stored.bits()
                            + " bits, which is not known here";
                }
            }
            Encoding first = encoding(way.get(0)).orElse(Encoding.BIT);
            boolean isKnown = switch (content(field)) {
                case TEXTS ->
                    way.size() == 2
                            && first.kind() == Encoding.Kind.INDEX
                            && encoding(way.get(1)).equals(Optional.of(Encoding.CHAR));
                case LENGTHS -> way.size() == 1 && first.kind() == Encoding.Kind.INDEX;
                case NUMBERS -> way.size() == 1 && first.isNumber();
            };
            if (!isKnown) {
                return "it is stored as " + first + ", from which values of this type are not read";
            }
        }
        boolean isMixed = content(field) == Leaf.Content.NUMBERS
                && ways(field).stream()
                                .map(way -> encoding(way.get(0))
                                        .orElse(Encoding.BIT)
                                        .isReal())
                                .distinct()
                                .count()
                        > 1;
        return isMixed ? "it is stored now as whole numbers, now as others" : "";
    }

    private static Leaf.Content content(Field field) {
        if (field.isText()) {
            return Leaf.Content.TEXTS;
        }
        return field.isCardinality() ? Leaf.Content.LENGTHS : Leaf.Content.NUMBERS;
    }

    private Leaf leaf(Draft draft, String name) {
        Field field = draft.field();
        List<List<Integer>> ways = ways(field);
        ColumnType type = switch (content(field)) {
            case TEXTS -> ColumnType.STRING;
            case LENGTHS -> ColumnType.LONG;
            case NUMBERS -> type(field, ways);
        };
        boolean isWhole = type == ColumnType.INT || type == ColumnType.LONG || type == ColumnType.BOOLEAN;
        if (isWhole && Leaf.mayMiss(draft.levels())) {
            type = ColumnType.DOUBLE;
        }
        int depth = (int)
                draft.levels().stream().filter(level -> level.kind().isList()).count();
        return new Leaf(new ColumnInfo(name, type, depth, ""), draft.levels(), content(field), ways);
    }

    private ColumnType type(Field field, List<List<Integer>> ways) {
        List<Encoding> encodings = ways.stream()
                .map(way -> encoding(way.get(0)).orElse(Encoding.BIT))
                .toList();
        if (encodings.get(0).isReal()) {
            boolean isDouble =
                    field.type().equals("double") || encodings.stream().anyMatch(e -> e.kind() == Encoding.Kind.DOUBLE);
            return isDouble ? ColumnType.DOUBLE : ColumnType.FLOAT;
        }
        if (encodings.stream().anyMatch(e -> e.kind() == Encoding.Kind.LONG)) {
            return ColumnType.LONG;
        }
        boolean isBits = encodings.stream().allMatch(e -> e == Encoding.BIT);
        boolean isInteger = field.type().contains("int");
        return field.type().equals("bool") || isBits && !isInteger ? ColumnType.BOOLEAN : ColumnType.INT;
    }
}
