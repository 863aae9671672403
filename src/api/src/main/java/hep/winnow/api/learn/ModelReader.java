package hep.winnow.api.learn;

/** Makes models from what was kept of them. */
public interface ModelReader {
    /** Returns the learner whose models it reads, as in {@link ModelState#learner()}. */
    String learner();

    /** Returns the model; it scores with the same bits as the one that was kept. */
    Model read(ModelState state);
}
