package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KernelsTest {
    @Test
    void aWishForPlainLoopsIsGranted() {
        Twins twins = Twins.find("scalar");
        assertThat(twins.describe()).isEqualTo("plain loops, as -Dwinnow.kernels=scalar asks");
        assertThat(twins.products()).isInstanceOf(ScalarProducts.class);
        assertThat(twins.set(Part.FUNCTIONS).functions()).isInstanceOf(ScalarFunctions.class);
    }

    @Test
    void aWishForVectorsIsGrantedAtOnce() {
        Twins twins = Twins.find("vector");
        assertThat(twins.describe()).matches("vectors of \\d+ floats");
        assertThat(twins.products()).isInstanceOf(VectorProducts.class);
        assertThat(twins.set(Part.FUNCTIONS).functions()).isInstanceOf(VectorFunctions.class);
    }

    @Test
    @Timeout(120)
    void warmVectorsTakeTheWorkOver() throws InterruptedException {
        Twins twins = Twins.find("");
        Products products = twins.products();
        FloatMatrix x = new FloatMatrix(20, 20);
        FloatMatrix out = new FloatMatrix(20, 20);
        int tiles = VectorProducts.parts(20, 20);
        x.row(3)[4] = 2;
        products.forward(x, 20, x, new float[20], out);
        while (!twins.isReady(tiles) && twins.describe().startsWith("vectors")) {
            Thread.sleep(10);
        }
        x.row(4)[4] = 3;
        products.forward(x, 20, x, new float[20], out);
        assertThat(out.row(3)[4]).isEqualTo(6);
        assertThat(twins.set(Part.ADAM).descent()).isInstanceOf(ScalarDescent.class);
        while (twins.set(Part.ADAM).descent() instanceof ScalarDescent) {
            Thread.sleep(10);
        }
    }

    @Test
    void vectorsThatAreSlowerThanLoopsGiveTheWorkBack() {
        Twins twins = Twins.find("");
        int tiles = VectorProducts.parts(20, 20);
        for (Part part : Part.values()) {
            twins.begin(part);
        }
        twins.plainRate(1e9);
        SwitchingProducts products = new SwitchingProducts(twins, Products.scalar(), Products.scalar());
        FloatMatrix x = new FloatMatrix(20, 20);
        for (int i = 0; i < 64 * 23; i++) {
            products.weightGradient(x, x, 20, new FloatMatrix(20, 20));
        }
        assertThat(twins.isReady(tiles)).isTrue();
        for (int i = 0; i < 64; i++) {
            products.forward(x, 20, x, new float[20], new FloatMatrix(20, 20));
        }
        assertThat(twins.isReady(tiles)).isFalse();
        assertThat(twins.describe()).startsWith("plain loops (vectors are slower here");
    }

    @Test
    void aProductNeedsTheTilesOfItsWidthAlone() {
        assertThat(VectorProducts.parts(128, 1)).isEqualTo(Part.NONE);
        assertThat(VectorProducts.parts(1, 64) & Part.ROW.bit()).isNotZero();
        assertThat(VectorProducts.parts(128, 64) & Part.ROW.bit()).isZero();
        assertThat(Integer.bitCount(VectorProducts.parts(128, 64))).isEqualTo(1);
    }
}
