package hep.winnow.core.expr;

import hep.winnow.core.expr.TypedExpr.Constant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A function that looks at the whole list of an event, such as {@code sum(jet_pt)}. Immutable. */
public final class ListFunction {
    private final String usage;
    private final String doc;
    private final List<Parameter> parameters;
    private final Result result;
    private final Maker maker;
    private final boolean isIndex;

    /** What an argument must be. */
    enum Kind {
        LIST("a list"),
        NUMBERS("a list of numbers"),
        CONDITIONS("a list of conditions"),
        NUMBER("a number"),
        /** A list of what the first argument is a list of. */
        LIKE("a list of the same kind"),
        /** What the first argument is a list of. */
        ELEMENT("an element of the list"),
        FLAG("true or false");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        private boolean accepts(TypedExpr argument, ValueType first) {
            ValueType type = argument.type();
            return switch (this) {
                case LIST -> type.isList();
                case NUMBERS -> type == ValueType.NUMBERS || type == ValueType.BOOLEANS;
                case CONDITIONS -> type == ValueType.BOOLEANS;
                case NUMBER -> type == ValueType.NUMBER;
                case ELEMENT -> type == first.element();
                case LIKE -> type == first;
                case FLAG -> type == ValueType.BOOLEAN && argument.unwrap() instanceof Constant;
            };
        }
    }

    /** What it gives. */
    enum Result {
        NUMBER,
        CONDITION,
        NUMBERS,
        /** What the first argument is a list of. */
        ELEMENT,
        /** A list as the first argument. */
        LIST
    }

    /**
     * A parameter.
     *
     * @param name by which it may be given
     * @param kind what it must be
     * @param otherwise what it is if it is not given, made of the first argument; empty if it must be given
     */
    record Parameter(String name, Kind kind, Optional<UnaryOperator<TypedExpr>> otherwise) {
        static Parameter of(String name, Kind kind) {
            return new Parameter(name, kind, Optional.empty());
        }
    }

    /** Makes the instruction for arguments in slots. */
    interface Maker {
        Instruction make(int[] slots, List<TypedExpr> arguments);
    }

    ListFunction(String usage, String doc, List<Parameter> parameters, Result result, Maker maker) {
        this(usage, doc, parameters, result, maker, false);
    }

    private ListFunction(
            String usage, String doc, List<Parameter> parameters, Result result, Maker maker, boolean isIndex) {
        this.usage = usage;
        this.doc = doc;
        this.parameters = List.copyOf(parameters);
        this.result = result;
        this.maker = maker;
        this.isIndex = isIndex;
    }

    /** Returns a function that is written {@code a[b]}. */
    static ListFunction index(String usage, Kind index, Result result, Maker maker) {
        List<Parameter> parameters = List.of(Parameter.of("list", Kind.LIST), Parameter.of("index", index));
        return new ListFunction(usage, "", parameters, result, maker, true);
    }

    /** Returns its name. */
    public String name() {
        return usage.substring(0, usage.indexOf(isIndex ? '[' : '('));
    }

    /** Returns its call, such as {@code sum(list)}. */
    public String usage() {
        return usage;
    }

    /** Returns what it gives, in one sentence or two. */
    public String doc() {
        return doc;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    boolean isIndex() {
        return isIndex;
    }

    /** Returns what argument {@code i} should have been; empty if it is fine. */
    String expected(int i, List<TypedExpr> arguments) {
        Kind kind = parameters.get(i).kind();
        ValueType first = arguments.get(0).type();
        if (kind.accepts(arguments.get(i), first)) {
            return "";
        }
        return kind == Kind.ELEMENT ? first.element().text() : kind.text;
    }

    /** Checks all arguments; the compiler has told the user before. */
    void check(List<TypedExpr> arguments) {
        if (arguments.size() != parameters.size()) {
            throw new IllegalArgumentException(name() + " of " + arguments.size() + " arguments");
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!expected(i, arguments).isEmpty()) {
                throw new IllegalArgumentException("expected " + expected(i, arguments) + ", found "
                        + arguments.get(i).type().text());
            }
        }
    }

    ValueType result(List<TypedExpr> arguments) {
        ValueType first = arguments.get(0).type();
        return switch (result) {
            case NUMBER -> ValueType.NUMBER;
            case CONDITION -> ValueType.BOOLEAN;
            case NUMBERS -> ValueType.NUMBERS;
            case ELEMENT -> first.element();
            case LIST -> first;
        };
    }

    Instruction instruction(int[] slots, List<TypedExpr> arguments) {
        return maker.make(slots, arguments);
    }
}
