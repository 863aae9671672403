package hep.winnow.columnar.arrow;

import java.util.List;
import java.util.Map;

/**
 * What a file holds.
 *
 * @param leaves columns
 * @param dictionaries what the words of each dictionary are
 * @param tops numbers of the lengths of the outermost fields, each the number of events of a batch
 */
record Schema(List<Leaf> leaves, Map<Long, Value> dictionaries, List<Integer> tops) {
    Schema {
        leaves = List.copyOf(leaves);
        dictionaries = Map.copyOf(dictionaries);
        tops = List.copyOf(tops);
    }
}
