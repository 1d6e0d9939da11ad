package semblance.model.card;

/// The type of token ids that a graph takes.
public enum IdType {
    INT32, INT64
}
