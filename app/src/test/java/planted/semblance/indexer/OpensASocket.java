package planted.semblance.indexer;

import java.net.Socket;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.NETWORK_IN_ONE_PACKAGE)
final class OpensASocket {
    static final Class<?> USED = Socket.class;
}
