package hep.winnow.app.events;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the values of one column are, those in the lists of a jagged column: gathered block by block. */
final class ColumnSummary {
    private static final int FIRST = 3;
    private static final int MANY = 12;

    /** Numbers by which programs of our field say that there is no value. */
    private static final Set<Double> SENTINELS = Set.of(-99.0, -999.0, -9999.0, -99999.0, -999999.0);

    private final ColumnInfo info;
    private final List<Object> first = new ArrayList<>();
    private final Set<String> texts = new TreeSet<>();
    private final RunningSum sum = new RunningSum();
    private long events;
    private long count;
    private long missing;
    private long infinite;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;
    private long atMin;

    ColumnSummary(ColumnInfo info) {
        this.info = info;
    }

    void add(Column column) {
        for (int i = 0; i < column.size() && first.size() < FIRST; i++) {
            first.add(FirstValue.of(column, i));
        }
        events += column.size();
        addValues(column);
    }

    private void addValues(Column column) {
        if (column instanceof Column.Lists lists) {
            addValues(lists.values());
            return;
        }
        if (column instanceof Column.Strings strings) {
            addTexts(strings.values());
        } else if (column instanceof Column.Longs longs) {
            addLongs(longs.values());
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

    /** Keeps the range as whole numbers: doubles would round it beyond 2^53. */
    private void addLongs(long[] values) {
        addNumbers(new Column.Longs(values));
        for (long x : values) {
            least = Math.min(least, x);
            greatest = Math.max(greatest, x);
        }
    }

    private void addNumbers(Column column) {
        for (int i = 0; i < column.size(); i++) {
            double x = column.number(i);
            if (!Double.isFinite(x)) {
                missing += Double.isNaN(x) ? 1 : 0;
                infinite += Double.isNaN(x) ? 0 : 1;
                continue;
            }
            sum.add(x);
            max = Math.max(max, x);
            if (x < min) {
                min = x;
                atMin = 0;
            }
            atMin += x == min ? 1 : 0;
        }
    }

    ColumnInfo info() {
        return info;
    }

    String name() {
        return info.name();
    }

    /** Returns the type of a column: {@code float}, {@code float[]} for a list of floats per event. */
    static String type(ColumnInfo info) {
        return info.type().name().toLowerCase(Locale.ROOT) + "[]".repeat(info.depth());
    }

    String type() {
        return type(info);
    }

    /** Returns the number of values, those in all lists. */
    long count() {
        return count;
    }

    /** Returns the number of values that are NaN or infinite. */
    long nonfinite() {
        return isText() ? 0 : missing + infinite;
    }

    /** Tells whether there is a finite number among the values. */
    boolean hasRange() {
        return !isText() && count > missing + infinite;
    }

    /** Returns the sum of the finite values. */
    double sum() {
        return sum.value();
    }

    /** Returns the least finite value: a {@code Long} for a column of whole numbers, else a {@code Double}. */
    Number least() {
        return isWhole() ? (Number) whole(min, least) : (Number) min;
    }

    /** Returns the greatest finite value, as {@link #least()}. */
    Number greatest() {
        return isWhole() ? (Number) whole(max, greatest) : (Number) max;
    }

    private long whole(double rounded, long exact) {
        return info.type() == ColumnType.LONG ? exact : (long) rounded;
    }

    /** Returns the first values as JSON has them. */
    List<Object> first() {
        return first;
    }

    String missing() {
        return missing == 0 ? "" : Long.toString(missing);
    }

    String min() {
        return hasRange() ? rounded(least()) : "";
    }

    String mean() {
        return hasRange() ? Numbers.significant(sum.value() / (count - missing - infinite), 4) : "";
    }

    String max() {
        return hasRange() ? rounded(greatest()) : "";
    }

    /** Returns a number with few digits; whole ones of whole-number columns in full. */
    private static String rounded(Number x) {
        return x instanceof Long
                ? x.toString()
                : Numbers.text(Double.parseDouble(Numbers.significant(x.doubleValue(), 6)));
    }

    /** Returns the first values; of a column with few texts all of them. */
    String examples() {
        if (hasFewTexts()) {
            return "{" + String.join(", ", texts) + "}";
        }
        return first.stream().map(FirstValue::text).collect(Collectors.joining(", ")) + (events > FIRST ? ", …" : "");
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

    /** Returns the share of values that are the least one. */
    double sentinelShare() {
        return atMin / (double) Math.max(1, count);
    }

    private boolean isText() {
        return info.type() == ColumnType.STRING;
    }

    private boolean isWhole() {
        return info.type() == ColumnType.LONG || info.type() == ColumnType.INT;
    }
}
