package hep.winnow.core.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Reads the components of records whose schema is known. */
public final class SchemaAccess {
    private SchemaAccess() {}

    /** Returns component {@code i} of a record. */
    public static Object component(Record value, int i) {
        try {
            Method accessor = value.getClass().getRecordComponents()[i].getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot read component " + i + " of " + value.getClass().getName(), e);
        }
    }

    /** Returns the schema of a record class that is no step, such as a choice. */
    public static RecordSchema schema(Class<? extends Record> type) {
        return SchemaReader.read(type);
    }
}
