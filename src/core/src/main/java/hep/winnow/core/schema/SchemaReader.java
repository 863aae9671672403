package hep.winnow.core.schema;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.Condition;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.core.lang.Expr;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads records and their annotations into schemas. */
final class SchemaReader {
    private static final Map<Class<?>, Shape> SIMPLE = Map.ofEntries(
            Map.entry(double.class, new Shape.Num(double.class, false)),
            Map.entry(Double.class, new Shape.Num(double.class, false)),
            Map.entry(int.class, new Shape.Num(int.class, true)),
            Map.entry(Integer.class, new Shape.Num(int.class, true)),
            Map.entry(long.class, new Shape.Num(long.class, true)),
            Map.entry(Long.class, new Shape.Num(long.class, true)),
            Map.entry(boolean.class, new Shape.Bool()),
            Map.entry(Boolean.class, new Shape.Bool()),
            Map.entry(String.class, new Shape.Text()),
            Map.entry(Interval.class, new Shape.Special(Shape.Special.Kind.INTERVAL)),
            Map.entry(EventExpression.class, new Shape.Special(Shape.Special.Kind.EXPRESSION)),
            Map.entry(Scope.class, new Shape.Special(Shape.Special.Kind.SCOPE)),
            Map.entry(ModelRef.class, new Shape.Special(Shape.Special.Kind.MODEL)),
            Map.entry(OutputFile.class, new Shape.Special(Shape.Special.Kind.OUTPUT)),
            Map.entry(InputFile.class, new Shape.Special(Shape.Special.Kind.INPUT)),
            Map.entry(ColumnName.class, new Shape.Special(Shape.Special.Kind.COLUMN)),
            Map.entry(TypedColumn.class, new Shape.Special(Shape.Special.Kind.TYPED_COLUMN)),
            Map.entry(Expr.class, new Shape.Special(Shape.Special.Kind.SYNTAX)));

    private SchemaReader() {}

    static RecordSchema read(Class<? extends Record> type) {
        List<RecordSchema.Member> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Inline.class)) {
                members.add(new RecordSchema.Group(read(component.getType().asSubclass(Record.class))));
            } else {
                members.add(new RecordSchema.One(slot(type, component)));
            }
        }
        return new RecordSchema(type, members);
    }

    private static Slot slot(Class<?> owner, RecordComponent component) {
        Shape shape = shape(owner, component, component.getGenericType());
        String name = snakeCase(component.getName());
        Named named = component.getAnnotation(Named.class);
        if (named != null) {
            return plain(name, Slot.Place.NAME, shape, named.doc(), "", named.optional());
        }
        Operand operand = component.getAnnotation(Operand.class);
        if (operand != null) {
            return plain(name, Slot.Place.OPERAND, shape, operand.doc(), operand.keyword(), operand.optional());
        }
        Condition condition = component.getAnnotation(Condition.class);
        if (condition != null) {
            return plain(name, Slot.Place.CONDITION, shape, condition.doc(), "", shape instanceof Shape.Maybe);
        }
        Option option = component.getAnnotation(Option.class);
        if (option == null) {
            throw new IllegalArgumentException(owner.getName() + "." + component.getName()
                    + " needs one of @Named, @Operand, @Condition, @Option and @Inline");
        }
        boolean isContainer = shape instanceof Shape.Maybe || shape instanceof Shape.ListOf;
        return new Slot(
                option.name().isEmpty() ? name : option.name(),
                Slot.Place.OPTION,
                shape,
                option.doc(),
                "",
                isContainer && !option.required() && option.value().isEmpty(),
                option.value(),
                option.unit(),
                new Slot.Bounds(option.min(), option.max(), option.aboveMin(), option.belowMax()),
                List.of(option.alsoKnownAs()));
    }

    private static Slot plain(
            String name, Slot.Place place, Shape shape, String doc, String keyword, boolean isOptional) {
        return new Slot(name, place, shape, doc, keyword, isOptional, "", "", Slot.Bounds.NONE, List.of());
    }

    private static Shape shape(Class<?> owner, RecordComponent component, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == List.class) {
                return new Shape.ListOf(shape(owner, component, argument));
            }
            if (generic.getRawType() == Optional.class) {
                return new Shape.Maybe(shape(owner, component, argument));
            }
        }
        if (type instanceof Class<?> plain) {
            Shape simple = SIMPLE.get(plain);
            if (plain == EventExpression.class && takesLists(component)) {
                return new Shape.Special(Shape.Special.Kind.LISTS);
            }
            if (simple != null) {
                return simple;
            }
            if (plain.isEnum()) {
                return word(plain);
            }
            if (plain.isSealed()) {
                return oneOf(plain);
            }
        }
        throw new IllegalArgumentException(owner.getName() + "." + component.getName() + " has the type "
                + type.getTypeName() + ", which no macro can write; see the table in the documentation of @Verb");
    }

    private static boolean takesLists(RecordComponent component) {
        Operand operand = component.getAnnotation(Operand.class);
        Condition condition = component.getAnnotation(Condition.class);
        Option option = component.getAnnotation(Option.class);
        return operand != null && operand.lists()
                || condition != null && condition.lists()
                || option != null && option.lists();
    }

    @SuppressWarnings("unchecked")
    private static Shape.Word word(Class<?> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT))
                .toList();
        return new Shape.Word((Class<? extends Enum<?>>) type, words);
    }

    private static Shape.OneOf oneOf(Class<?> type) {
        List<Shape.Alternative> alternatives = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            Choice choice = permitted.getAnnotation(Choice.class);
            if (choice == null || !permitted.isRecord()) {
                throw new IllegalArgumentException(permitted.getName() + " must be a record with @Choice");
            }
            alternatives.add(new Shape.Alternative(
                    choice.value(),
                    choice.doc(),
                    read(permitted.asSubclass(Record.class)),
                    List.of(choice.alsoKnownAs())));
        }
        // The order of permitted subclasses is the compiler's affair, and no two builds need agree on it.
        alternatives.sort(Comparator.comparing(Shape.Alternative::word));
        return new Shape.OneOf(type, alternatives);
    }

    /** Returns {@code classWeight} as {@code class_weight}. */
    private static String snakeCase(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                out.append('_').append(Character.toLowerCase(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
