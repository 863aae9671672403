package hep.winnow.core.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Reads the components of records whose schema is known. */
public final class SchemaAccess {
    /** To look these up takes far longer than to call them. They go with their class. */
    private static final ClassValue<Members> MEMBERS = new ClassValue<>() {
        @Override
        protected Members computeValue(Class<?> type) {
            return Members.of(type);
        }
    };

    private record Members(List<Method> accessors, Constructor<?> constructor) {
        static Members of(Class<?> type) {
            List<Method> accessors = new ArrayList<>();
            List<Class<?>> types = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                accessors.add(accessor);
                types.add(component.getType());
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Members(List.copyOf(accessors), constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record without its constructor: " + type.getName(), e);
            }
        }
    }

    private SchemaAccess() {}

    /** Returns how many components a record has. */
    public static int size(Record value) {
        return MEMBERS.get(value.getClass()).accessors().size();
    }

    /** Returns component {@code i} of a record. */
    public static Object component(Record value, int i) {
        try {
            return MEMBERS.get(value.getClass()).accessors().get(i).invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot read component " + i + " of " + value.getClass().getName(), e);
        }
    }

    /**
     * Makes a record of its components.
     *
     * @throws InvocationTargetException if its constructor refuses them
     * @throws ReflectiveOperationException if it cannot be called
     */
    public static <T extends Record> T make(Class<T> type, List<Object> components)
            throws ReflectiveOperationException {
        return type.cast(MEMBERS.get(type).constructor().newInstance(components.toArray()));
    }

    /** Returns the schema of a record class that is no step, such as a choice. */
    public static RecordSchema schema(Class<? extends Record> type) {
        return SchemaReader.read(type);
    }
}
