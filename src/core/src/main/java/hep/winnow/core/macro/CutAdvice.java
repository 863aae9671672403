package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.lang.CheckCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expert would say of the cuts of a region. */
final class CutAdvice {
    private static final Pattern BOUND =
            Pattern.compile("(?<what>[^<>=?&|]+?) (?<sign>[<>]=?) (?<limit>-?[0-9][0-9.e+-]*)");

    private CutAdvice() {}

    /** A cut that compares something with a number, and where it stands. */
    private record Limit(String what, boolean isLower, boolean isClosed, double limit, String text) {
        static Optional<Limit> of(CutDecl cut) {
            String text = ExprText.spelled(cut.condition());
            Matcher bound = BOUND.matcher(text);
            if (!bound.matches() || text.contains(" and ") || text.contains(" or ") || text.startsWith("not ")) {
                return Optional.empty();
            }
            String sign = bound.group("sign");
            return Optional.of(new Limit(
                    bound.group("what"),
                    sign.startsWith(">"),
                    sign.endsWith("="),
                    Double.parseDouble(bound.group("limit")),
                    text));
        }

        /** Tells whether what passes this limit passes the other. */
        boolean implies(Limit other) {
            if (!what.equals(other.what) || isLower != other.isLower) {
                return false;
            }
            boolean isTighter = isLower ? limit > other.limit : limit < other.limit;
            return isTighter || limit == other.limit && (!isClosed || other.isClosed);
        }
    }

    /**
     * Looks at the cuts of a region.
     *
     * @param inherited cuts that stand before its own
     * @param own its own
     * @param places of its own
     * @param out what is to be said is added to it
     */
    static void look(List<CutDecl> inherited, List<CutDecl> own, List<Span> places, List<Diagnostic> out) {
        List<Limit> before = new ArrayList<>(
                inherited.stream().flatMap(c -> Limit.of(c).stream()).toList());
        for (int i = 0; i < own.size(); i++) {
            Optional<Limit> limit = Limit.of(own.get(i));
            if (limit.isEmpty()) {
                continue;
            }
            Limit mine = limit.get();
            Span place = places.get(i);
            before.stream()
                    .filter(b -> b.implies(mine))
                    .findFirst()
                    .ifPresent(b -> out.add(CheckCode.IDLE_CUT.at(
                            place,
                            "this cut takes nothing away: '" + b.text() + "' stands before it",
                            "leave it out")));
            before.add(mine);
        }
        untrained(own, places, out);
    }

    /** A cut beside one on a model, in one block, should hold for the events that train it. A further region may well look at a window. */
    private static void untrained(List<CutDecl> own, List<Span> places, List<Diagnostic> out) {
        List<ModelDecl> models = own.stream()
                .flatMap(c -> References.models(c.condition()).stream())
                .filter(m -> m.train().isPresent())
                .distinct()
                .toList();
        for (int i = 0; i < own.size() && !models.isEmpty(); i++) {
            CutDecl cut = own.get(i);
            if (!References.models(cut.condition()).isEmpty()) {
                continue;
            }
            String text = ExprText.print(cut.condition());
            for (ModelDecl model : models) {
                ScopeDecl train = model.train().orElseThrow();
                boolean isKnown = train.cuts().stream()
                        .anyMatch(c -> ExprText.print(c.condition()).equals(text));
                if (!isKnown) {
                    out.add(CheckCode.CUT_AFTER_TRAINING.at(
                            places.get(i),
                            "'" + model.name() + "' was trained on events without this cut",
                            "put it into the region that '" + model.name() + "' is trained on"));
                }
            }
        }
    }
}
