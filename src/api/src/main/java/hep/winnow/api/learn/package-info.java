/** Learning: what a learner is handed, what it hands back, and how a model is kept. */
@NullMarked
package hep.winnow.api.learn;

import org.jspecify.annotations.NullMarked;
