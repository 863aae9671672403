package hep.winnow.aida;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of a file that can be read as a table: a tuple, the bins of a histogram or profile, or a set of points. */
sealed interface AidaTable permits Tuple, Bins, Points {
    /** Greatest number of objects of a file. */
    int MOST = 10_000;

    /** Returns path and name: {@code /tuples/sig}. */
    String name();

    /** Returns its rows. */
    EventSource open(Path file);

    /** Returns the objects of a file, in order. */
    static List<AidaTable> all(Path file) {
        List<AidaTable> tables = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        try (XmlInput xml = XmlInput.open(file)) {
            while (xml.next()) {
                begin(xml, counts, file).ifPresent(tables::add);
                if (tables.size() > MOST) {
                    throw UserError.data(file + " has more than " + MOST + " tuples and histograms", "split the file");
                }
            }
        } catch (IOException e) {
            throw UserError.data(file + " cannot be closed: " + e.getMessage(), "")
                    .because(e);
        }
        return tables;
    }

    /** Reads what an object says of itself, if one begins here. */
    private static Optional<AidaTable> begin(XmlInput xml, Map<String, Integer> counts, Path file) {
        Optional<String> element = xml.element();
        if (element.isEmpty() || !isTable(element.get())) {
            return Optional.empty();
        }
        int index = counts.merge(element.get(), 1, Integer::sum) - 1;
        String name = path(xml);
        if (element.get().equals(Tuple.ELEMENT)) {
            return Optional.of(Tuple.read(xml, name, index, file));
        }
        return Optional.of(
                element.get().equals(Points.ELEMENT)
                        ? Points.read(xml, name, index)
                        : Bins.read(xml, element.get(), name, index, file));
    }

    private static boolean isTable(String element) {
        return element.equals(Tuple.ELEMENT) || element.equals(Points.ELEMENT) || Bins.ELEMENTS.contains(element);
    }

    private static String path(XmlInput xml) {
        String path = xml.attribute("path").orElse("/").replaceAll("/+$", "");
        return path + "/" + xml.attribute("name").orElse("");
    }

    /** Returns one object; no name is needed if there is one only. */
    static AidaTable find(Path file, Optional<String> wanted) {
        List<AidaTable> tables = all(file);
        String names = "there are \""
                + String.join("\", \"", tables.stream().map(AidaTable::name).toList()) + "\"";
        if (wanted.isPresent()) {
            return tables.stream()
                    .filter(t -> t.name().equals(wanted.get()) || t.name().equals("/" + wanted.get()))
                    .findFirst()
                    .orElseThrow(() -> UserError.data(
                            file + " has no tuple, histogram or set of points \"" + wanted.get() + "\"", names));
        }
        if (tables.size() != 1) {
            throw UserError.data(
                    file + " holds "
                            + (tables.isEmpty()
                                    ? "no tuple, histogram or set of points"
                                    : tables.size() + " tuples, histograms and sets of points"),
                    tables.isEmpty() ? "clouds and functions are not read" : "say which: table=…; " + names);
        }
        return tables.get(0);
    }
}
