package hep.winnow.neural.layer;

/** What a window does at the edges of an image. */
public enum Padding {
    /** It stays inside: (extent - window)/stride + 1 places, rounded down. */
    VALID,
    /** Zeros are added round the image, one more below and to the right if they are odd in number: extent/stride places, rounded up. */
    SAME
}
