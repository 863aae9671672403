/** What all formats of files keep to. */
@NullMarked
package hep.winnow.acceptance.formats;

import org.jspecify.annotations.NullMarked;
