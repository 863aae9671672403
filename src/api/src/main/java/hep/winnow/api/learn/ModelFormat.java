package hep.winnow.api.learn;

import hep.winnow.api.step.FirstBytes;

/**
 * A format of model files that another program writes: {@code load nn from "x.weights.xml"} then takes such a file. A file is either understood as a whole, so that it scores as the program that wrote it does, or refused;
 * nothing is scored approximately.
 */
public interface ModelFormat {
    /** Returns its name, such as {@code tmva}: lower case, unique among all plugins, and the name of no learner. A model that was saved as {@code *.wnm} is found again by it. */
    String name();

    /** Returns which files it reads, in a few words, such as {@code weight files of TMVA (*.weights.xml)}. */
    String description();

    /** Tells whether a file is of this format, by its bytes; its name proves nothing. Two formats must not claim the same file. */
    boolean recognises(FirstBytes file);

    /**
     * Reads a model. It takes no more time and memory than the size of the file justifies, whatever the file claims.
     *
     * @param file all of its bytes, not to be changed
     * @throws hep.winnow.api.diagnostic.UserError if it is damaged, or holds something that is not understood: what, and where in the file; the framework adds its name
     */
    ForeignModel read(byte[] file);
}
