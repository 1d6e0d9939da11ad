package planted.semblance.indexer;

import org.apache.lucene.index.IndexWriter;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.LUCENE_IN_ONE_PACKAGE)
final class UsesLucene {
    static final Class<?> USED = IndexWriter.class;
}
