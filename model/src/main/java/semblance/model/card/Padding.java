package semblance.model.card;

/// How many tokens a text tower is given.
public enum Padding {
    /// As many as the text has.
    NONE,
    /// Those up to end-of-text where the graph's axis is free, else the whole context.
    UP_TO_END,
    /// Always the whole context.
    MAX_LENGTH
}
