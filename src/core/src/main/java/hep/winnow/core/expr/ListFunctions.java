package hep.winnow.core.expr;

import hep.winnow.core.expr.ListFunction.Kind;
import hep.winnow.core.expr.ListFunction.Maker;
import hep.winnow.core.expr.ListFunction.Parameter;
import hep.winnow.core.expr.ListFunction.Result;
import hep.winnow.core.expr.TypedExpr.Constant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All functions of lists. */
final class ListFunctions {
    static final ListFunction ELEMENT = ListFunction.index(
            "list[index]", Kind.NUMBER, Result.ELEMENT, (s, a) -> new ElementInstruction(s[0], s[1], Optional.empty()));
    static final ListFunction PICK = ListFunction.index(
            "list[conditions]", Kind.CONDITIONS, Result.LIST, (s, a) -> new ListInstructions.Pick(s[0], s[1]));
    static final ListFunction TAKE = ListFunction.index(
            "list[indexes]", Kind.NUMBERS, Result.LIST, (s, a) -> new ListInstructions.Take(s[0], s[1]));
    static final ListFunction NTH = new ListFunction(
            "nth(list, index, default=value)",
            "Element of a list, counted from 0, or from the end if the index is negative; the default if there is no"
                    + " such element, or missing without a default. list[index] is the same without a default.",
            List.of(
                    Parameter.of("list", Kind.LIST),
                    Parameter.of("index", Kind.NUMBER),
                    Parameter.of("default", Kind.ELEMENT)),
            Result.ELEMENT,
            (s, a) -> new ElementInstruction(s[0], s[1], Optional.of(s[2])));

    static final List<ListFunction> ALL = List.of(
            of(
                    "count(list)",
                    "How many conditions of a list hold; of a list of anything else, how many elements it has.",
                    Kind.LIST,
                    Result.NUMBER,
                    (s, a) -> new ListInstructions.Count(s[0], a.get(0).type() == ValueType.BOOLEANS)),
            of(
                    "size(list)",
                    "How many elements a list has.",
                    Kind.LIST,
                    Result.NUMBER,
                    (s, a) -> new ListInstructions.Count(s[0], false)),
            reduction(
                    "sum(list)",
                    "Sum of a list, from its first element to its last; 0 if it is empty.",
                    ListLoops::sum),
            reduction("mean(list)", "Mean of a list; missing if it is empty.", ListLoops::mean),
            reduction("min(list)", "Least element of a list; missing if it is empty or an element is.", ListLoops::min),
            reduction(
                    "max(list)",
                    "Greatest element of a list; missing if it is empty or an element is.",
                    ListLoops::max),
            reduction(
                    "argmin(list)",
                    "Index of the least element, of the first of them; missing if the list is empty or an element is.",
                    ListLoops::indexOfMin),
            reduction(
                    "argmax(list)",
                    "Index of the greatest element, of the first of them; missing if the list is empty or an element"
                            + " is.",
                    ListLoops::indexOfMax),
            of(
                    "any(conditions)",
                    "Whether a condition of a list holds; false if it is empty.",
                    Kind.CONDITIONS,
                    Result.CONDITION,
                    (s, a) -> new ListInstructions.Decide(s[0], true)),
            of(
                    "all(conditions)",
                    "Whether all conditions of a list hold; true if it is empty.",
                    Kind.CONDITIONS,
                    Result.CONDITION,
                    (s, a) -> new ListInstructions.Decide(s[0], false)),
            of("first(list)", "First element; missing if there is none.", Kind.LIST, Result.ELEMENT, at(0)),
            of("last(list)", "Last element; missing if there is none.", Kind.LIST, Result.ELEMENT, at(-1)),
            NTH,
            new ListFunction(
                    "sort(list, by=keys, descending=true)",
                    "The list in rising order of its elements, or of keys of the same collection; missing ones last,"
                            + " equal ones as they stood.",
                    List.of(Parameter.of("list", Kind.LIST), keys(), descending()),
                    Result.LIST,
                    (s, a) -> new ListInstructions.Sort(s[0], s[1], isTrue(a.get(2)), false)),
            new ListFunction(
                    "argsort(list, descending=true)",
                    "The indexes that put a list in rising order: jet_eta[argsort(jet_pt)]; missing ones last, equal"
                            + " ones as they stood.",
                    List.of(Parameter.of("list", Kind.NUMBERS), descending()),
                    Result.NUMBERS,
                    (s, a) -> new ListInstructions.Sort(s[0], s[0], isTrue(a.get(1)), true)),
            of(
                    "position(list)",
                    "The index of each element: 0, 1, 2 and so on.",
                    Kind.LIST,
                    Result.NUMBERS,
                    (s, a) -> new ListInstructions.Position(s[0])),
            new ListFunction(
                    "concat(list, other)",
                    "The elements of a list, and behind them those of another one, which may be of another collection:"
                            + " concat(el_pt, mu_pt).",
                    List.of(Parameter.of("list", Kind.LIST), Parameter.of("other", Kind.LIKE)),
                    Result.LIST,
                    (s, a) -> new ConcatInstruction(s[0], s[1])),
            combination("pair_first(list)", "first", 2, 0),
            combination("pair_second(list)", "second", 2, 1),
            combination("triple_first(list)", "first", 3, 0),
            combination("triple_second(list)", "second", 3, 1),
            combination("triple_third(list)", "third", 3, 2),
            new ListFunction(
                    "pair_mass(pt, eta, phi, m)",
                    "Invariant mass of each pair of different elements of a collection, in the order of pair_first and"
                            + " pair_second.",
                    List.of(
                            Parameter.of("pt", Kind.NUMBERS),
                            Parameter.of("eta", Kind.NUMBERS),
                            Parameter.of("phi", Kind.NUMBERS),
                            Parameter.of("m", Kind.NUMBER)),
                    Result.NUMBERS,
                    (s, a) -> new PairMassInstruction(s)),
            cross("cross_first(list, other)", "the list", true),
            cross("cross_second(list, other)", "the other list", false),
            near(
                    "nearest(eta, phi, other_eta, other_phi)",
                    "For each element of a collection, the index of the element of another one that is nearest in"
                            + " delta R; missing if there is none.",
                    true),
            near(
                    "nearest_delta_r(eta, phi, other_eta, other_phi)",
                    "For each element of a collection, delta R to the nearest element of another one; infinite if"
                            + " there is none, so that nearest_delta_r(...) > 0.4 keeps it.",
                    false));

