/** Numbers, tables, JSON and files as text: the same on every JDK, in every country and on every system. */
@NullMarked
package hep.winnow.core.text;

import org.jspecify.annotations.NullMarked;
