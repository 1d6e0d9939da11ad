package semblance.app.settings;

/// What closing the window does while photos are being indexed.
public enum OnClose {
    ASK, FINISH, STOP
}
