/** Files on web servers, read in parts. */
@NullMarked
package hep.winnow.core.remote;

import org.jspecify.annotations.NullMarked;
