/** All that a plugin or a host may see of Winnow. It depends on nothing but the JDK; what stands here is kept. */
@NullMarked
package hep.winnow.api;

import org.jspecify.annotations.NullMarked;
