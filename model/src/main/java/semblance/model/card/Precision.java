package semblance.model.card;

/// How the weights of a tower are stored. Towers of different precision make different embeddings.
public enum Precision {
    FP32, FP16, INT8
}
