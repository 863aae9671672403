/** The macro language: text to tree, and messages that point into the text. Nothing here knows a verb. */
@NullMarked
package hep.winnow.core.lang;

import org.jspecify.annotations.NullMarked;
