package semblance.model.store.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import semblance.model.card.Source;

/// Where models are published: huggingface.co or a mirror of it. Immutable and thread-safe.
public final class ModelHub {
    /// The variable that names a mirror.
    public static final String ENDPOINT = "HF_ENDPOINT";
    /// The variable with the user's token.
    public static final String TOKEN = "HF_TOKEN";

    private static final String PUBLIC = "https://huggingface.co";
    private static final int LAST_PORT = 65535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI base;
    private final HubToken token;

    private ModelHub(URI base, HubToken token) {
        this.base = base;
        this.token = token;
    }

    /// The hub that a user's environment variables name.
    ///
    /// @throws DownloadException if one of them cannot be used
    public static ModelHub of(Map<String, String> environment) {
        String endpoint = environment.getOrDefault(ENDPOINT, "").strip();
        URI base = base(endpoint.isEmpty() ? PUBLIC : endpoint);
        return new ModelHub(base, new HubToken(environment.getOrDefault(TOKEN, ""), base));
    }

    /// What stands before an `@` may be a password, so a refused address is not repeated.
    private static URI base(String endpoint) {
        URI base;
        try {
            base = new URI(endpoint.replaceAll("/+$", ""));
        } catch (URISyntaxException _) {
            throw refused("is no address of a server");
        }
        if (base.getHost() == null || base.getRawUserInfo() != null || base.getRawQuery() != null
                || base.getRawFragment() != null || base.getPort() > LAST_PORT) {
            throw refused("is no address of a server, without user and password");
        }
        if (!isSafe(base) && !isLoopback(base)) {
            throw refused("does not begin with https://");
        }
        return base;
    }

    private static DownloadException refused(String why) {
        return new DownloadException("The variable " + ENDPOINT + " " + why + ". Set it to an address such as " + PUBLIC
                + ", or remove it.");
    }

    /// The address of a file.
    URI file(Source source, String path) {
        return URI.create(base + "/" + encoded(source.repository()) + "/resolve/" + encoded(source.revision()) + "/"
                + encoded(path));
    }

    /// The page for people.
    URI page(Source source) {
        return URI.create(base + "/" + encoded(source.repository()));
    }

    /// The page for people where no mirror is asked.
    public static URI publicPage(Source source) {
        return of(Map.of()).page(source);
    }

    URI address() {
        return base;
    }

    /// The server's name, for messages.
    String host() {
        return base.getHost();
    }

    Optional<String> authorization(URI request) {
        return token.authorization(request);
    }

    /// Whether a request may go there: encrypted, or to this very machine if the hub itself is there, as in tests.
    boolean allows(URI address) {
        return address.getHost() != null && address.getPort() <= LAST_PORT
                && (isSafe(address) || (isLoopback(address) && isLoopback(base)));
    }

    private static boolean isSafe(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean isLoopback(URI address) {
        return "http".equalsIgnoreCase(address.getScheme())
                && LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    /// A path as it may stand in an address.
    private static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new DownloadException("\"" + path + "\" in the model's card cannot be part of an address.", e);
        }
    }
}
