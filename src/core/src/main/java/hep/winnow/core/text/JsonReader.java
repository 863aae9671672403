package hep.winnow.core.text;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one value, and those in it. How deep they may nest is limited by the parser. */
final class JsonReader {
    private JsonReader() {}

    static Object readAll(JsonParser in) throws IOException {
        Object value = read(in, in.nextToken());
        if (in.nextToken() != null) {
            throw new JsonParseException(in, "something stands behind the value");
        }
        return value;
    }

    private static Object read(JsonParser in, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new JsonParseException(in, "the text is empty or ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> whole(in);
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Optional.empty();
            default -> throw new JsonParseException(in, "expected a value, found " + token);
        };
    }

    /** Whole numbers beyond a long are doubles. */
    private static Object whole(JsonParser in) throws IOException {
        return in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Object) in.getDoubleValue()
                : (Object) in.getLongValue();
    }

    private static Map<String, Object> object(JsonParser in) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            map.put(name, read(in, in.nextToken()));
        }
        return map;
    }

    private static List<Object> array(JsonParser in) throws IOException {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            list.add(read(in, token));
        }
        return list;
    }
}
