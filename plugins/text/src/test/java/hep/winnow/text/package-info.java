/** Tests of tables as text. */
@NullMarked
package hep.winnow.text;

import org.jspecify.annotations.NullMarked;
