package planted.semblance.app;

import java.net.http.HttpClient;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.NETWORK_IN_ONE_PACKAGE)
final class AsksTheNetwork {
    static final Class<?> USED = HttpClient.class;
}
