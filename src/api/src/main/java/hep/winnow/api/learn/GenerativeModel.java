package hep.winnow.api.learn;

import hep.winnow.api.random.RandomStream;

/** A model that draws events like those that it was trained on: {@code generate fake from g}. Its learner says so in {@link hep.winnow.api.step.TrainStep#isGenerative()}. */
public interface GenerativeModel extends Model {
    /**
     * Draws events. The same stream gives the same bits; the framework asks for blocks of fixed size, each with a stream of its own, on several threads at once.
     *
     * @param random where all randomness comes from
     * @param rows number of events, 0 or more
     * @param out events, row by row ({@code rows x inputs()}), in the state in which {@link Examples} held them, written; the framework undoes scale and transforms
     */
    void generate(RandomStream random, int rows, float[] out);
}
