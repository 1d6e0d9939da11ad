package semblance.model.store.download;

import java.net.URI;
import java.util.Optional;

/// What a user proves to one host with, and shows to no other. Its text is in no message: it has no accessor, and a
/// [#toString] of its own.
final class HubToken {
    private final String token;
    private final URI host;

    /// @param host whose scheme, name and port count
    HubToken(String token, URI host) {
        this.token = token.strip();
        this.host = host;
        if (this.token.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw new DownloadException(ModelHub.TOKEN + " holds characters that no token has. Copy it again from the"
                    + " settings of your account.");
        }
    }

    /// The header for a request.
    ///
    /// @return empty if it goes to another host, or could be read on the way
    Optional<String> authorization(URI request) {
        return !token.isEmpty() && "https".equalsIgnoreCase(request.getScheme())
                && "https".equalsIgnoreCase(host.getScheme()) && host.getHost().equalsIgnoreCase(request.getHost())
                && port(host) == port(request) ? Optional.of("Bearer " + token) : Optional.empty();
    }

    private static int port(URI uri) {
        return uri.getPort() < 0 ? 443 : uri.getPort();
    }

    @Override
    public String toString() {
        return "a token for " + host.getHost();
    }
}
