package hep.winnow.toys.collider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class TopPairTest {
    /**
     * The mean of cos θ* of the lepton in the W frame, against the b quark's direction: with fractions of W helicity F0 = 0.69 and FL = 0.31 (tree level) it is
     * (FR - FL)/2 = -0.155, cos θ* counted from the direction opposite to the b.
     */
    @Test
    void polarisesTheWAsTheStandardModelDoes() {
        RandomStream random = new RandomStream(8);
        int n = 20_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            HardEvent hard = TopPair.make(random);
            FourMomentum w = hard.antilepton().plus(hard.neutrino());
            FourMomentum bottom = hard.bottoms().get(0);
            double mass = w.mass();
            double energy = w.dot(hard.antilepton()) / mass;
            double bottomEnergy = w.dot(bottom) / mass;
            double bottomMomentum = Math.sqrt(bottomEnergy * bottomEnergy - bottom.dot(bottom));
            double cosToBottom = (energy * bottomEnergy - hard.antilepton().dot(bottom)) / (energy * bottomMomentum);
            sum -= cosToBottom;
        }

        assertThat(sum / n).isCloseTo(-0.155, within(0.012));
    }
}
