package hep.winnow.images.png;

/** What a pixel has. */
public enum Channels {
    /** One value: its brightness. */
    GREY,
    /** Red, green and blue. */
    RGB;

    /** Returns the number of values of a pixel. */
    int count() {
        return this == GREY ? 1 : 3;
    }
}
