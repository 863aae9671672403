package hep.winnow.core.macro;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.Part;
import hep.winnow.core.expr.TypedExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sample of the macro: where its events come from, and what they are. */
public final class SampleDecl {
    private final int index;
    private final String name;
    private final EventSource source;
    private final Labelling labelling;
    private final Optional<TypedExpr> weight;
    private final List<String> id;
    private final Optional<Part> part;
    private final Optional<Double> xsec;
    private final boolean skipsBadRows;
    private final Optional<TypedExpr> factor;
    private final Screening screening;
    private final ScopeDecl all;
    private final Map<String, ColumnInfo> columns = new HashMap<>();
    private final Map<String, MissingRule> missing = new LinkedHashMap<>();

    SampleDecl(
            int index,
            String name,
            EventSource source,
            Labelling labelling,
            Optional<TypedExpr> weight,
            List<String> id,
            Optional<Part> part,
            Optional<Double> xsec,
            boolean skipsBadRows,
            Optional<TypedExpr> factor,
            Screening screening) {
        this.index = index;
        this.name = name;
        this.source = source;
        this.labelling = labelling;
        this.weight = weight;
        this.id = List.copyOf(id);
        this.part = part;
        this.xsec = xsec;
        this.skipsBadRows = skipsBadRows;
        this.factor = factor;
        this.screening = screening;
        this.all = ScopeDecl.of(name, List.of(index));
        named(source).forEach(c -> columns.putIfAbsent(c.name(), c));
    }

    /** Returns the columns of a source, and behind them those that have a short name under this. */
    public static List<ColumnInfo> named(EventSource source) {
        List<ColumnInfo> all = new ArrayList<>(source.schema());
        Map<String, ColumnInfo> byName = new HashMap<>();
        all.forEach(c -> byName.put(c.name(), c));
        source.shortNames().forEach((shortName, name) -> {
            ColumnInfo info = byName.get(name);
            if (info != null) {
                all.add(new ColumnInfo(shortName, info.type(), info.depth(), info.unit()));
            }
        });
        return all;
    }

    /** How events get their class. */
    public sealed interface Labelling {}

    /** All events are signal, background, or data. */
    public record ByRole(hep.winnow.api.event.Role role) implements Labelling {}

    /** A condition marks the signal. */
    public record BySignal(TypedExpr condition) implements Labelling {}

    /** The values of a column are the classes. */
    public record ByClass(TypedExpr value) implements Labelling {}

    /** Nothing is said: class index 0, good for regression and histograms. */
    public record Unlabelled() implements Labelling {}

    /** Returns the number of the sample, in the order of the macro. */
    public int index() {
        return index;
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns where its events come from. */
    public EventSource source() {
        return source;
    }

    /** Returns how events get their class. */
    public Labelling labelling() {
        return labelling;
    }

    /** Tells whether it is recorded data. */
    public boolean isData() {
        return labelling instanceof ByRole role && role.role() == hep.winnow.api.event.Role.DATA;
    }

    /** Returns the weight of an event; 1 if empty. */
    public Optional<TypedExpr> weight() {
        return weight;
    }

    /** Returns what the weight is multiplied by, which is no part of the sum of weights that a cross-section scales; 1 if empty. */
    public Optional<TypedExpr> factor() {
        return factor;
    }

    /** Returns which of the source's events are used. */
    public Screening screening() {
        return screening;
    }

    /** Returns the columns that name an event; empty if there are none. */
    public List<String> id() {
        return id;
    }

    /** Returns the part that all its events belong to. */
    public Optional<Part> part() {
        return part;
    }

    /** Returns the cross-section in pb. */
    public Optional<Double> xsec() {
        return xsec;
    }

    /** Tells whether rows that cannot be read are left out. */
    public boolean skipsBadRows() {
        return skipsBadRows;
    }

    /** Returns the rules for missing values, by column. */
    public Map<String, MissingRule> missing() {
        return missing;
    }

    /** Returns all its events. */
    public ScopeDecl all() {
        return all;
    }

    /** Returns the column of that name. */
    public Optional<ColumnInfo> column(String column) {
        return Optional.ofNullable(columns.get(column));
    }
}
