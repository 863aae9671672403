/** One macro over many files: jobs in processes of their own, a journal of them, and the merged result. */
@NullMarked
package hep.winnow.app.batch;

import org.jspecify.annotations.NullMarked;
