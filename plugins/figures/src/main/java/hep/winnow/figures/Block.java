package hep.winnow.figures;

/** A block of text that can stand in any free place of a panel. */
interface Block {
    double width();

    double height();

    /** Draws it with its upper left corner at (x, y). */
    void paint(Canvas canvas, double x, double y);
}
