/** Events from files of images: each image is an event, each pixel a column. */
@NullMarked
package hep.winnow.images;

import org.jspecify.annotations.NullMarked;
