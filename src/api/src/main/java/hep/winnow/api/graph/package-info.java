/** What a model computes, operation by operation, for whoever writes models down in another form: exporters and code generators. */
@NullMarked
package hep.winnow.api.graph;

import org.jspecify.annotations.NullMarked;
