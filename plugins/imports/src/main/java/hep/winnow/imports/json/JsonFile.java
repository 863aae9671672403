package hep.winnow.imports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON. How deep values nest and how long texts are is limited by the parser; a name that stands twice is an error, NaN is none. */
public final class JsonFile {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private JsonFile() {}

    /** Returns the value of a whole file. */
    public static JsonValue parse(byte[] file) {
        try (JsonParser in = FACTORY.createParser(file)) {
            return whole(in);
        } catch (IOException e) {
            throw unread(e);
        }
    }

    /** Returns the value of a text. */
    public static JsonValue parse(String text) {
        try (JsonParser in = FACTORY.createParser(text)) {
            return whole(in);
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private static UserError unread(IOException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return UserError.data("it is no whole JSON: " + message, "copy the file again");
    }

    private static JsonValue whole(JsonParser in) throws IOException {
        Object value = read(in, in.nextToken());
        if (in.nextToken() != null) {
            throw new IOException("something stands behind its end");
        }
        return new JsonValue("", value);
    }

    private static Object read(JsonParser in, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("it is empty, or ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new JsonNumber(Double.parseDouble(in.getText()), Float.parseFloat(in.getText()));
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Optional.empty();
            default -> throw new IOException("expected a value, found " + token);
        };
    }

    private static Map<String, Object> object(JsonParser in) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            map.put(name, read(in, in.nextToken()));
        }
        return map;
    }

    private static Object array(JsonParser in) throws IOException {
        JsonToken token = in.nextToken();
        if (token == null || !token.isNumeric()) {
            return list(in, token, new ArrayList<>());
        }
        Numbers numbers = new Numbers();
        for (; token != null && token.isNumeric(); token = in.nextToken()) {
            numbers.add(Double.parseDouble(in.getText()), Float.parseFloat(in.getText()));
        }
        if (token == JsonToken.END_ARRAY) {
            return numbers;
        }
        List<Object> mixed = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            mixed.add(new JsonNumber(numbers.wide(i), numbers.narrow(i)));
        }
        return list(in, token, mixed);
    }

    private static List<Object> list(JsonParser in, @Nullable JsonToken first, List<Object> list) throws IOException {
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = in.nextToken()) {
            list.add(read(in, token));
        }
        return list;
    }
}
