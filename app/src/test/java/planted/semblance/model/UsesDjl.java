package planted.semblance.model;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.DJL_IN_ONE_PACKAGE)
final class UsesDjl {
    static final Class<?> USED = HuggingFaceTokenizer.class;
}
