package semblance.model.store.download;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.FileSystemException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import semblance.model.card.ModelCard;
import semblance.model.card.Source;

/// What people are told of a file that does not come: which, why, and what to do.
record Wording(ModelCard card, Source source, String path, ModelHub hub) {
    private static final String KEPT = " What has come is kept: the next download goes on from there.";

    DownloadException refused(Answer answer) {
        return failure(switch (answer.status()) {
            case 401 -> hub.authorization(hub.file(source, path)).isPresent()
                    ? hub.host() + " does not accept the token in " + ModelHub.TOKEN
                            + ". Make a new one in the settings of your account there, or remove the variable."
                    : hub.host() + " asks who you are. If the model is open to members only, set " + ModelHub.TOKEN
                            + " to a token of your account there. It may also have been withdrawn: look at "
                            + hub.page(source) + ".";
            case 403 -> hub.host() + " does not let you have it. Its publisher may want consent to its terms: open "
                    + hub.page(source) + " in a browser, accept them, and set " + ModelHub.TOKEN
                    + " to a token of your account.";
            case 404, 410 ->
                hub.host() + " does not have it, or not any more. A newer Semblance may know where it is; or"
                        + " get the model elsewhere and take it in with semblance models import.";
            case 407 ->
                "the proxy of this network wants a password, which Semblance cannot give. Ask for an exception for "
                        + hub.host() + ", or get the model elsewhere and take it in with semblance models import.";
            default -> hub.host() + " refuses it (status " + answer.status() + "). Look at " + hub.page(source)
                    + " in a browser, or try again later.";
        });
    }

    /// @param published null if nobody has said it
    DownloadException otherSize(Answer answer, @Nullable Long published) {
        return failure(answer.isPage()
                ? hub.host()
                        + " sends a web page instead. This network may want you to log in: open any page in a browser,"
                        + " then try again." + KEPT
                : hub.host() + " sends " + answer.size().orElse(0) + " bytes instead of " + published + "."
                        + suspect());
    }

    DownloadException otherBytes(String why) {
        return failure("what came from " + hub.host() + " is not the published file (" + why + "), and was deleted."
                + suspect());
    }

    private static String suspect() {
        return " Something on the way changes files, or the server has another one. Try again later, or in another"
                + " network; if a mirror is set with " + ModelHub.ENDPOINT + ", try without it.";
    }

    /// Said while it waits.
    String waiting(IOException last, Duration wait) {
        return (last instanceof BusyException
                ? last.getMessage()
                : "The connection to " + hub.host() + " fails (" + reason(last) + ")") + ". The next attempt is in "
                + minutes(wait) + ".";
    }

    DownloadException givenUp(IOException last) {
        if (last instanceof BusyException busy) {
            return failure(busy.getMessage() + busy.asked().map(wait -> ". Try again in " + minutes(wait))
                    .orElse(", also after several attempts. Try again later") + "." + KEPT);
        }
        if (isCertificate(last)) {
            return failure("the encrypted connection to " + hub.host() + " cannot be trusted (" + reason(last)
                    + "). Check the date of this machine; if a proxy reads what is sent, add its certificate to those that"
                    + " Java trusts.");
        }
        return failure("the connection to " + hub.host() + " fails, also after several attempts (" + reason(last)
                + "). Check the network; a proxy is set with the variable https_proxy, a mirror with "
                + ModelHub.ENDPOINT + "." + KEPT);
    }

    DownloadException disk(IOException failure) {
        return new DownloadException(start() + "it cannot be written (" + reason(failure)
                + "). Is there room on that disk, and may Semblance write to it?" + KEPT, failure);
    }

    DownloadException failure(String why) {
        return new DownloadException(start() + why);
    }

    private String start() {
        return "The file " + path + " of " + card.title() + " could not be downloaded: ";
    }

    static String reason(IOException failure) {
        return switch (failure) {
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case ConnectException e when e.getMessage() == null -> "it cannot be reached";
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }

    /// Whether another attempt would find the same certificate.
    static boolean isCertificate(IOException failure) {
        return Stream.iterate(Optional.<Throwable>of(failure), Optional::isPresent,
                cause -> cause.map(Throwable::getCause)).flatMap(Optional::stream)
                .anyMatch(GeneralSecurityException.class::isInstance);
    }

    static String minutes(Duration wait) {
        return wait.toSeconds() < 120 ? Math.max(1, wait.toSeconds()) + " s" : wait.toMinutes() + " minutes";
    }
}
