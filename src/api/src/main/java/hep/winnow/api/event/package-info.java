/** Events: typed columns in blocks, where they come from, and what a sample says about them. */
@NullMarked
package hep.winnow.api.event;

import org.jspecify.annotations.NullMarked;
