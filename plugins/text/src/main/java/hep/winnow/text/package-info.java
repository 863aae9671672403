/** Tables as text that say more than CSV does: their columns, or which values are not 0. */
@NullMarked
package hep.winnow.text;

import org.jspecify.annotations.NullMarked;
