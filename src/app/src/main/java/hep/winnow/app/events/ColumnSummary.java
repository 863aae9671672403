package hep.winnow.app.events;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.core.text.ColumnText;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the values of one column are: gathered block by block. */
final class ColumnSummary {
    private static final int FIRST = 3;
    private static final int MANY = 12;

    /** Numbers by which programs of our field say that there is no value. */
    private static final Set<Double> SENTINELS = Set.of(-99.0, -999.0, -9999.0, -99999.0, -999999.0);

    private final ColumnInfo info;
    private final List<String> first = new ArrayList<>();
    private final Set<String> texts = new TreeSet<>();
    private long count;
    private long missing;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private long atMin;

    ColumnSummary(ColumnInfo info) {
        this.info = info;
    }

    void add(Column column) {
        for (int i = 0; i < column.size() && first.size() < FIRST; i++) {
            first.add(ColumnText.of(column, i));
        }
        if (column instanceof Column.Strings strings) {
            addTexts(strings.values());
        } else {
            addNumbers(column);
        }
        count += column.size();
    }

    private void addTexts(String[] values) {
        for (String value : values) {
            missing += value.isEmpty() ? 1 : 0;
            if (texts.size() <= MANY) {
                texts.add(value);
            }
        }
    }

    private void addNumbers(Column column) {
        for (int i = 0; i < column.size(); i++) {
            double x = column.number(i);
            if (Double.isNaN(x)) {
                missing++;
                continue;
            }
            sum += x;
            max = Math.max(max, x);
            if (x < min) {
                min = x;
                atMin = 0;
            }
            atMin += x == min ? 1 : 0;
        }
    }

    String name() {
        return info.name();
    }

    String type() {
        return info.type().name().toLowerCase(Locale.ROOT);
    }

    String missing() {
        return missing == 0 ? "" : Long.toString(missing);
    }

    String min() {
        return isText() || count == missing ? "" : rounded(min);
    }

    String mean() {
        return isText() || count == missing ? "" : Numbers.significant(sum / (count - missing), 4);
    }

    String max() {
        return isText() || count == missing ? "" : rounded(max);
    }

    /** Returns a number with few digits; whole ones of whole-number columns in full. */
    private String rounded(double x) {
        boolean isWhole = info.type() == ColumnType.LONG || info.type() == ColumnType.INT;
        return isWhole ? Long.toString((long) x) : Numbers.text(Double.parseDouble(Numbers.significant(x, 6)));
    }

    /** Returns the first values; of a column with few texts all of them. */
    String examples() {
        if (hasFewTexts()) {
            return "{" + String.join(", ", texts) + "}";
        }
        return String.join(", ", first) + (count > FIRST ? ", …" : "");
    }

    /** Tells whether it holds texts, and a few different ones only, as classes do. */
    boolean hasFewTexts() {
        return isText() && texts.size() <= MANY;
    }

    /** Tells whether the least value looks like one that means "missing", and stands there again and again. */
    boolean hasSentinel() {
        return !isText() && atMin > 1 && SENTINELS.contains(min) && max > min;
    }

    double sentinel() {
        return min;
    }

    /** Returns the share of events with the least value. */
    double sentinelShare() {
        return atMin / (double) Math.max(1, count);
    }

    private boolean isText() {
        return info.type() == ColumnType.STRING;
    }
}
