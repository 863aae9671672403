package hep.winnow.core.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.Separators;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.run.Facts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Writes and reads JSON. What is written has the same bytes everywhere: keys in their order, two blanks of indent, {@code \n} as line end, arrays of plain
 * values on one line, doubles by {@link Numbers#json(double)}.
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private Json() {}

    /** Returns facts as a JSON object, with a line end behind it. */
    public static String write(Facts facts) {
        return writeValue(facts);
    }

    /**
     * Returns a value as JSON, with a line end behind it: facts, maps with string keys, lists, strings, booleans, whole numbers, doubles, floats, and {@code Optional.empty()} for null.
     * NaN and infinities are null.
     */
    public static String writeValue(Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.setPrettyPrinter(printer());
            new JsonWriter(generator).write(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a string could not be written to", e);
        }
        return out.append("\n").toString();
    }

    /** Returns a value as JSON on one line, without a line end; values as for {@link #writeValue}. */
    public static String writeLine(Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            new JsonWriter(generator).write(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a string could not be written to", e);
        }
        return out.toString();
    }

    private static DefaultPrettyPrinter printer() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return printer;
    }

    /**
     * Reads a text that is one JSON value: maps keep the order of their keys, whole numbers are {@code Long}, all others {@code Double}, null is {@code Optional.empty()}.
     *
     * @throws UserError if it is not well formed, has a key twice in one object, or goes on behind its value
     */
    public static Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return JsonReader.readAll(parser);
        } catch (JsonProcessingException e) {
            String reason = String.valueOf(e.getOriginalMessage()).replaceAll(" \\(start marker at .*", "");
            String message = "not well-formed JSON" + place(e) + ": " + reason;
            throw UserError.data(message, "").because(e);
        } catch (IOException e) {
            throw new UncheckedIOException("a string could not be read", e);
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
