package hep.winnow.npy;

import hep.winnow.api.event.Column;

/** Columns that have as many elements in each row: one, or lists of one length. */
final class FlatShaper implements Shaper {
    private final Part part;
    private final Lane lane;

    FlatShaper(Part part, Lane lane) {
        this.part = part;
        this.lane = lane;
    }

    @Override
    public Column column(int n) {
        Field field = part.field();
        int elements = field.elements();
        ElementType type = field.type();
        String where = "'" + field.name() + "' of " + lane.where();
        if (field.dimensions().isEmpty()) {
            return Elements.column(type, lane.rows(type.order()), field.offset(), lane.stride(), n, where);
        }
        java.nio.ByteBuffer rows = lane.rows(type.order());
        java.nio.ByteBuffer packed =
                java.nio.ByteBuffer.allocate(n * elements * type.bytes()).order(type.order());
        for (int i = 0; i < n; i++) {
            packed.put(i * elements * type.bytes(), rows, field.offset() + i * lane.stride(), elements * type.bytes());
        }
        return Column.Lists.ofShape(
                Elements.column(type, packed, 0, type.bytes(), n * elements, where), field.dimensions(), n);
    }
}
