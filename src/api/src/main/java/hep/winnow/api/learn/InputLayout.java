package hep.winnow.api.learn;

/** How a file asks for the inputs of its model. */
public enum InputLayout {
    /** One by one, each by its name: they cannot be mistaken for each other. */
    COLUMNS,
    /** All in one matrix, events x inputs, in the order that the file tells. */
    MATRIX
}
