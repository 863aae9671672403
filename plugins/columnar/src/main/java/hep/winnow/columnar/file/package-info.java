/** What all formats of this plugin need of a file. */
@NullMarked
package hep.winnow.columnar.file;

import org.jspecify.annotations.NullMarked;
