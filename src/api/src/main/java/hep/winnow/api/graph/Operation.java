package hep.winnow.api.graph;

import java.util.List;

/**
 * What is done to the numbers of one event. An operation has one or more arguments, each a row of numbers, and makes a row of numbers. Arrays are handed over for reading only.
 */
public sealed interface Operation {
    /**
     * Returns how many numbers it makes.
     *
     * @param widths how many numbers each argument has
     * @throws IllegalArgumentException if arguments of these widths do not fit
     */
    int width(List<Integer> widths);

    /** Where numbers come in; it has no arguments. */
    record Input(int width) implements Operation {
        @Override
        public int width(List<Integer> widths) {
            Fit.arguments("an input", widths, 0);
            return width;
        }
    }

    /** The same numbers in the precision of its node. */
    record Convert() implements Operation {
        @Override
        public int width(List<Integer> widths) {
            return Fit.one("a conversion", widths);
        }
    }

    /**
     * Number j is bias_j + Σ_k x_k · weights_kj.
     *
     * @param inputs numbers of the argument
     * @param outputs how many it makes
     * @param weights inputs x outputs, row by row
     * @param bias one per output
     */
    record Dense(int inputs, int outputs, double[] weights, double[] bias) implements Operation {
        public Dense {
            Fit.length("weights", weights.length, (long) inputs * outputs);
            Fit.length("bias", bias.length, outputs);
        }

        @Override
        public int width(List<Integer> widths) {
            Fit.width("a dense layer", widths, inputs);
            return outputs;
        }
    }

    /**
     * Number f of a place is bias_f + Σ over the window of pixel · weight, a cross-correlation; padding counts as 0.
     *
     * @param image shape of the argument
     * @param window what each filter sees
     * @param filters channels of what it makes
     * @param weights of number (y, x, c) of the window for filter f at ((y · width + x) · channels + c) · filters + f
     * @param bias one per filter
     */
    record Convolution(Image image, Window window, int filters, double[] weights, double[] bias) implements Operation {
        public Convolution {
            Fit.length("weights", weights.length, (long) window.height() * window.width() * image.channels() * filters);
            Fit.length("bias", bias.length, filters);
        }

        @Override
        public int width(List<Integer> widths) {
            Fit.width("a convolution", widths, image.size());
            return window.rows() * window.columns() * filters;
        }
    }

    /**
     * The greatest number or the mean of a window, for each channel; padding does not count.
     *
     * @param image shape of the argument
     * @param window where it looks
     * @param isMaximum whether it is the greatest, else the mean
     */
    record Pool(Image image, Window window, boolean isMaximum) implements Operation {
        @Override
        public int width(List<Integer> widths) {
            Fit.width("a pool", widths, image.size());
            return window.rows() * window.columns() * image.channels();
        }
    }

    /** A function of each number. */
    record Apply(Function function, double parameter) implements Operation {
        @Override
        public int width(List<Integer> widths) {
            return Fit.one("a function", widths);
        }
    }

    /**
     * Number j becomes (x_j − subtract_i) · multiply_i + add_i with i the remainder of j by their length.
     *
     * @param subtract as many as the others; their number divides that of the argument's numbers
     * @param multiply factors
     * @param add what comes last
     */
    record Scale(double[] subtract, double[] multiply, double[] add) implements Operation {
        public Scale {
            Fit.length("multiply", multiply.length, subtract.length);
            Fit.length("add", add.length, subtract.length);
        }

        /** Returns one that multiplies, then adds, the same for all numbers. */
        public static Scale of(double multiply, double add) {
            return new Scale(new double[1], new double[] {multiply}, new double[] {add});
        }

        @Override
        public int width(List<Integer> widths) {
            return Fit.groups("a scale", widths, subtract.length);
        }
    }

    /** e^x_j / Σ e^x_k over each {@code group} of numbers that follow each other. */
    record Softmax(int group) implements Operation {
        @Override
        public int width(List<Integer> widths) {
            return Fit.groups("a softmax", widths, group);
        }
    }

    /**
     * In each group of numbers that follow each other, number j is the greatest of j, j + n, …, j + (pieces − 1)·n, with n = group / pieces.
     *
     * @param group numbers of a group, a multiple of the pieces
     * @param pieces of which one is taken
     */
    record Maxout(int group, int pieces) implements Operation {
        public Maxout {
            if (pieces < 1 || group % pieces != 0) {
                throw new IllegalArgumentException("maxout of " + pieces + " pieces cannot have groups of " + group);
            }
        }

        @Override
        public int width(List<Integer> widths) {
            return Fit.groups("maxout", widths, group) / pieces;
        }
    }

    /** The numbers in rising order. */
    record Sort() implements Operation {
        @Override
        public int width(List<Integer> widths) {
            return Fit.one("a sort", widths);
        }
    }

    /** Some of the numbers, by their index from 0. */
    record Select(int[] columns) implements Operation {
        @Override
        public int width(List<Integer> widths) {
            int width = Fit.one("a selection", widths);
            for (int column : columns) {
                if (column < 0 || column >= width) {
                    throw new IllegalArgumentException("there is no number " + column + " among " + width);
                }
            }
            return columns.length;
        }
    }

    /** The numbers of all arguments, one after the other. */
    record Join() implements Operation {
        @Override
        public int width(List<Integer> widths) {
            return widths.stream().mapToInt(w -> w).sum();
        }
    }

    /** The sum, number by number, of two arguments of the same width. */
    record Add() implements Operation {
        @Override
        public int width(List<Integer> widths) {
            return Fit.two("a sum", widths);
        }
    }

    /** The first argument less the second, number by number. */
    record Subtract() implements Operation {
        @Override
        public int width(List<Integer> widths) {
            return Fit.two("a difference", widths);
        }
    }

    /** The product, number by number, of two arguments of the same width. */
    record Multiply() implements Operation {
        @Override
        public int width(List<Integer> widths) {
            return Fit.two("a product", widths);
        }
    }

    /**
     * A rising function of each number, by straight lines between knots; below the first knot and above the last one the value of that knot.
     *
     * @param from where the knots of each number are, rising; at least one
     * @param to values at the knots
     */
    record Interpolate(double[][] from, double[][] to) implements Operation {
        public Interpolate {
            Fit.length("to", to.length, from.length);
            for (int f = 0; f < from.length; f++) {
                Fit.length("knots of number " + f, to[f].length, from[f].length);
                if (from[f].length == 0) {
                    throw new IllegalArgumentException("number " + f + " has no knot");
                }
            }
        }

        @Override
        public int width(List<Integer> widths) {
            Fit.width("an interpolation", widths, from.length);
            return from.length;
        }
    }

    /**
     * What stands in for a missing number: NaN, or one of its sentinels.
     *
     * @param sentinels numbers that mean that there is none, for each number of the argument; compared in the precision of the node
     * @param fill for each number; NaN if it stays missing
     */
    record Fill(List<double[]> sentinels, double[] fill) implements Operation {
        public Fill {
            sentinels = List.copyOf(sentinels);
            Fit.length("sentinels", sentinels.size(), fill.length);
        }

        @Override
        public int width(List<Integer> widths) {
            Fit.width("a fill", widths, fill.length);
            return fill.length;
        }
    }

    /** The first argument where all numbers of the others are finite, each in the precision of its own node; else NaN throughout. */
    record WhereFinite() implements Operation {
        @Override
        public int width(List<Integer> widths) {
            if (widths.size() < 2) {
                throw new IllegalArgumentException("a guard needs what it guards and what is to be finite");
            }
            return widths.get(0);
        }
    }
}
