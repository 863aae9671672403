package hep.winnow.app.shell;

/**
 * Colours texts, or leaves them as they are.
 *
 * @param isOn whether to colour
 */
public record Paint(boolean isOn) {
    /** Returns what names a thing. */
    public String bold(String text) {
        return code("1", text);
    }

    /** Returns what may be passed over. */
    public String dim(String text) {
        return code("2", text);
    }

    /** Returns what went wrong. */
    public String red(String text) {
        return code("1;31", text);
    }

    /** Returns what went well. */
    public String green(String text) {
        return code("32", text);
    }

    /** Returns what should be looked at. */
    public String yellow(String text) {
        return code("1;33", text);
    }

    /** Returns what leads on. */
    public String cyan(String text) {
        return code("36", text);
    }

    private String code(String code, String text) {
        return isOn && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
