package hep.winnow.core.text;

import com.fasterxml.jackson.core.JsonGenerator;
import hep.winnow.api.run.Facts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one value, and those in it. */
final class JsonWriter {
    private final JsonGenerator out;

    JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    void write(Object value) throws IOException {
        if (value instanceof Facts facts) {
            object(facts.values());
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof String string) {
            out.writeString(string);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Number number) {
            out.writeNumber(number(number));
        } else if (value instanceof Optional<?> optional && optional.isEmpty()) {
            out.writeNull();
        } else {
            throw new IllegalArgumentException("no JSON value: " + value + " (" + value.getClass() + ")");
        }
    }

    private void object(Map<?, ?> map) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeFieldName((String) entry.getKey());
            write(entry.getValue());
        }
        out.writeEndObject();
    }

    private void array(List<?> list) throws IOException {
        out.writeStartArray();
        for (Object item : list) {
            write(item);
        }
        out.writeEndArray();
    }

    private static String number(Number number) {
        if (number instanceof Double d) {
            return Numbers.json(d);
        }
        if (number instanceof Float f) {
            return Numbers.json(f);
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return Long.toString(number.longValue());
        }
        throw new IllegalArgumentException("no JSON number: " + number + " (" + number.getClass() + ")");
    }
}
