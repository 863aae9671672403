package hep.winnow.text.arff;

import hep.winnow.text.BadRow;
import hep.winnow.text.Block;
import hep.winnow.text.Reals;
import hep.winnow.text.RowReader;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

/** Reads rows: a value for each attribute, or, in braces, number and value of those that are not 0; behind it perhaps a weight in braces. All values are checked, also those that nobody asks for. */
final class RowParser implements RowReader.Rows {
    private static final int MANY_WORDS = 12;

    private final List<Attribute> attributes;
    private final boolean hasWeights;
    private final int[] wanted;
    private final double[] numbers;
    private final String[] texts;
    private final boolean[] isGiven;
    private final List<Optional<SimpleDateFormat>> dates = new ArrayList<>();
    private double weight;

    /** Makes one that puts the attributes of these numbers into the columns of a block; the number behind the last attribute is the weight. */
    RowParser(List<Attribute> attributes, boolean hasWeights, int[] wanted) {
        this.attributes = List.copyOf(attributes);
        this.hasWeights = hasWeights;
        this.wanted = wanted.clone();
        this.numbers = new double[attributes.size()];
        this.texts = new String[attributes.size()];
        this.isGiven = new boolean[attributes.size()];
        for (Attribute attribute : attributes) {
            dates.add(attribute.kind() == Attribute.Kind.DATE ? Optional.of(date(attribute)) : Optional.empty());
        }
    }

    private static SimpleDateFormat date(Attribute attribute) {
        SimpleDateFormat format = new SimpleDateFormat(attribute.pattern(), Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        format.setLenient(false);
        return format;
    }

    @Override
    public void read(String line, Block block) throws BadRow {
        Words words = new Words(line);
        if (words.isAtEnd()) {
            return;
        }
        if (words.take('{')) {
            sparse(words);
        } else {
            dense(words);
        }
        weight = weight(words);
        for (int c = 0; c < wanted.length; c++) {
            int attribute = wanted[c];
            if (attribute == attributes.size()) {
                block.set(c, weight);
            } else if (attributes.get(attribute).isText()) {
                block.set(c, texts[attribute]);
            } else {
                block.set(c, numbers[attribute]);
            }
        }
        block.endRow();
    }

    private void dense(Words words) throws BadRow {
        int n = 0;
        boolean isOver = false;
        while (!isOver) {
            Token value = words.next();
            if (n == attributes.size()) {
                throw new BadRow("the row has more than " + n + " values; quote those that hold blanks or commas");
            }
            set(n++, value);
            boolean hasComma = words.take(',');
            isOver = words.isAtEnd() || n == attributes.size() && words.isNext('{');
            if (isOver && hasComma && !words.isNext('{')) {
                throw new BadRow("the row ends in a comma");
            }
        }
        if (n < attributes.size()) {
            throw new BadRow("the row has " + n + " values, expected " + attributes.size());
        }
    }

    private void sparse(Words words) throws BadRow {
        Arrays.fill(isGiven, false);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 0;
            texts[i] = attributes.get(i).sparseText();
        }
        while (!words.take('}')) {
            int attribute = number(words.next().text());
            if (isGiven[attribute]) {
                throw new BadRow("the row has two values of attribute " + attribute);
            }
            isGiven[attribute] = true;
            set(attribute, words.next());
            words.take(',');
        }
        words.take(',');
    }

    private int number(String text) throws BadRow {
        boolean isNumber = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || Integer.parseInt(text) >= attributes.size()) {
            throw new BadRow("'" + Reals.shortened(text) + "' is no number of an attribute: there are 0 to "
                    + (attributes.size() - 1));
        }
        return Integer.parseInt(text);
    }

    /** Returns the weight behind a row; 1 if there is none. */
    private double weight(Words words) throws BadRow {
        if (words.isAtEnd()) {
            return 1;
        }
        words.need('{');
        String text = words.next().text();
        words.need('}');
        if (!words.isAtEnd()) {
            throw new BadRow("something stands behind the weight of the row");
        }
        if (!hasWeights) {
            throw new BadRow("the row has a weight, but the first row has none; give that one the weight {1}");
        }
        return Reals.parse(text, 0, text.length());
    }

    private void set(int at, Token value) throws BadRow {
        Attribute attribute = attributes.get(at);
        if (value.isMissing()) {
            numbers[at] = Double.NaN;
            texts[at] = "";
            return;
        }
        String text = value.text();
        switch (attribute.kind()) {
            case NUMERIC -> numbers[at] = Reals.parse(text, 0, text.length());
            case DATE -> numbers[at] = time(attribute, dates.get(at).orElseThrow(), text);
            case NOMINAL -> {
                if (!attribute.words().contains(text)) {
                    throw new BadRow("'" + Reals.shortened(text) + "' is no value of '" + attribute.name() + "'"
                            + among(attribute));
                }
                texts[at] = text;
            }
            case STRING -> texts[at] = text;
            case RELATIONAL -> {}
        }
    }

    private static String among(Attribute attribute) {
        return attribute.words().size() <= MANY_WORDS ? ", which has " + String.join(", ", attribute.words()) : "";
    }

    private static double time(Attribute attribute, SimpleDateFormat format, String text) throws BadRow {
        ParsePosition end = new ParsePosition(0);
        Date date = format.parse(text, end);
        if (date == null || end.getIndex() < text.length()) {
            throw new BadRow("'" + Reals.shortened(text) + "' is no date of the form " + attribute.pattern());
        }
        return date.toInstant().toEpochMilli();
    }
}
