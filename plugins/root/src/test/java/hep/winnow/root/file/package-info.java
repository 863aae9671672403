/** Tests of file of ROOT files. */
@NullMarked
package hep.winnow.root.file;

import org.jspecify.annotations.NullMarked;
