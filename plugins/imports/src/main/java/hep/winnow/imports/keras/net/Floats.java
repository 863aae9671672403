package hep.winnow.imports.keras.net;

import hep.winnow.kernels.FloatMatrix;

/** Numbers as floats. */
final class Floats {
    private Floats() {}

    /** Returns numbers, row by row, as a matrix. */
    static FloatMatrix matrix(double[] numbers, int rows, int columns) {
        FloatMatrix matrix = new FloatMatrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            float[] row = matrix.row(i);
            for (int j = 0; j < columns; j++) {
                row[j] = (float) numbers[i * columns + j];
            }
        }
        return matrix;
    }
}
