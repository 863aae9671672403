/** The command that tells of plugins. */
@NullMarked
package hep.winnow.app.plugin;

import org.jspecify.annotations.NullMarked;
