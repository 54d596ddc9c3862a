package dev.retune.encoder;

import java.util.List;
import java.util.Map;

/// The families that normalise behind each block and learn a table of positions.
public enum BertLike implements Family {
  BERT,
  /// BERT with positions that are counted over the tokens that are not padding.
  XLM_ROBERTA,
  /// XLM-RoBERTa without token types, whose attention also knows how far tokens stand apart (Song
  /// et al., MPNet, 2020).
  MPNET,
  /// BERT without token types, whose attention is not dropped from behind (Sanh et al., 2019).
  DISTILBERT;

  static final String RELATIVE_POSITIONS = "encoder.relative_attention_bias.weight";

  /// How many distances MPNet tells apart; transformers has no other.
  static final int DISTANCES = 32;

  @Override
  public Map<String, long[]> weights(EncoderConfig config) {
    return switch (this) {
      case BERT, XLM_ROBERTA -> WeightNames.bert(config);
      case MPNET -> WeightNames.mpnet(config);
      case DISTILBERT -> WeightNames.distilBert(config);
    };
  }

  @Override
  public String program() {
    return switch (this) {
      case BERT, XLM_ROBERTA -> "bert.torchscript";
      case MPNET -> "mpnet.torchscript";
      case DISTILBERT -> "distilbert.torchscript";
    };
  }

  /// One behind the embeddings and two in each layer.
  @Override
  public int masksBefore(int layer) {
    return layer == 0 ? 0 : 1 + 2 * layer;
  }

  @Override
  public String layers() {
    return this == DISTILBERT ? "transformer.layer." : "encoder.layer.";
  }

  @Override
  public List<String> linear() {
    return switch (this) {
      case BERT, XLM_ROBERTA -> List.of("query", "key", "value", "dense");
      case MPNET -> List.of("q", "k", "v", "o", "dense");
      case DISTILBERT -> List.of("q_lin", "k_lin", "v_lin", "out_lin", "lin1", "lin2");
    };
  }
}
