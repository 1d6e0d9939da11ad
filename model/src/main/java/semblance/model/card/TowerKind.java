package semblance.model.card;

/// The kinds of text towers.
public enum TowerKind {
    /// A causal transformer that ends at its end-of-text token, which what stands behind it cannot change (Radford et al.
    /// 2021).
    CLIP,
    /// A transformer that sees all positions, and was trained on texts padded to its whole context: shorter ones make
    /// embeddings that mean nothing (Zhai et al. 2023).
    SIGLIP,
    /// A sentence encoder whose tokens are averaged, with a dense head into the space of an image tower.
    SENTENCE
}
