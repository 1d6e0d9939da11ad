/// Tags: which labels of a vocabulary a picture shows, with a certainty that keeps its word.
@NullMarked
package semblance.indexer.tag;

import org.jspecify.annotations.NullMarked;