    private static final Map<String, ListFunction> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ListFunction::name, f -> f));

    private ListFunctions() {}

    /** Returns the function of that name. */
    static Optional<ListFunction> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static ListFunction of(String usage, String doc, Kind kind, Result result, Maker maker) {
        return new ListFunction(usage, doc, List.of(Parameter.of("list", kind)), result, maker);
    }

    private static ListFunction reduction(String usage, String doc, ListLoops.Reduction reduction) {
        return of(usage, doc, Kind.NUMBERS, Result.NUMBER, (s, a) -> new ListInstructions.Reduce(s[0], reduction));
    }

    private static Maker at(int index) {
        return (s, a) -> new ElementInstruction(s[0], index);
    }

    private static ListFunction combination(String usage, String which, int of, int member) {
        String doc = "For each " + (of == 2 ? "pair" : "triple") + " of different elements of a list, the index of the "
                + which + " of the " + (of == 2 ? "two" : "three") + ": mu_pt[" + usage.substring(0, usage.indexOf('('))
                + "(mu_pt)].";
        return of(usage, doc, Kind.LIST, Result.NUMBERS, (s, a) -> new CombinationInstruction(s[0], of, member));
    }

    private static ListFunction cross(String usage, String ofWhat, boolean isFirst) {
        return new ListFunction(
                usage,
                "For each pair of an element of a list with one of another list, the index in " + ofWhat + ".",
                List.of(Parameter.of("list", Kind.LIST), Parameter.of("other", Kind.LIST)),
                Result.NUMBERS,
                (s, a) -> new CrossInstruction(s[0], s[1], isFirst));
    }

    private static ListFunction near(String usage, String doc, boolean isIndex) {
        return new ListFunction(
                usage,
                doc,
                List.of(
                        Parameter.of("eta", Kind.NUMBERS),
                        Parameter.of("phi", Kind.NUMBERS),
                        Parameter.of("other_eta", Kind.NUMBERS),
                        Parameter.of("other_phi", Kind.NUMBERS)),
                Result.NUMBERS,
                (s, a) -> new NearestInstruction(s, isIndex));
    }

    private static Parameter keys() {
        return new Parameter("by", Kind.NUMBERS, Optional.of(list -> list));
    }

    private static Parameter descending() {
        return new Parameter("descending", Kind.FLAG, Optional.of(list -> Constant.of(false)));
    }

    private static boolean isTrue(TypedExpr flag) {
        return ((Constant) flag.unwrap()).isTrue();
    }
}
