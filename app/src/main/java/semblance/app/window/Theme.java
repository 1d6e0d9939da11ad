package semblance.app.window;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// Light or dark, as the system is.
final class Theme {
    private Theme() {
    }

    /// Follows the system from now on.
    static void follow() {
        Platform.getPreferences().colorSchemeProperty().subscribe(Theme::apply);
    }

    static void apply(ColorScheme scheme) {
        Application.setUserAgentStylesheet(scheme == ColorScheme.DARK
                ? new PrimerDark().getUserAgentStylesheetBSS()
                : new PrimerLight().getUserAgentStylesheetBSS());
    }
}
