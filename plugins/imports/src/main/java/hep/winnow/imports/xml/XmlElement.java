package hep.winnow.imports.xml;

import hep.winnow.api.diagnostic.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of an XML file, with all that is in it. What is asked of it and not there, or no number, is an error that names its place. */
public final class XmlElement {
    private static final double HALF_BEYOND_LONG = 0x1p62;

    private final String name;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name, int line) {
        this.name = name;
        this.line = line;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(String more) {
        text.append(more);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the text that stands in it. */
    public String text() {
        return text.toString().strip();
    }

    /** Returns an error that names this place. */
    public UserError error(String message, String help) {
        return UserError.data("line " + line + ", <" + name + ">: " + message, help);
    }

    /** Returns all elements in it. */
    public List<XmlElement> children() {
        return Collections.unmodifiableList(children);
    }

    /** Returns the elements of that name in it. */
    public List<XmlElement> children(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    /** Returns the only element of that name, if there is one. */
    public Optional<XmlElement> childIfAny(String child) {
        List<XmlElement> all = children(child);
        if (all.size() > 1) {
            throw all.get(1).error("it stands twice", "the file is damaged, or not of this format");
        }
        return all.stream().findFirst();
    }

    /** Returns the only element of that name. */
    public XmlElement child(String child) {
        return childIfAny(child)
                .orElseThrow(() -> error("it has no <" + child + ">", "the file is damaged, or not of this format"));
    }

    /** Tells whether it has an attribute. */
    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** Returns an attribute; empty if it is not there. */
    public Optional<String> attributeIfAny(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** Returns an attribute. */
    public String attribute(String attribute) {
        String value = attributes.get(attribute);
        if (value == null) {
            throw error("it has no attribute " + attribute, "the file is damaged, or not of this format");
        }
        return value;
    }

    /** Returns an attribute that is a whole number between bounds, both included. */
    public int integer(String attribute, int least, int greatest) {
        String value = attribute(attribute);
        double number = number(attribute, value);
        if (number != Math.rint(number) || Math.abs(number) > HALF_BEYOND_LONG || number < least || number > greatest) {
            throw error(
                    attribute + "=\"" + value + "\", expected a whole number from " + least + " to " + greatest, "");
        }
        return (int) number;
    }

    /** Returns an attribute that is a number, as a double. */
    public double real(String attribute) {
        return number(attribute, attribute(attribute));
    }

    /** Returns an attribute that is a number, rounded once to a float. */
    public float single(String attribute) {
        return single(attribute, attribute(attribute));
    }

    /** Returns the numbers of its text, as doubles; there must be {@code count} of them. */
    public double[] reals(long count) {
        String[] words = words(count);
        double[] out = new double[words.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = number("number " + (i + 1), words[i]);
        }
        return out;
    }

    /** Returns the numbers of its text, each rounded once to a float; there must be {@code count} of them. */
    public float[] singles(long count) {
        String[] words = words(count);
        float[] out = new float[words.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = single("number " + (i + 1), words[i]);
        }
        return out;
    }

    private String[] words(long count) {
        String own = text();
        String[] words = own.isEmpty() ? new String[0] : own.split("\\s+", -1);
        if (words.length != count) {
            throw error("it holds " + words.length + " numbers, expected " + count, "the file is damaged");
        }
        return words;
    }

    private double number(String what, String text) {
        double value = isNumber(text) ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw error(what + " is \"" + text + "\", expected a finite number", "");
        }
        return value;
    }

    private float single(String what, String text) {
        float value = isNumber(text) ? Float.parseFloat(text) : Float.NaN;
        if (!Float.isFinite(value)) {
            throw error(what + " is \"" + text + "\", expected a number that a float can hold", "");
        }
        return value;
    }

    /** Java takes more for a number than C++ does, such as {@code 1d} and {@code NaN}. */
    private static boolean isNumber(String text) {
        return text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    }
}
