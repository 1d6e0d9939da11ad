package planted.semblance.indexer.unmarked;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.PACKAGES_ARE_NULL_MARKED)
final class ForgetsNull {
}
