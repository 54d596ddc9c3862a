package dev.retune.encoder;

/// The shape of an encoder, as `config.json` of a Hugging Face folder gives it.
///
/// @param family which architecture
/// @param layers number of transformer layers
/// @param heads number of attention heads; divides `hidden`
/// @param hidden width of a token vector
/// @param intermediate width inside the feed-forward block
/// @param vocabulary number of tokens
/// @param maxPositions rows of the position table (for XLM-RoBERTa and MPNet two more than usable),
///   or the longest text of a family without such a table
/// @param typeVocabulary rows of the token type table; 0 where there is none
/// @param padToken id of the padding token
/// @param layerNormEps added to the variance in LayerNorm
/// @param hiddenDropout dropout after embeddings and blocks that the model was made with
/// @param attentionDropout dropout on attention weights that the model was made with
public record EncoderConfig(
    Family family,
    int layers,
    int heads,
    int hidden,
    int intermediate,
    int vocabulary,
    int maxPositions,
    int typeVocabulary,
    int padToken,
    double layerNormEps,
    double hiddenDropout,
    double attentionDropout) {

  /// What is added to a token's index to find its row in the position table.
  public int positionOffset() {
    return switch (family) {
      case BertLike.XLM_ROBERTA -> padToken + 1;
      // Whatever padding is called: transformers' MPNetEmbeddings counts from there.
      case BertLike.MPNET -> 2;
      case BertLike.BERT, BertLike.DISTILBERT -> 0;
      case ModernBert _ -> 0;
    };
  }

  /// The longest text in tokens, special tokens included, that the position table can hold.
  public int usablePositions() {
    return maxPositions - positionOffset();
  }
}
