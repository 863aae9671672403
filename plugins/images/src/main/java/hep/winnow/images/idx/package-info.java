/** IDX, the format of the MNIST digits: one file of images, and one of labels. */
@NullMarked
package hep.winnow.images.idx;

import org.jspecify.annotations.NullMarked;
