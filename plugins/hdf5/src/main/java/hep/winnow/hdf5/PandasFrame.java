package hep.winnow.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.CompoundDataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Frames as {@code DataFrame.to_hdf} writes them. The fixed format keeps the columns of one type together in an array, {@code block0_values}, with their names in {@code block0_items}; the table
 * format has records, whose fields of several elements are columns of one type, too. The index of the frame is the column {@code index}.
 */
final class PandasFrame {
    private static final int MAX_BLOCKS = 1 << 12;
    private static final int MAX_NAMES = 1 << 17;

    /** A string or a whole number in a list of protocol 0 of pickle: {@code Vpt} and {@code I5}, each on a line, perhaps behind marks. */
    private static final Pattern PICKLED = Pattern.compile("(?m)^[(a]*[VI](.*)$");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private PandasFrame() {}

    /** Returns a frame in the fixed format. */
    static Table fixed(String name, Map<String, Node> children) {
        long rows = children.get("axis1") instanceof Dataset axis && axis.getDimensions().length == 1
                ? axis.getDimensions()[0]
                : 0;
        TableMaker maker = new TableMaker(name, rows);
        if (children.get("axis1") instanceof Dataset index) {
            maker.add("index", index, List.of());
        }
        for (int i = 0; i < MAX_BLOCKS && children.get("block" + i + "_values") instanceof Dataset values; i++) {
            List<String> names = items(children.get("block" + i + "_items"));
            if (values.getDimensions().length == 2) {
                maker.add(values.getName(), values, names);
            } else {
                names.forEach(column -> maker.refuse(
                        column, values, "it holds Python objects (pickles): save the frame with format=\"table\""));
            }
        }
        maker.sortAs(items(children.get("axis0")));
        return maker.table();
    }

    private static List<String> items(@org.jspecify.annotations.Nullable Node node) {
        if (!(node instanceof Dataset items)
                || items.getDimensions().length != 1
                || items.getDimensions()[0] > MAX_NAMES) {
            return List.of();
        }
        Object data = items.getData();
        if (data instanceof String[] texts) {
            return Arrays.asList(texts);
        }
        return data instanceof long[] numbers
                ? Arrays.stream(numbers).mapToObj(Long::toString).toList()
                : List.of();
    }

    /** Returns a frame in the table format. */
    static Table table(String name, Group group, Dataset records) {
        int[] dimensions = records.getDimensions();
        TableMaker maker = new TableMaker(name, dimensions.length == 0 ? 0 : dimensions[0]);
        if (dimensions.length == 1 && records.getDataType() instanceof CompoundDataType) {
            maker.addFields(
                    records,
                    field -> TableFinder.text(records, field + "_kind")
                            .filter(kind -> kind.startsWith("("))
                            .map(PandasFrame::pickled)
                            .orElse(List.of()));
        } else {
            maker.refuse("table", records, "it is no array of records");
        }
        maker.sortAs(TableFinder.text(group, "non_index_axes")
                .map(PandasFrame::pickled)
                .orElse(List.of()));
        return maker.table();
    }

    /** Returns the strings and whole numbers of a pickled list. */
    static List<String> pickled(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = PICKLED.matcher(text);
        while (matcher.find()) {
            found.add(ESCAPE.matcher(matcher.group(1))
                    .replaceAll(
                            e -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(e.group(1), 16)))));
        }
        return found;
    }
}
