/** Plugins: found in folders and on the class path, loaded apart from each other, and left out with a reason where they are broken. */
@NullMarked
package hep.winnow.core.plugin;

import org.jspecify.annotations.NullMarked;
