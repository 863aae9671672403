package hep.winnow.neural.layer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads layers from what {@link Layer#text} tells, as models keep them. */
public final class LayerText {
    private static final Pattern CALL = Pattern.compile("([a-z_]+)(?:\\((.*)\\))?");

    private LayerText() {}

    /** Returns the layer of that text; throws {@link IllegalArgumentException} for any other. */
    public static Layer parse(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            throw new IllegalArgumentException("no layer '" + text + "'");
        }
        String inside = call.group(2) == null ? "" : call.group(2);
        List<String> arguments = List.of(inside.split(", "));
        return switch (call.group(1)) {
            case "dense" -> new Dense(Integer.parseInt(arguments.get(0)), activation(arguments.get(1)));
            case "convolution" ->
                new Convolution(
                        Integer.parseInt(arguments.get(0)),
                        window(arguments.subList(1, 4)),
                        activation(arguments.get(4)));
            case "max_pool" -> new MaxPool(window(arguments));
            case "average_pool" -> new AveragePool(window(arguments));
            case "flatten" -> new Flatten();
            case "divide" -> new Divide(Double.parseDouble(arguments.get(0)));
            case "dropout" -> new Dropout(Double.parseDouble(arguments.get(0)));
            case "noise" -> new GaussianNoise(Double.parseDouble(arguments.get(0)));
            case "batch_norm" -> new BatchNorm(activation(arguments.get(0)));
            case "maxout" -> new Maxout(Integer.parseInt(arguments.get(0)));
            case "softmax" -> new Softmax();
            default -> throw new IllegalArgumentException("no layer '" + text + "'");
        };
    }

    private static Activation activation(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            throw new IllegalArgumentException("no activation '" + text + "'");
        }
        return Activation.of(call.group(1), call.group(2) == null ? 0 : Double.parseDouble(call.group(2)));
    }

    private static Window window(List<String> words) {
        String[] size = words.get(0).split("x", -1);
        int stride = Integer.parseInt(words.get(1).substring("stride ".length()));
        Padding padding = Padding.valueOf(words.get(2).toUpperCase(Locale.ROOT));
        return new Window(Integer.parseInt(size[0]), Integer.parseInt(size[1]), stride, padding);
    }
}
