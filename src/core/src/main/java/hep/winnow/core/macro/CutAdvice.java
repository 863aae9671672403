package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expert would say of the cuts of a region. */
final class CutAdvice {
    private static final Pattern BOUND =
            Pattern.compile("(?<what>[^<>=?&|]+?) (?<sign>[<>]=?) (?<limit>-?[0-9][0-9.e+-]*)");

    private final Set<String> labels;
    private final Uses uses;
    private final List<Diagnostic> out;

    private CutAdvice(Set<String> labels, Uses uses, List<Diagnostic> out) {
        this.labels = labels;
        this.uses = uses;
        this.out = out;
    }

    /** A cut that compares something with a number, and where it stands. */
    private record Limit(String what, boolean isLower, boolean isClosed, double limit, String text) {
        static Optional<Limit> of(CutDecl cut) {
            if (!(cut.condition().unwrap() instanceof TypedExpr.Compare)) {
                return Optional.empty();
            }
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
     * @param labels columns that tell the classes of its events apart: a cut on them alone looks at one class, as no training can
     * @param uses tells what cuts use
     * @param out what is to be said is added to it
     */
    static void look(
            List<CutDecl> inherited,
            List<CutDecl> own,
            List<Span> places,
            Set<String> labels,
            Uses uses,
            List<Diagnostic> out) {
        CutAdvice advice = new CutAdvice(labels, uses, out);
        if (inherited.size() + own.size() > 1) {
            advice.idle(inherited, own, places);
        }
        advice.untrained(inherited, own, places);
    }

    /** Cuts on what a cut before them limits as much. */
    private void idle(List<CutDecl> inherited, List<CutDecl> own, List<Span> places) {
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
    }

    /**
     * Cuts beside one on a model, in its block or in the regions that this one extends, should hold for the events that train it. A region that extends one with a cut on a model may well look at a
     * window.
     */
    private void untrained(List<CutDecl> inherited, List<CutDecl> own, List<Span> places) {
        Set<ModelDecl> seen = new LinkedHashSet<>();
        for (int i = 0; i < own.size(); i++) {
            for (ModelDecl model : uses.models(own.get(i).condition())) {
                if (model.train().isPresent() && seen.add(model)) {
                    untrained(model, inherited, places.get(i));
                }
            }
        }
        for (int i = 0; i < own.size(); i++) {
            for (ModelDecl model : seen) {
                if (isUnknown(own.get(i), model)) {
                    out.add(CheckCode.CUT_AFTER_TRAINING.at(
                            places.get(i),
                            "'" + model.name() + "' was trained on events without this cut",
                            "put it into the region that '" + model.name() + "' is trained on"));
                }
            }
        }
    }

    /** Looks at the cuts that a region takes over, where its own cut on a model stands. */
    private void untrained(ModelDecl model, List<CutDecl> inherited, Span place) {
        List<String> unknown = inherited.stream()
                .filter(cut -> isUnknown(cut, model))
                .map(cut -> "'" + cut.label() + "'")
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            boolean isOne = unknown.size() == 1;
            out.add(CheckCode.CUT_AFTER_TRAINING.at(
                    place,
                    "'" + model.name() + "' was trained on events without the cut" + (isOne ? " " : "s ")
                            + String.join(", ", unknown) + ", which this region takes over",
                    "train '" + model.name() + "' on a region that has " + (isOne ? "it" : "them")));
        }
    }

    /** Tells whether a cut on other things than models and classes was not there when a model was trained. */
    private boolean isUnknown(CutDecl cut, ModelDecl model) {
        String text = ExprText.spelled(cut.condition());
        Set<String> columns = uses.columns(cut.condition());
        boolean tellsClass = !columns.isEmpty() && labels.containsAll(columns);
        return !tellsClass
                && uses.models(cut.condition()).isEmpty()
                && model.train().orElseThrow().cuts().stream()
                        .noneMatch(c -> ExprText.spelled(c.condition()).equals(text));
    }
}
