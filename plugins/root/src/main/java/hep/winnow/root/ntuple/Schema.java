package hep.winnow.root.ntuple;

import java.util.ArrayList;
import java.util.List;

/**
 * What an event holds and how it is stored: from the header, and what the footer adds to it.
 *
 * @param fields by their numbers; a field comes behind the one that it is part of
 * @param columns by their numbers
 * @param aliases columns that show the elements of others
 */
record Schema(List<Field> fields, List<Stored> columns, List<Alias> aliases) {
    /**
     * Shows the elements of a column in another field.
     *
     * @param column that has the elements
     * @param field that shows them
     */
    record Alias(int column, int field) {}

    Schema() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Reads more of it. */
    void add(Words in) {
        Words list = in.list();
        for (int i = 0; i < list.items(); i++) {
            fields.add(Field.read(list.record(), fields.size()));
        }
        list = in.list();
        for (int i = 0; i < list.items(); i++) {
            columns.add(Stored.read(list.record(), fields.size()));
        }
        list = in.list();
        for (int i = 0; i < list.items(); i++) {
            Words alias = list.record();
            aliases.add(new Alias(alias.index(columns.size(), "column"), alias.index(fields.size(), "field")));
        }
        // What is streamed as objects is not read: neither is what is told of its classes.
        in.list();
    }
}
