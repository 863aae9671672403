/** Winnow as a script engine of the JDK (JSR 223), for hosts such as Jas4pp, Groovy and Jython. */
@NullMarked
package hep.winnow.core.script;

import org.jspecify.annotations.NullMarked;
