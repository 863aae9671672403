/** PNG: one file an image, and the folder that it lies in for its label. */
@NullMarked
package hep.winnow.images.png;

import org.jspecify.annotations.NullMarked;
