/** The file as ROOT lays it out: header, folders, keys, packed blocks. */
@NullMarked
package hep.winnow.root.file;

import org.jspecify.annotations.NullMarked;
